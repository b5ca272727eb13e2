package dev.arborist.adapters.sql;

import dev.arborist.application.port.out.StoredStatistics;
import dev.arborist.domain.query.QueueStatistics.Mark;
import dev.arborist.domain.task.EpochMicros;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of all tasks without looking at each.
 *
 * <p>The counts by stored status are kept; what time has changed since is counted from the indexes
 * of what is due, which are short because claims keep up with them.
 */
public final class StatisticsReads {

  private static final Sql COUNTS = new Sql("SELECT status, tasks, priority_sum FROM status_count");

  /**
   * Moves between the stored status and the one in effect: from, to, how many, their priorities.
   */
  private static final Sql MOVED =
      new Sql(
          "SELECT 0, 2, count(*), coalesce(sum(t.priority), 0) FROM task t {index task_due}"
              + " WHERE t.status = 0 AND t.due_at <= :asOf"
              + " UNION ALL SELECT 3, 2, count(*), coalesce(sum(t.priority), 0)"
              + " FROM task t {index task_leased} WHERE "
              + Effective.RETURNED
              + " UNION ALL SELECT 3, 5, count(*), coalesce(sum(t.priority), 0)"
              + " FROM task t {index task_leased} WHERE "
              + Effective.SPENT);

  private static final Sql OLDEST_READY =
      new Sql(
          """
          SELECT number, created_at FROM (
            SELECT * FROM (SELECT number, created_at FROM task {index task_ready_by_age}
                            WHERE status = 2
                            ORDER BY created_at, number LIMIT 1) a
            UNION ALL
            SELECT * FROM (SELECT number, created_at FROM task {index task_due}
                            WHERE status = 0 AND due_at <= :asOf
                            ORDER BY created_at, number LIMIT 1) a
            UNION ALL
            SELECT * FROM (SELECT number, created_at FROM task {index task_leased}
                            WHERE status = 3 AND lease_until <= :asOf AND failures + 1 <= max_retries
                            ORDER BY created_at, number LIMIT 1) a) oldest
          ORDER BY created_at, number LIMIT 1
          """);

  private static final Sql NEWEST =
      new Sql("SELECT number, created_at FROM task ORDER BY number DESC LIMIT 1");

  private static final Sql OLDEST_LEASE =
      new Sql(
          """
          SELECT number, started_at FROM task {index task_leased}
           WHERE status = 3 AND lease_until > :asOf ORDER BY started_at, number LIMIT 1
          """);

  private static final Sql TOTAL = new Sql("SELECT sum(tasks) FROM status_count");

  /** Each part reads one entry of its own index; urgency changes nothing that is shown. */
  public static final Sql NEXT_DUE =
      new Sql(
          """
          SELECT at FROM (
            SELECT * FROM (SELECT due_at AS at FROM task {index task_due}
                            WHERE status = 0 AND due_at > :asOf ORDER BY due_at LIMIT 1) a
            UNION ALL
            SELECT * FROM (SELECT lease_until AS at FROM task {index task_leased}
                            WHERE status = 3 AND lease_until > :asOf ORDER BY lease_until LIMIT 1) a) next
          ORDER BY at LIMIT 1
          """);

  private static final Sql READY_BEFORE =
      new Sql(
          """
          SELECT (SELECT count(*) FROM task WHERE status = 2 AND claim_order < :order)
               + (SELECT count(*) FROM task
                   WHERE status = 2 AND claim_order = :order AND number < :number)
               + (SELECT count(*) FROM task {index task_due} WHERE status = 0 AND due_at <= :asOf
                     AND (claim_order, number) < (:order, :number))
               + (SELECT count(*) FROM task {index task_leased} WHERE status = 3 AND lease_until <= :asOf
                     AND failures + 1 <= max_retries AND (claim_order, number) < (:order, :number))
          """);

  private final Session session;

  StatisticsReads(Session session) {
    this.session = session;
  }

  StoredStatistics statistics(Instant asOf) {
    long micros = EpochMicros.of(asOf);
    Map<TaskStatus, Long> counts = new EnumMap<>(TaskStatus.class);
    long[] open = new long[2];
    session
        .run(COUNTS)
        .list(row -> count(counts, open, row.getInt(1), row.getLong(2), row.getLong(3)));
    session
        .run(MOVED)
        .set("asOf", micros)
        .list(
            row -> {
              count(counts, open, row.getInt(1), -row.getLong(3), -row.getLong(4));
              return count(counts, open, row.getInt(2), row.getLong(3), row.getLong(4));
            });
    return new StoredStatistics(
        counts,
        open[1],
        open[0],
        session.run(OLDEST_READY).set("asOf", micros).first(StatisticsReads::mark).orElse(null),
        session.run(NEWEST).first(StatisticsReads::mark).orElse(null),
        session.run(OLDEST_LEASE).set("asOf", micros).first(StatisticsReads::mark).orElse(null));
  }

  long count() {
    return session.run(TOTAL).number();
  }

  Optional<Instant> nextDue(Instant asOf) {
    return session
        .run(NEXT_DUE)
        .set("asOf", EpochMicros.of(asOf))
        .first(row -> EpochMicros.toInstant(row.getLong(1)));
  }

  private static TaskStatus count(
      Map<TaskStatus, Long> counts, long[] open, int code, long tasks, long priorities) {
    TaskStatus status = TaskStatus.ofCode(code);
    counts.merge(status, tasks, Long::sum);
    if (status.isOpen()) {
      open[0] += tasks;
      open[1] += priorities;
    }
    return status;
  }

  private static Mark mark(ResultSet row) throws SQLException {
    return new Mark(TaskNumber.of(row.getLong(1)), EpochMicros.toInstant(row.getLong(2)));
  }

  long countReadyBefore(int priority, TaskNumber number, Instant asOf) {
    return session
        .run(READY_BEFORE)
        .set("order", -priority)
        .set("number", number.value())
        .set("asOf", EpochMicros.of(asOf))
        .number();
  }
}
