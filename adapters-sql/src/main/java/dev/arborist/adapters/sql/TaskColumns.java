package dev.arborist.adapters.sql;

import dev.arborist.application.port.out.KeyedTask;
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
import org.jspecify.annotations.Nullable;

/** How a task stands in its row: the one place that names the columns of a task. */
public final class TaskColumns {

  private static final int NANOS_PER_MICRO = 1_000;

  /** The columns of a task, in the order in which {@link #task} reads them. */
  public static final String TASK =
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
      x.prompt, x.payload, x.result, x.error, x.fingerprint,
      (SELECT {joined p.prerequisite}
         FROM (SELECT prerequisite FROM dependency
                WHERE dependent = t.number ORDER BY prerequisite) p)
      """;

  private TaskColumns() {}

  /** The task in a row. */
  public static Task task(ResultSet row) throws SQLException {
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
        numbers(row.getString(37)),
        fingerprint(row, 36));
  }

  /** Of a row that holds the number, the key and the fingerprint. */
  static KeyedTask keyed(ResultSet row) throws SQLException {
    return new KeyedTask(TaskNumber.of(row.getLong(1)), row.getString(2), fingerprint(row, 3));
  }

  private static @Nullable Long fingerprint(ResultSet row, int column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }

  /** Binds the number, and the time of the last change. */
  static void bindKey(Run run, Task task) {
    run.set("number", task.number().value()).set("updatedAt", EpochMicros.of(task.updatedAt()));
  }

  /** Binds id and time of creation, which never change. */
  static void bindIdentity(Run run, Task task) {
    run.set("id", bytes(task.id())).set("createdAt", EpochMicros.of(task.createdAt()));
  }

  /** Binds what an update changes. */
  static void bindDefinition(Run run, Task task) {
    TaskProfile profile = task.profile();
    Schedule schedule = task.schedule();
    run.set("summary", profile.summary())
        .set("source", profile.source().code())
        .set("agentType", profile.agentType())
        .set("branch", profile.branch())
        .set("session", profile.session())
        .set("parent", value(profile.parent()))
        .set("idempotencyKey", profile.idempotencyKey())
        .set("basePriority", schedule.basePriority())
        .set("deadline", value(schedule.deadline()))
        .set("estimate", value(schedule.estimate()))
        .set("notBefore", value(schedule.notBefore()))
        .set("maxRetries", schedule.maxRetries())
        .set("timeout", value(schedule.timeout()));
  }

  /** Binds what changes as the task goes on. */
  static void bindProgress(Run run, Task task) {
    Progress progress = task.progress();
    run.set("status", progress.status().code())
        .set("dueAt", value(progress.dueAt()))
        .set("failures", progress.failures())
        .set("leaseUntil", value(progress.leaseUntil()))
        .set("finishedAt", value(progress.finishedAt()));
  }

  /** Binds who holds the task or held it last, and what cancelled it. */
  static void bindHolder(Run run, Task task) {
    Progress progress = task.progress();
    run.set("token", progress.token())
        .set("worker", progress.worker())
        .set("startedAt", value(progress.startedAt()))
        .set("cause", value(progress.cause()));
  }

  /** Binds how many neighbours are open. */
  static void bindCounts(Run run, Task task) {
    run.set("openPrerequisites", task.rank().openPrerequisites())
        .set("openDependents", task.rank().openDependents())
        .set("urgencyChangesAt", value(task.rank().urgencyChangesAt()));
  }

  /** Binds where the task stands among the others. */
  static void bindRank(Run run, Task task) {
    run.set("priority", task.rank().priority()).set("depth", task.rank().depth());
  }

  /** A fresh array each time: the driver keeps a reference until the statement has run. */
  static byte[] bytes(TaskId id) {
    return ByteBuffer.allocate(16)
        .putLong(id.value().getMostSignificantBits())
        .putLong(id.value().getLeastSignificantBits())
        .array();
  }

  static TaskId id(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new TaskId(new UUID(buffer.getLong(), buffer.getLong()));
  }

  private static @Nullable Long value(@Nullable TaskNumber number) {
    return number == null ? null : number.value();
  }

  static @Nullable Long value(@Nullable Instant instant) {
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
