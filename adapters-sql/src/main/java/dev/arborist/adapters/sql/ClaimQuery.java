package dev.arborist.adapters.sql;

import dev.arborist.domain.task.ClaimFilter;
import dev.arborist.domain.task.EpochMicros;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskSource;
import dev.arborist.domain.task.TaskStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Takes the first of the ready tasks, and finds what is due. */
final class ClaimQuery {

  private static final int NANOS_PER_MICRO = 1_000;

  /** Each part reads at most the limit from its own index. */
  private static final Sql DUE =
      new Sql(
          """
          SELECT number FROM (
            SELECT * FROM (SELECT number, due_at AS at FROM task {index task_due}
              WHERE status = 0 AND due_at <= :now ORDER BY due_at, number LIMIT :limit {lockFree task}) soon
            UNION ALL
            SELECT * FROM (SELECT number, lease_until AS at FROM task {index task_leased}
              WHERE status = 3 AND lease_until <= :now ORDER BY lease_until, number LIMIT :limit {lockFree task}) soon
            UNION ALL
            SELECT * FROM (SELECT number, urgency_changes_at AS at FROM task {index task_urgency}
              WHERE urgency_changes_at <= :now ORDER BY urgency_changes_at, number LIMIT :limit {lockFree task}) soon) every
          GROUP BY number ORDER BY min(at), number LIMIT :limit
          """);

  private static final String CLAIM =
      """
      UPDATE task
         SET status = 3, token = token + 1, worker = :worker, started_at = :now, updated_at = :now,
             lease_until = :now + {least}(:lease, timeout)
       WHERE number IN (
               {onceBegin}
               SELECT number FROM task {index %s} WHERE status = 2%s
                ORDER BY claim_order, number LIMIT :count {%s task}
               {onceEnd})
      RETURNING number
      """;

  private static final String ANY = "SELECT number FROM task {index %s} WHERE status = 2%s LIMIT 1";

  /** By what is asked for; there are few dozen kinds. */
  private static final Map<String, Sql> CLAIMS = new ConcurrentHashMap<>();

  private final Session session;
  private final StatusCounts counts;

  ClaimQuery(Session session, StatusCounts counts) {
    this.session = session;
    this.counts = counts;
  }

  List<TaskNumber> due(Instant now, int limit) {
    return session
        .run(DUE)
        .set("now", EpochMicros.of(now))
        .set("limit", limit)
        .list(row -> TaskNumber.of(row.getLong(1)));
  }

  /** Whether a task is ready for such a claim, locked or not. */
  boolean anyReady(ClaimFilter filter) {
    return bind(session.run(statement(ANY, filter, "")), filter)
        .first(row -> row.getLong(1))
        .isPresent();
  }

  /** Rows come back from RETURNING in no order, and all are read before anything else is done. */
  List<TaskDetails> claim(
      String worker, int count, Duration lease, ClaimFilter filter, Instant now, boolean waits) {
    Run run =
        bind(session.run(statement(CLAIM, filter, waits ? "lock" : "lockFree")), filter)
            .set("worker", worker)
            .set("lease", lease.toNanos() / NANOS_PER_MICRO)
            .set("now", EpochMicros.of(now))
            .set("count", count);
    List<Long> claimed = run.list(row -> row.getLong(1));
    List<TaskDetails> tasks =
        claimed.stream()
            .map(
                number ->
                    session
                        .run(SqlReads.FIND_DETAILS)
                        .set("number", number)
                        .first(TaskColumns::details))
            .map(found -> found.orElseThrow())
            .sorted(
                Comparator.comparing((TaskDetails details) -> -details.task().rank().priority())
                    .thenComparing(details -> details.task().number()))
            .toList();
    tasks.forEach(details -> counts.moved(details.task(), TaskStatus.READY));
    return tasks;
  }

  private static Run bind(Run run, ClaimFilter filter) {
    if (filter.agentType() != null) {
      run.set("agentType", filter.agentType());
    }
    if (filter.branch() != null) {
      run.set("branch", filter.branch());
    }
    return run;
  }

  private static Sql statement(String template, ClaimFilter filter, String lock) {
    String index = filter.agentType() == null ? "task_by_status" : "task_ready_for_agent";
    String agent = filter.agentType() == null ? "" : " AND agent_type = :agentType";
    String branch = filter.branch() == null ? "" : " AND branch = :branch";
    String sources =
        filter.sources().isEmpty()
            ? ""
            : filter.sources().stream()
                .map(TaskSource::code)
                .map(String::valueOf)
                .collect(Collectors.joining(", ", " AND source IN (", ")"));
    return CLAIMS.computeIfAbsent(
        template.formatted(index, agent + branch + sources, lock), Sql::new);
  }
}
