package dev.arborist.perf.server;

/**
 * The statements that the queue runs on a server for a claim and a completion, written down again.
 */
final class RawServerSql {

  private static final String TASK =
      """
      t.number, t.id, t.summary, t.source, t.agent_type, t.branch, t.session, t.parent,
      t.idempotency_key, t.base_priority, t.deadline, t.estimate, t.not_before, t.max_retries,
      t.timeout, t.status, t.due_at, t.token, t.failures, t.worker, t.lease_until, t.started_at,
      t.finished_at, t.cause, t.priority, t.depth, t.open_prerequisites, t.open_dependents,
      t.urgency_changes_at, t.created_at, t.updated_at
      """;

  static final String DUE =
      """
      SELECT number FROM (
        SELECT * FROM (SELECT number, due_at AS at FROM task
          WHERE status = 0 AND due_at <= ? ORDER BY due_at, number LIMIT ?
          FOR NO KEY UPDATE OF task SKIP LOCKED) soon
        UNION ALL
        SELECT * FROM (SELECT number, lease_until AS at FROM task
          WHERE status = 3 AND lease_until <= ? ORDER BY lease_until, number LIMIT ?
          FOR NO KEY UPDATE OF task SKIP LOCKED) soon
        UNION ALL
        SELECT * FROM (SELECT number, urgency_changes_at AS at FROM task
          WHERE urgency_changes_at <= ? ORDER BY urgency_changes_at, number LIMIT ?
          FOR NO KEY UPDATE OF task SKIP LOCKED) soon) every
      GROUP BY number ORDER BY min(at), number LIMIT ?
      """;

  static final String CLAIM =
      """
      UPDATE task
         SET status = 3, token = token + 1, worker = ?, started_at = ?, updated_at = ?,
             lease_until = ? + least(?, timeout)
       WHERE number IN (
               WITH chosen AS MATERIALIZED (
               SELECT number FROM task WHERE status = 2
                ORDER BY claim_order, number LIMIT 1 FOR NO KEY UPDATE OF task SKIP LOCKED)
               SELECT number FROM chosen)
      RETURNING number
      """;

  static final String DETAILS =
      "SELECT "
          + TASK
          + """
            , x.prompt, x.payload, x.result, x.error, x.fingerprint,
            (SELECT string_agg(CAST(p.prerequisite AS text), ',' ORDER BY p.prerequisite)
               FROM (SELECT prerequisite FROM dependency
                      WHERE dependent = t.number ORDER BY prerequisite) p)
             FROM task t JOIN task_text x ON x.task = t.number WHERE t.number = ?
              FOR NO KEY UPDATE OF t
            """;

  static final String FIND =
      "SELECT " + TASK + " FROM task t WHERE t.number = ? FOR NO KEY UPDATE OF t";

  /** The other columns keep their values, which the server writes anew with the row. */
  static final String UPDATE =
      """
      UPDATE task SET status = ?, finished_at = ?, updated_at = ?, lease_until = NULL
       WHERE number = ?
      """;

  static final String OPEN_DEPENDENTS =
      "SELECT "
          + TASK
          + """
            FROM dependency d JOIN task t ON t.number = d.dependent
            WHERE d.prerequisite = ? AND t.status + 0 <= 3
            ORDER BY d.dependent FOR NO KEY UPDATE OF t
            """;

  static final String APPEND_AND_COUNT =
      """
      WITH told AS (
        INSERT INTO event (sequence, task, at, actor, reason, from_status, to_status, token, note)
        VALUES (nextval('event_sequence'), ?, ?, 'worker', ?, ?, ?, 1, NULL))
      INSERT INTO unit (tasks, priorities)
      VALUES (CAST(? AS bigint[]), CAST(? AS bigint[])) RETURNING number
      """;

  private RawServerSql() {}
}
