package dev.arborist.adapters.postgres;

import dev.arborist.adapters.sql.EventTable;
import dev.arborist.adapters.sql.Session;
import dev.arborist.adapters.sql.Sql;
import dev.arborist.domain.history.EventQuery;
import dev.arborist.domain.history.TaskEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives events their sequences, and lets nobody who follows them miss one.
 *
 * <p>Sequences are given while transactions run at the same time, so a greater one may be committed
 * before a smaller one. Whoever asks for what comes behind the last event that he has seen would
 * then never see the smaller one. So an event is shown to a follower only when all before it are
 * settled: committed and visible, or never to come.
 *
 * <p>An event bears an upper bound of the ids of all transactions that were given a smaller
 * sequence: they had their ids before their sequences, and the bound is taken after its own was
 * given. When none below the bound is still under way in the reader's snapshot, everything up to
 * this event is settled. Behind the last such event, those are settled that follow without a gap. A
 * bound in the future is that of another server, whose queue was restored here.
 *
 * <p>The events of one task need none of this: whoever appends one holds the task until the commit.
 */
final class PostgresEvents {

  private static final Sql APPEND =
      new Sql(
          """
          INSERT INTO event (
            sequence, task, at, actor, reason, from_status, to_status, token, note, seen_until)
          VALUES (next_event_sequence(), :task, :at, :actor, :reason, :from, :to, :token, :note,
            transactions_until_now())
          """);

  private static final Sql SETTLED =
      new Sql(
          """
          WITH now AS (SELECT pg_current_snapshot() AS snapshot)
          SELECT coalesce((
            SELECT sequence FROM event, now
             WHERE seen_until <= CAST(CAST(pg_snapshot_xmin(snapshot) AS text) AS bigint)
                OR seen_until > CAST(CAST(pg_snapshot_xmax(snapshot) AS text) AS bigint)
             ORDER BY sequence DESC LIMIT 1), 0)
          """);

  private static final Sql RAISE =
      new Sql(
          """
          SELECT setval('event_sequence', greatest(:least, (SELECT last_value FROM event_sequence)))
          """);

  private final Session session;
  private final EventTable table;
  private final List<TaskEvent> gathered = new ArrayList<>();

  PostgresEvents(Session session) {
    this.session = session;
    table = new EventTable(session);
  }

  /** Keeps an event for {@link #flush}. */
  void append(TaskEvent event) {
    gathered.add(event);
  }

  /** Writes the events that were appended, all in one go. */
  void flush() {
    if (gathered.isEmpty()) {
      return;
    }
    table.append(APPEND, gathered);
    gathered.clear();
  }

  /** Adds events with the sequences they have; later ones get greater ones. */
  void restore(List<TaskEvent> events) {
    flush();
    table.restore(events);
    events.stream()
        .mapToLong(TaskEvent::sequence)
        .max()
        .ifPresent(greatest -> session.run(RAISE).set("least", greatest).number());
  }

  List<TaskEvent> list(EventQuery query) {
    flush();
    List<TaskEvent> found = table.list(query);
    return query.task() == null ? settled(found, query.after()) : found;
  }

  private List<TaskEvent> settled(List<TaskEvent> events, long after) {
    long settled = Math.max(after, session.run(SETTLED).number());
    int shown = 0;
    for (TaskEvent event : events) {
      if (event.sequence() > settled + 1) {
        break;
      }
      settled = Math.max(settled, event.sequence());
      shown++;
    }
    return List.copyOf(events.subList(0, shown));
  }
}
