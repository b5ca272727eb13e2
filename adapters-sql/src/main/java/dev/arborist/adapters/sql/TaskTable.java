package dev.arborist.adapters.sql;

import dev.arborist.application.port.out.KeyedTask;
import dev.arborist.domain.task.EpochMicros;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The rows of tasks and of their long texts. */
public final class TaskTable {

  private static final int BATCH_ROWS = 1_000;

  private static final String SELECT = "SELECT " + TaskColumns.TASK;

  static final Sql CHILDREN =
      new Sql(SELECT + " FROM task t WHERE t.parent = :number ORDER BY t.number {lock t}");

  static final Sql CASCADED =
      new Sql(SELECT + " FROM task t WHERE t.cause = :number ORDER BY t.number {lock t}");

  private static final Sql INSERT =
      new Sql(
          """
          INSERT INTO task (
            number, id, summary, source, agent_type, branch, session, parent, idempotency_key,
            base_priority, deadline, estimate, not_before, max_retries, timeout, status, due_at,
            token, failures, worker, lease_until, started_at, finished_at, cause, priority, depth,
            open_prerequisites, open_dependents, urgency_changes_at, created_at, updated_at)
          VALUES (
            :number, :id, :summary, :source, :agentType, :branch, :session, :parent,
            :idempotencyKey, :basePriority, :deadline, :estimate, :notBefore, :maxRetries,
            :timeout, :status, :dueAt, :token, :failures, :worker, :leaseUntil, :startedAt,
            :finishedAt, :cause, :priority, :depth, :openPrerequisites, :openDependents,
            :urgencyChangesAt, :createdAt, :updatedAt)
          """);

  private static final Sql INSERT_TEXT =
      new Sql(
          """
          INSERT INTO task_text (task, prompt, payload, result, error, fingerprint)
          VALUES (:number, :prompt, :payload, :result, :error, :fingerprint)
          """);

  private static final Sql OUTCOME =
      new Sql(
          """
          UPDATE task_text
             SET result = coalesce(:result, result), error = coalesce(:error, error)
           WHERE task = :number
          """);

  private static final Sql TEXTS =
      new Sql("UPDATE task_text SET prompt = :prompt, payload = :payload WHERE task = :number");

  private static final Sql BY_KEY =
      new Sql(
          SELECT
              + ", "
              + TaskColumns.TEXTS
              + " FROM task t JOIN task_text x ON x.task = t.number"
              + " WHERE t.idempotency_key = :key");

  private static final String BY_KEYS =
      """
      SELECT t.number, t.idempotency_key, x.fingerprint
        FROM task t JOIN task_text x ON x.task = t.number
       WHERE t.idempotency_key IN ({each keys}) ORDER BY t.number
      """;

  private static final Sql CONFLICT =
      new Sql(
          """
          SELECT number FROM task WHERE number = :number
          UNION ALL SELECT number FROM task WHERE id = :id
          UNION ALL SELECT number FROM task WHERE idempotency_key = :key
          UNION ALL SELECT task FROM event WHERE task = :number AND to_status IS NULL
          LIMIT 1
          """);

  /** The numbers of a task and of all below it. */
  public static final String SUBTREE_NUMBERS =
      """
      WITH RECURSIVE below(number) AS (
        SELECT :number
        UNION
        SELECT c.number FROM below JOIN task c ON c.parent = below.number)
      SELECT number FROM below
      """;

  private static final Sql SUBTREE = new Sql(SUBTREE_NUMBERS + " ORDER BY number");

  private static final Sql TERMINAL =
      new Sql(
          SELECT
              + """
                 FROM task t
                WHERE t.status >= 4 AND coalesce(t.finished_at, t.updated_at) < :before
                ORDER BY t.number {lock t}
              """);

