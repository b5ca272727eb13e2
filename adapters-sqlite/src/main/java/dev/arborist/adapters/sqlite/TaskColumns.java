package dev.arborist.adapters.sqlite;

import dev.arborist.domain.task.EpochMicros;
import dev.arborist.domain.task.Progress;
import dev.arborist.domain.task.Rank;
import dev.arborist.domain.task.Schedule;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskId;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskProfile;
import dev.arborist.domain.task.TaskSource;
import dev.arborist.domain.task.TaskStatus;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** How a task stands in its row: the one place that names the columns of a task. */
final class TaskColumns {

  private static final int NANOS_PER_MICRO = 1_000;

  /** The columns of a task, in the order in which {@link #task} reads them. */
  static final String TASK =
      """
      t.number, t.id, t.summary, t.source, t.agent_type, t.branch, t.session, t.parent,
      t.idempotency_key, t.base_priority, t.deadline, t.estimate, t.not_before, t.max_retries,
      t.timeout, t.status, t.due_at, t.token, t.failures, t.worker, t.lease_until, t.started_at,
      t.finished_at, t.cause, t.priority, t.depth, t.open_prerequisites, t.open_dependents,
      t.urgency_changes_at, t.created_at, t.updated_at
      """;

  /** What {@link #details} reads behind the columns of a task. */
  static final String TEXTS =
      """
      x.prompt, x.payload, x.result, x.error,
      (SELECT group_concat(p.prerequisite)
         FROM (SELECT prerequisite FROM dependency
                WHERE dependent = t.number ORDER BY prerequisite) p)
      """;

  private TaskColumns() {}

  static Task task(ResultSet row) throws SQLException {
    return new Task(
        TaskNumber.of(row.getLong(1)),
        id(row.getBytes(2)),
        new TaskProfile(
            row.getString(3),
            TaskSource.ofCode(row.getInt(4)),
            row.getString(5),
            row.getString(6),
            row.getString(7),
            number(row, 8),
            row.getString(9)),
        new Schedule(
            row.getInt(10),
            instant(row, 11),
            duration(row, 12),
            instant(row, 13),
            row.getInt(14),
            micros(row.getLong(15))),
        new Progress(
            TaskStatus.ofCode(row.getInt(16)),
            instant(row, 17),
            row.getLong(18),
            row.getInt(19),
            row.getString(20),
            instant(row, 21),
            instant(row, 22),
            instant(row, 23),
            number(row, 24)),
        new Rank(row.getInt(25), row.getInt(26), row.getInt(27), row.getInt(28), instant(row, 29)),
        EpochMicros.toInstant(row.getLong(30)),
        EpochMicros.toInstant(row.getLong(31)));
  }

  static TaskDetails details(ResultSet row) throws SQLException {
    return new TaskDetails(
        task(row),
        row.getString(32),
        row.getString(33),
        row.getString(34),
        row.getString(35),
        numbers(row.getString(36)));
  }

  /** Binds what never changes after the insertion. */
  static void bindFixed(SqlStatement<?> statement, Task task) {
    TaskProfile profile = task.profile();
    Schedule schedule = task.schedule();
    statement
        .bind("number", task.number().value())
        .bind("id", bytes(task.id()))
        .bind("summary", profile.summary())
        .bind("source", profile.source().code())
        .bind("agentType", profile.agentType())
        .bind("branch", profile.branch())
        .bind("session", profile.session())
        .bind("parent", value(profile.parent()))
        .bind("idempotencyKey", profile.idempotencyKey())
        .bind("basePriority", schedule.basePriority())
        .bind("deadline", value(schedule.deadline()))
        .bind("estimate", value(schedule.estimate()))
        .bind("notBefore", value(schedule.notBefore()))
        .bind("maxRetries", schedule.maxRetries())
        .bind("timeout", value(schedule.timeout()))
        .bind("createdAt", EpochMicros.of(task.createdAt()));
  }

  /** Binds what changes as the task goes on. */
  static void bindState(SqlStatement<?> statement, Task task) {
    Progress progress = task.progress();
    Rank rank = task.rank();
    statement
        .bind("status", progress.status().code())
        .bind("dueAt", value(progress.dueAt()))
        .bind("token", progress.token())
        .bind("failures", progress.failures())
        .bind("worker", progress.worker())
        .bind("leaseUntil", value(progress.leaseUntil()))
        .bind("startedAt", value(progress.startedAt()))
        .bind("finishedAt", value(progress.finishedAt()))
        .bind("cause", value(progress.cause()))
        .bind("priority", rank.priority())
        .bind("depth", rank.depth())
        .bind("openPrerequisites", rank.openPrerequisites())
        .bind("openDependents", rank.openDependents())
        .bind("urgencyChangesAt", value(rank.urgencyChangesAt()))
        .bind("updatedAt", EpochMicros.of(task.updatedAt()));
  }

  /** A fresh array each time: the driver keeps a reference until the statement has run. */
  static byte[] bytes(TaskId id) {
    return ByteBuffer.allocate(16)
        .putLong(id.value().getMostSignificantBits())
        .putLong(id.value().getLeastSignificantBits())
        .array();
  }

  private static TaskId id(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new TaskId(new UUID(buffer.getLong(), buffer.getLong()));
  }

  private static @Nullable Long value(@Nullable TaskNumber number) {
    return number == null ? null : number.value();
  }

  private static @Nullable Long value(@Nullable Instant instant) {
    return instant == null ? null : EpochMicros.of(instant);
  }

  private static @Nullable Long value(@Nullable Duration duration) {
    return duration == null ? null : duration.toNanos() / NANOS_PER_MICRO;
  }

  private static Duration micros(long micros) {
    return Duration.ofNanos(micros * NANOS_PER_MICRO);
  }

  private static @Nullable TaskNumber number(ResultSet row, int column) throws SQLException {
    long value = row.getLong(column);
    return value == 0 ? null : TaskNumber.of(value);
  }

  private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
    long value = row.getLong(column);
    return value == 0 && row.wasNull() ? null : EpochMicros.toInstant(value);
  }

  private static @Nullable Duration duration(ResultSet row, int column) throws SQLException {
    long value = row.getLong(column);
    return value == 0 ? null : micros(value);
  }

  private static List<TaskNumber> numbers(@Nullable String joined) {
    List<TaskNumber> numbers = new ArrayList<>();
    if (joined != null) {
      for (String number : joined.split(",", -1)) {
        numbers.add(TaskNumber.of(Long.parseLong(number)));
      }
    }
    return numbers;
  }
}
