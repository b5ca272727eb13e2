package dev.arborist.adapters.sqlite;

import dev.arborist.application.port.out.TaskWrites;
import dev.arborist.domain.task.EpochMicros;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.Progress;
import dev.arborist.domain.task.Rank;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskId;
import dev.arborist.domain.task.TaskNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** The changes on one transaction. */
final class JdbiTaskWrites extends JdbiTaskReads implements TaskWrites {

  private static final int BATCH_ROWS = 1_000;
  private static final int NANOS_PER_MICRO = 1_000;

  private static final String INSERT_TASK =
      """
      INSERT INTO task (
        number, id, summary, source, agent_type, branch, session, parent, idempotency_key,
        base_priority, deadline, estimate, not_before, max_retries, timeout, status, due_at, token,
        failures, worker, lease_until, started_at, finished_at, cause, priority, depth,
        open_prerequisites, open_dependents, urgency_changes_at, created_at, updated_at)
      VALUES (
        :number, :id, :summary, :source, :agentType, :branch, :session, :parent, :idempotencyKey,
        :basePriority, :deadline, :estimate, :notBefore, :maxRetries, :timeout, :status, :dueAt, :token,
        :failures, :worker, :leaseUntil, :startedAt, :finishedAt, :cause, :priority, :depth,
        :openPrerequisites, :openDependents, :urgencyChangesAt, :createdAt, :updatedAt)
      """;

  private static final String INSERT_TEXT =
      """
      INSERT INTO task_text (task, prompt, payload, result, error)
      VALUES (:number, :prompt, :payload, :result, :error)
      """;

  private static final String INSERT_DEPENDENCY =
      "INSERT INTO dependency (dependent, prerequisite) VALUES (:dependent, :prerequisite)";

  private static final String UPDATE_STATE =
      """
      UPDATE task
         SET status = :status, due_at = :dueAt, token = :token, failures = :failures,
             worker = :worker, lease_until = :leaseUntil, started_at = :startedAt,
             finished_at = :finishedAt, cause = :cause, priority = :priority, depth = :depth,
             open_prerequisites = :openPrerequisites, open_dependents = :openDependents,
             urgency_changes_at = :urgencyChangesAt, updated_at = :updatedAt
       WHERE number = :number
      """;

  private static final String UPDATE_OUTCOME =
      """
      UPDATE task_text
         SET result = coalesce(:result, result), error = coalesce(:error, error)
       WHERE task = :number
      """;

  private static final String HIGHEST =
      "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'task'";

  private static final String CONFLICT =
      """
      SELECT number FROM task WHERE number = :number
      UNION ALL SELECT number FROM task WHERE id = :id
      UNION ALL SELECT number FROM task WHERE idempotency_key = :idempotencyKey
      LIMIT 1
      """;

  private static final String OPEN_PREREQUISITES =
      "SELECT "
          + TaskColumns.TASK
          + """
             FROM dependency d JOIN task t ON t.number = d.prerequisite
            WHERE d.dependent = :number AND t.status <= 3
            ORDER BY t.number
          """;

  private static final String OPEN_DEPENDENTS =
      "SELECT "
          + TaskColumns.TASK
          + """
             FROM dependency d JOIN task t ON t.number = d.dependent
            WHERE d.prerequisite = :number AND t.status <= 3
            ORDER BY t.number
          """;

  /** Each part reads at most the limit from its own index. */
  private static final String DUE =
      """
      SELECT number FROM (
        SELECT * FROM (SELECT number, due_at AS at FROM task
          WHERE status = 0 AND due_at <= :now ORDER BY due_at, number LIMIT :limit)
        UNION ALL
        SELECT * FROM (SELECT number, lease_until AS at FROM task
          WHERE status = 3 AND lease_until <= :now ORDER BY lease_until, number LIMIT :limit)
        UNION ALL
        SELECT * FROM (SELECT number, urgency_changes_at AS at FROM task
          WHERE urgency_changes_at <= :now ORDER BY urgency_changes_at, number LIMIT :limit))
      GROUP BY number ORDER BY min(at), number LIMIT :limit
      """;

  private static final String CLAIM =
      """
      UPDATE task
         SET status = 3, token = token + 1, worker = :worker, started_at = :now, updated_at = :now,
             lease_until = :now + min(:lease, timeout)
       WHERE number IN (
               SELECT number FROM task WHERE status = 2 ORDER BY priority DESC, number LIMIT :count)
      RETURNING number
      """;

  private final Handle handle;

  JdbiTaskWrites(Handle handle) {
    super(handle);
    this.handle = handle;
  }

  @Override
  public Task insert(TaskId id, NewTask task, Progress progress, Rank rank, Instant now) {
    TaskNumber number = TaskNumber.of(highestNumber() + 1);
    Task stored = new Task(number, id, task.profile(), task.schedule(), progress, rank, now, now);
    try (Update insert = handle.createUpdate(INSERT_TASK)) {
      TaskColumns.bindFixed(insert, stored);
      TaskColumns.bindState(insert, stored);
      insert.execute();
    }
    try (Update insert = handle.createUpdate(INSERT_TEXT)) {
      bindTexts(insert, number, task.prompt(), task.payload(), null, null);
      insert.execute();
    }
    for (TaskNumber prerequisite : task.prerequisites()) {
      try (Update insert = handle.createUpdate(INSERT_DEPENDENCY)) {
        bindDependency(insert, number, prerequisite);
        insert.execute();
      }
    }
    return stored;
  }