  private static final List<Sql> DELETE =
      List.of(
          new Sql("DELETE FROM dependency WHERE dependent = :number"),
          new Sql("DELETE FROM dependency WHERE prerequisite = :number"),
          new Sql("DELETE FROM event WHERE task = :number AND to_status IS NOT NULL"),
          new Sql("DELETE FROM task_text WHERE task = :number"),
          new Sql("DELETE FROM task WHERE number = :number"));

  private final Session session;

  TaskTable(Session session) {
    this.session = session;
  }

  void insert(TaskDetails details) {
    bindRow(details).execute();
    bindTexts(details).execute();
  }

  void insertAll(List<TaskDetails> added) {
    for (int i = 0; i < added.size(); i++) {
      bindRow(added.get(i)).addBatch();
      bindTexts(added.get(i)).addBatch();
      if ((i + 1) % BATCH_ROWS == 0 || i + 1 == added.size()) {
        session.run(INSERT).executeBatch();
        session.run(INSERT_TEXT).executeBatch();
      }
    }
  }

  private Run bindRow(TaskDetails details) {
    Run run = session.run(INSERT);
    Task task = details.task();
    TaskColumns.bindKey(run, task);
    TaskColumns.bindIdentity(run, task);
    TaskColumns.bindDefinition(run, task);
    TaskColumns.bindProgress(run, task);
    TaskColumns.bindHolder(run, task);
    TaskColumns.bindCounts(run, task);
    TaskColumns.bindRank(run, task);
    return run;
  }

  private Run bindTexts(TaskDetails details) {
    return session
        .run(INSERT_TEXT)
        .set("number", details.task().number().value())
        .set("prompt", details.prompt())
        .set("payload", details.payload())
        .set("result", details.result())
        .set("error", details.error())
        .set("fingerprint", details.fingerprint());
  }

  void update(Task before, Task after) {
    RowUpdate.write(session, before, after);
  }

  void saveOutcome(TaskNumber number, @Nullable String result, @Nullable String error) {
    session
        .run(OUTCOME)
        .set("number", number.value())
        .set("result", result)
        .set("error", error)
        .execute();
  }

  void saveTexts(TaskNumber number, String prompt, @Nullable String payload) {
    session
        .run(TEXTS)
        .set("number", number.value())
        .set("prompt", prompt)
        .set("payload", payload)
        .execute();
  }

  Optional<TaskDetails> findByKey(String key) {
    return session.run(BY_KEY).set("key", key).first(TaskColumns::details);
  }

  List<KeyedTask> findByKeys(List<String> keys) {
    try (Query query = session.query(BY_KEYS)) {
      return query
          .bind("keys", Conditions.jsonArray(keys))
          .map((row, context) -> TaskColumns.keyed(row))
          .list();
    }
  }

  Optional<TaskNumber> findConflict(TaskDetails details) {
    Task task = details.task();
    return session
        .run(CONFLICT)
        .set("number", task.number().value())
        .set("id", TaskColumns.bytes(task.id()))
        .set("key", task.profile().idempotencyKey())
        .first(row -> TaskNumber.of(row.getLong(1)));
  }

  List<TaskNumber> subtreeOf(TaskNumber number) {
    return session
        .run(SUBTREE)
        .set("number", number.value())
        .list(row -> TaskNumber.of(row.getLong(1)));
  }

  List<Task> terminal(@Nullable Instant endedBefore) {
    return session
        .run(TERMINAL)
        .set("before", endedBefore == null ? Long.MAX_VALUE : EpochMicros.of(endedBefore))
        .list(TaskColumns::task);
  }

  void delete(List<TaskNumber> numbers) {
    for (int from = 0; from < numbers.size(); from += BATCH_ROWS) {
      List<TaskNumber> some = numbers.subList(from, Math.min(from + BATCH_ROWS, numbers.size()));
      for (Sql sql : DELETE) {
        some.forEach(number -> session.run(sql).set("number", number.value()).addBatch());
        session.run(sql).executeBatch();
      }
    }
  }
}
