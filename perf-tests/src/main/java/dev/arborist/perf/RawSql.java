package dev.arborist.perf;

/**
 * The statements that the queue runs for an enqueue, a claim and a completion, written down again.
 *
 * <p>That they are the same is a requirement of its own: {@link CounterProbe} counts statements and
 * steps of both.
 */
final class RawSql {

  private static final String TASK =
      """
      t.number, t.id, t.summary, t.source, t.agent_type, t.branch, t.session, t.parent,
      t.idempotency_key, t.base_priority, t.deadline, t.estimate, t.not_before, t.max_retries,
      t.timeout, t.status, t.due_at, t.token, t.failures, t.worker, t.lease_until, t.started_at,
      t.finished_at, t.cause, t.priority, t.depth, t.open_prerequisites, t.open_dependents,
      t.urgency_changes_at, t.created_at, t.updated_at
      """;

  static final String HIGHEST =
      "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'task'";

  static final String INSERT =
      """
      INSERT INTO task (
        number, id, summary, source, agent_type, branch, session, parent, idempotency_key,
        base_priority, deadline, estimate, not_before, max_retries, timeout, status, due_at,
        token, failures, worker, lease_until, started_at, finished_at, cause, priority, depth,
        open_prerequisites, open_dependents, urgency_changes_at, created_at, updated_at)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18,
        ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31)
      """;

  static final String INSERT_TEXT =
      """
      INSERT INTO task_text (task, prompt, payload, result, error, fingerprint)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6)
      """;

  static final String INSERT_EDGE =
      "INSERT INTO dependency (dependent, prerequisite) VALUES (?1, ?2)";

  static final String APPEND =
      """
      INSERT INTO event (sequence, task, at, actor, reason, from_status, to_status, token, note)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
      """;

  static final String COUNT =
      """
      UPDATE status_count SET tasks = tasks + ?1, priority_sum = priority_sum + ?2
       WHERE status = ?3
      """;

  static final String DUE =
      """
      SELECT number FROM (
        SELECT * FROM (SELECT number, due_at AS at FROM task INDEXED BY task_due
          WHERE status = 0 AND due_at <= ?1 ORDER BY due_at, number LIMIT ?2)
        UNION ALL
        SELECT * FROM (SELECT number, lease_until AS at FROM task INDEXED BY task_leased
          WHERE status = 3 AND lease_until <= ?1 ORDER BY lease_until, number LIMIT ?2)
        UNION ALL
        SELECT * FROM (SELECT number, urgency_changes_at AS at FROM task INDEXED BY task_urgency
          WHERE urgency_changes_at <= ?1 ORDER BY urgency_changes_at, number LIMIT ?2))
      GROUP BY number ORDER BY min(at), number LIMIT ?2
      """;

  static final String CLAIM =
      """
      UPDATE task
         SET status = 3, token = token + 1, worker = ?1, started_at = ?2, updated_at = ?2,
             lease_until = ?2 + min(?3, timeout)
       WHERE number IN (
               SELECT number FROM task INDEXED BY task_by_status WHERE status = 2
                ORDER BY claim_order, number LIMIT ?4)
      RETURNING number
      """;

  static final String DETAILS =
      "SELECT "
          + TASK
          + """
            , x.prompt, x.payload, x.result, x.error, x.fingerprint,
            (SELECT group_concat(p.prerequisite)
               FROM (SELECT prerequisite FROM dependency
                      WHERE dependent = t.number ORDER BY prerequisite) p)
             FROM task t JOIN task_text x ON x.task = t.number WHERE t.number = ?1
            """;

  static final String FIND = "SELECT " + TASK + " FROM task t WHERE t.number = ?1";

  static final String PROGRESS =
      """
      UPDATE task SET status = ?1, due_at = ?2, failures = ?3,
             lease_until = ?4, finished_at = ?5, updated_at = ?6,
             open_prerequisites = ?7, open_dependents = ?8,
             urgency_changes_at = ?9
       WHERE number = ?10
      """;

  static final String OPEN_DEPENDENTS =
      "SELECT "
          + TASK
          + """
            FROM dependency d JOIN task t ON t.number = d.dependent
            WHERE d.prerequisite = ?1 AND t.status <= 3
            ORDER BY d.dependent
            """;

  private RawSql() {}
}