  @Override
  public void insertAll(List<TaskDetails> tasks) {
    for (int from = 0; from < tasks.size(); from += BATCH_ROWS) {
      insertBatch(tasks.subList(from, Math.min(from + BATCH_ROWS, tasks.size())));
    }
  }

  private void insertBatch(List<TaskDetails> tasks) {
    try (PreparedBatch rows = handle.prepareBatch(INSERT_TASK);
        PreparedBatch texts = handle.prepareBatch(INSERT_TEXT);
        PreparedBatch dependencies = handle.prepareBatch(INSERT_DEPENDENCY)) {
      for (TaskDetails details : tasks) {
        Task task = details.task();
        TaskColumns.bindFixed(rows, task);
        TaskColumns.bindState(rows, task);
        rows.add();
        bindTexts(
            texts,
            task.number(),
            details.prompt(),
            details.payload(),
            details.result(),
            details.error());
        texts.add();
        for (TaskNumber prerequisite : details.prerequisites()) {
          bindDependency(dependencies, task.number(), prerequisite);
          dependencies.add();
        }
      }
      rows.execute();
      texts.execute();
      if (dependencies.size() > 0) {
        dependencies.execute();
      }
    }
  }

  private static void bindTexts(
      SqlStatement<?> statement,
      TaskNumber number,
      String prompt,
      @Nullable String payload,
      @Nullable String result,
      @Nullable String error) {
    statement
        .bind("number", number.value())
        .bind("prompt", prompt)
        .bind("payload", payload)
        .bind("result", result)
        .bind("error", error);
  }

  private static void bindDependency(
      SqlStatement<?> statement, TaskNumber dependent, TaskNumber prerequisite) {
    statement.bind("dependent", dependent.value()).bind("prerequisite", prerequisite.value());
  }

  @Override
  public Optional<TaskNumber> findConflict(TaskDetails details) {
    Task task = details.task();
    try (Query query = handle.createQuery(CONFLICT)) {
      return query
          .bind("number", task.number().value())
          .bind("id", TaskColumns.bytes(task.id()))
          .bind("idempotencyKey", task.profile().idempotencyKey())
          .map((row, context) -> TaskNumber.of(row.getLong(1)))
          .findFirst();
    }
  }

  @Override
  public long highestNumber() {
    try (Query query = handle.createQuery(HIGHEST)) {
      return query.map((row, context) -> row.getLong(1)).one();
    }
  }

  @Override
  public void update(Task task) {
    try (Update update = handle.createUpdate(UPDATE_STATE)) {
      update.bind("number", task.number().value());
      TaskColumns.bindState(update, task);
      update.execute();
    }
  }

  @Override
  public void saveOutcome(TaskNumber number, @Nullable String result, @Nullable String error) {
    try (Update update = handle.createUpdate(UPDATE_OUTCOME)) {
      update.bind("number", number.value()).bind("result", result).bind("error", error).execute();
    }
  }

  @Override
  public List<Task> openPrerequisitesOf(TaskNumber number) {
    return neighbours(OPEN_PREREQUISITES, number);
  }

  @Override
  public List<Task> openDependentsOf(TaskNumber number) {
    return neighbours(OPEN_DEPENDENTS, number);
  }

  private List<Task> neighbours(String sql, TaskNumber number) {
    try (Query query = handle.createQuery(sql)) {
      return query
          .bind("number", number.value())
          .map((row, context) -> TaskColumns.task(row))
          .list();
    }
  }

  @Override
  public List<TaskNumber> due(Instant now, int limit) {
    try (Query query = handle.createQuery(DUE)) {
      return query
          .bind("now", EpochMicros.of(now))
          .bind("limit", limit)
          .map((row, context) -> TaskNumber.of(row.getLong(1)))
          .list();
    }
  }

  /** Rows come back from RETURNING in no order, and all are read before anything else is done. */
  @Override
  public List<TaskDetails> claimReady(String worker, int count, Duration lease, Instant now) {
    List<TaskNumber> claimed;
    try (Query query = handle.createQuery(CLAIM)) {
      claimed =
          query
              .bind("worker", worker)
              .bind("lease", lease.toNanos() / NANOS_PER_MICRO)
              .bind("now", EpochMicros.of(now))
              .bind("count", count)
              .map((row, context) -> TaskNumber.of(row.getLong(1)))
              .list();
    }
    return claimed.stream()
        .map(number -> findDetails(number).orElseThrow())
        .sorted(
            Comparator.comparing((TaskDetails details) -> -details.task().rank().priority())
                .thenComparing(details -> details.task().number()))
        .toList();
  }
}
