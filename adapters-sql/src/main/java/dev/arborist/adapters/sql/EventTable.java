package dev.arborist.adapters.sql;

import dev.arborist.domain.history.EventQuery;
import dev.arborist.domain.history.EventReason;
import dev.arborist.domain.history.TaskEvent;
import dev.arborist.domain.task.EpochMicros;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The history of the queue; rows are only added, and deleted with their task. */
public final class EventTable {

  /** The columns of an event, in the order in which {@link #event} reads them. */
  public static final String COLUMNS =
      "e.sequence, e.task, e.at, e.actor, e.reason, e.from_status, e.to_status, e.token, e.note";

  private static final Sql APPEND =
      new Sql(
          """
          INSERT INTO event (
            sequence, task, at, actor, reason, from_status, to_status, token, note)
          VALUES (:sequence, :task, :at, :actor, :reason, :from, :to, :token, :note)
          """);

  private static final Sql ALL =
      new Sql(
          "SELECT "
              + COLUMNS
              + " FROM event e WHERE e.sequence > :after ORDER BY e.sequence LIMIT :limit");

  private static final Sql OF_TASK =
      new Sql(
          "SELECT "
              + COLUMNS
              + " FROM event e WHERE e.task = :task AND e.sequence > :after"
              + " ORDER BY e.sequence LIMIT :limit");

  private static final String UP_TO =
      "SELECT " + COLUMNS + " FROM event e WHERE e.sequence > :after AND e.sequence <= :upTo";

  private static final Sql NEWEST = new Sql(UP_TO + " ORDER BY e.sequence DESC LIMIT :limit");

  private static final Sql NEWEST_OF_TASK =
      new Sql(UP_TO + " AND e.task = :task ORDER BY e.sequence DESC LIMIT :limit");

  private static final Sql PRUNED =
      new Sql(
          "SELECT "
              + COLUMNS
              + " FROM event e WHERE NOT EXISTS (SELECT 1 FROM task t WHERE t.number = e.task)"
              + " ORDER BY e.sequence");

  private static final int BATCH_ROWS = 1_000;

  private final Session session;

  /** The events that the session reads and adds. */
  public EventTable(Session session) {
    this.session = session;
  }

  /** Adds an event whose sequence the database gives. */
  public void append(TaskEvent event) {
    bind(session.run(APPEND), event).set("sequence", (Long) null).execute();
  }

  /** Adds events with the sequences they have. */
  public void restore(List<TaskEvent> events) {
    addAll(APPEND, events, (run, event) -> bind(run, event).set("sequence", event.sequence()));
  }

  /** Adds events by a statement that gives them their sequences. */
  public void append(Sql statement, List<TaskEvent> events) {
    addAll(statement, events, EventTable::bind);
  }

  private void addAll(
      Sql statement, List<TaskEvent> events, BiFunction<Run, TaskEvent, Run> binding) {
    for (int i = 0; i < events.size(); i++) {
      binding.apply(session.run(statement), events.get(i)).addBatch();
      if ((i + 1) % BATCH_ROWS == 0 || i + 1 == events.size()) {
        session.run(statement).executeBatch();
      }
    }
  }

  /** Sets the parameters of an INSERT that are the columns of an event. */
  public static Run bind(Run run, TaskEvent event) {
    return run.set("task", event.task().value())
        .set("at", EpochMicros.of(event.at()))
        .set("actor", event.actor())
        .set("reason", event.reason().code())
        .set("from", code(event.from()))
        .set("to", code(event.to()))
        .set("token", event.token())
        .set("note", event.note());
  }

  /** The events that the query asks for, by sequence. */
  public List<TaskEvent> list(EventQuery query) {
    return query.newest()
        ? newest(query, Long.MAX_VALUE)
        : found(session.run(query.task() == null ? ALL : OF_TASK), query);
  }

  /** The last of the events that the query asks for, up to a sequence. */
  public List<TaskEvent> newest(EventQuery query, long upTo) {
    Run run = session.run(query.task() == null ? NEWEST : NEWEST_OF_TASK).set("upTo", upTo);
    List<TaskEvent> backwards = new ArrayList<>(found(run, query));
    Collections.reverse(backwards);
    return backwards;
  }

  private static List<TaskEvent> found(Run run, EventQuery query) {
    TaskNumber task = query.task();
    if (task != null) {
      run.set("task", task.value());
    }
    return run.set("after", query.after())
        .set("limit", query.limit() == 0 ? Long.MAX_VALUE : query.limit())
        .list(EventTable::event);
  }

  void forEachPruned(Consumer<TaskEvent> consumer) {
    try (PreparedStatement statement = session.prepare(PRUNED);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        consumer.accept(event(rows));
      }
    } catch (SQLException e) {
      throw new SqlException(e);
    }
  }

  /** The event in a row. */
  public static TaskEvent event(ResultSet row) throws SQLException {
    return new TaskEvent(
        row.getLong(1),
        TaskNumber.of(row.getLong(2)),
        EpochMicros.toInstant(row.getLong(3)),
        row.getString(4),
        EventReason.ofCode(row.getInt(5)),
        status(row, 6),
        status(row, 7),
        row.getLong(8),
        row.getString(9));
  }

  private static @Nullable Long code(@Nullable TaskStatus status) {
    return status == null ? null : (long) status.code();
  }

  private static @Nullable TaskStatus status(ResultSet row, int column) throws SQLException {
    int code = row.getInt(column);
    return row.wasNull() ? null : TaskStatus.ofCode(code);
  }
}
