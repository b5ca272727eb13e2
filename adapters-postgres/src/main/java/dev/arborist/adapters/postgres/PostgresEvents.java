package dev.arborist.adapters.postgres;

import dev.arborist.adapters.sql.EventTable;
import dev.arborist.adapters.sql.Session;
import dev.arborist.adapters.sql.Sql;
import dev.arborist.domain.history.EventQuery;
import dev.arborist.domain.history.TaskEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The events of one unit of work, which are written together at its end.
 *
 * <p>The events of one task are in the order in which they happened: whoever appends one holds the
 * task until the commit. Those of several tasks may be committed in another order than that of
 * their sequences; see {@link SettledEvents}.
 */
final class PostgresEvents {

  /** Adds an event, whose parameters {@link EventTable#bind} sets. */
  static final String INSERT =
      """
      INSERT INTO event (
        sequence, task, at, actor, reason, from_status, to_status, token, note)
      VALUES (nextval('event_sequence'), :task, :at, :actor, :reason, :from, :to, :token, :note)
      """;

  private static final Sql APPEND = new Sql(INSERT);

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

  /** Writes the events that were appended. */
  void flush() {
    table.append(APPEND, gathered);
    gathered.clear();
  }

  /** Writes the events but for the last, and gives that away; null when there is none. */
  @Nullable TaskEvent takeLast() {
    if (gathered.isEmpty()) {
      return null;
    }
    TaskEvent last = gathered.remove(gathered.size() - 1);
    flush();
    return last;
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
    return table.list(query);
  }
}
