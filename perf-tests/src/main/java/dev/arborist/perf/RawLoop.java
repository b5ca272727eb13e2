package dev.arborist.perf;

import dev.arborist.domain.history.EventReason;
import dev.arborist.domain.task.EpochMicros;
import dev.arborist.domain.task.Schedule;
import dev.arborist.domain.task.TaskStatus;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the queue asks of SQLite, asked without the queue: one connection with the same settings,
 * every statement prepared once, and no objects made of the rows.
 *
 * <p>How far the queue is from this is what the queue itself costs. Used by one thread.
 */
final class RawLoop implements AutoCloseable {

  private static final int DUE_MAX = 500;
  private static final int TASK_COLUMNS = 31;
  private static final int DETAIL_COLUMNS = 37;
  private static final long LEASE_MICROS = TimeUnit.MINUTES.toMicros(10);

  private final RawConnection connection;
  private final PreparedStatement begin;
  private final PreparedStatement commit;
  private final PreparedStatement highest;
  private final PreparedStatement insert;
  private final PreparedStatement insertText;
  private final PreparedStatement append;
  private final PreparedStatement count;
  private final PreparedStatement due;
  private final PreparedStatement claim;
  private final PreparedStatement details;
  private final PreparedStatement find;
  private final PreparedStatement progress;
  private final PreparedStatement openDependents;

  /** Opens a queue's file. */
  RawLoop(Path file) throws SQLException {
    connection = new RawConnection(file);
    begin = connection.prepare("BEGIN IMMEDIATE");
    commit = connection.prepare("COMMIT");
    highest = connection.prepare(RawSql.HIGHEST);
    insert = connection.prepare(RawSql.INSERT);
    insertText = connection.prepare(RawSql.INSERT_TEXT);
    append = connection.prepare(RawSql.APPEND);
    count = connection.prepare(RawSql.COUNT);
    due = connection.prepare(RawSql.DUE);
    claim = connection.prepare(RawSql.CLAIM);
    details = connection.prepare(RawSql.DETAILS);
    find = connection.prepare(RawSql.FIND);
    progress = connection.prepare(RawSql.PROGRESS);
    openDependents = connection.prepare(RawSql.OPEN_DEPENDENTS);
  }

  /** Counts from now on, which takes time. */
  RawConnection.Meter metered() throws SQLException {
    return connection.metered();
  }

  /** Adds a task without neighbours that is ready, in a transaction of its own. */
  long enqueue(String prompt, int priority) throws SQLException {
    long now = EpochMicros.of(Instant.now());
    connection.execute(begin);
    long number = connection.number(highest) + 1;
    bindTask(number, prompt.substring(0, prompt.indexOf('\n')), priority, now);
    connection.execute(insert);
    insertText.setLong(1, number);
    insertText.setString(2, prompt);
    RawConnection.setNulls(insertText, 3, 4, 5, 6);
    connection.execute(insertText);
    append(number, null, TaskStatus.READY, EventReason.ENQUEUED, now);
    count(TaskStatus.READY, 1, priority);
    connection.execute(commit);
    return number;
  }

  private void bindTask(long number, String summary, int priority, long now) throws SQLException {
    byte[] id = ByteBuffer.allocate(16).putLong(now).putLong(number).array();
    insert.setLong(1, number);
    insert.setBytes(2, id);
    insert.setString(3, summary);
    insert.setLong(4, 0);
    insert.setLong(10, Schedule.BASE_PRIORITY_DEFAULT);
    insert.setLong(14, Schedule.MAX_RETRIES_DEFAULT);
    insert.setLong(15, TimeUnit.SECONDS.toMicros(Schedule.TIMEOUT_DEFAULT.toSeconds()));
    insert.setLong(16, TaskStatus.READY.code());
    RawConnection.setZeros(insert, 18, 19, 26, 27, 28);
    insert.setLong(25, priority);
    insert.setLong(30, now);
    insert.setLong(31, now);
    RawConnection.setNulls(insert, 5, 6, 7, 8, 9, 11, 12, 13, 17, 20, 21, 22, 23, 24, 29);
  }

  /** Takes the first ready task. */
  long claim() throws SQLException {
    long now = EpochMicros.of(Instant.now());
    connection.execute(begin);
    due.setLong(1, now);
    due.setLong(2, DUE_MAX);
    connection.read(due, 1);
    claim.setString(1, "worker");
    claim.setLong(2, now);
    claim.setLong(3, LEASE_MICROS);
    claim.setLong(4, 1);
    long number = connection.number(claim);
    details.setLong(1, number);
    connection.read(details, DETAIL_COLUMNS);
    append(number, TaskStatus.READY, TaskStatus.RUNNING, EventReason.CLAIMED, now);
    count(TaskStatus.READY, -1, 0);
    count(TaskStatus.RUNNING, 1, 0);
    connection.execute(commit);
    return number;
  }

  /** Completes a task that nothing waits for. */
  void complete(long number) throws SQLException {
    long now = EpochMicros.of(Instant.now());
    connection.execute(begin);
    find.setLong(1, number);
    connection.read(find, TASK_COLUMNS);
    progress.setLong(1, TaskStatus.COMPLETED.code());
    RawConnection.setNulls(progress, 2, 4, 9);
    RawConnection.setZeros(progress, 3, 7, 8);
    progress.setLong(5, now);
    progress.setLong(6, now);
    progress.setLong(10, number);
    connection.execute(progress);
    append(number, TaskStatus.RUNNING, TaskStatus.COMPLETED, EventReason.COMPLETED, now);
    openDependents.setLong(1, number);
    connection.read(openDependents, TASK_COLUMNS);
    count(TaskStatus.RUNNING, -1, 0);
    count(TaskStatus.COMPLETED, 1, 0);
    connection.execute(commit);
  }

  private void append(
      long task, @Nullable TaskStatus from, TaskStatus to, EventReason reason, long now)
      throws SQLException {
    RawConnection.setNulls(append, 1, 9);
    append.setLong(2, task);
    append.setLong(3, now);
    append.setString(4, "worker");
    append.setLong(5, reason.code());
    if (from == null) {
      RawConnection.setNulls(append, 6);
    } else {
      append.setLong(6, from.code());
    }
    append.setLong(7, to.code());
    append.setLong(8, 1);
    connection.execute(append);
  }

  private void count(TaskStatus status, long tasks, long priorities) throws SQLException {
    count.setLong(1, tasks);
    count.setLong(2, priorities);
    count.setLong(3, status.code());
    connection.execute(count);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
