package dev.arborist.adapters.postgres;

import dev.arborist.adapters.sql.EventTable;
import dev.arborist.adapters.sql.Run;
import dev.arborist.adapters.sql.Session;
import dev.arborist.adapters.sql.Sql;
import dev.arborist.adapters.sql.StatusCounts;
import dev.arborist.domain.history.TaskEvent;
import dev.arborist.domain.task.TaskStatus;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What units of work change in the counts by status.
 *
 * <p>A row that all of them update would let each wait until the one before has been committed. So
 * each adds a row of its own, and rows are summed up by one transaction now and then. How many rows
 * there have ever been is how many units have been committed, which stands for the state.
 */
final class UnitCounts {

  /** Reading sums the rows that are left, so they are kept few. */
  private static final int ROWS_BETWEEN_SUMS = 256;

  private static final String INSERT =
      """
      INSERT INTO unit (tasks, priorities)
      VALUES (CAST(:tasks AS bigint[]), CAST(:priorities AS bigint[])) RETURNING number
      """;

  private static final Sql ADD = new Sql(INSERT);

  /** Both on one way to the server: nearly every unit tells at least one event. */
  private static final Sql ADD_AND_TELL =
      new Sql("WITH told AS (" + PostgresEvents.INSERT + ") " + INSERT);

  /** Rows that are being added are not seen, and another who sums has his own. */
  private static final Sql SUM_UP =
      new Sql(
          """
          WITH gone AS (
            DELETE FROM unit WHERE number IN (
              SELECT number FROM unit ORDER BY number LIMIT 10000 FOR UPDATE SKIP LOCKED)
            RETURNING tasks, priorities),
          summed AS (
            UPDATE counted_status c
               SET tasks = c.tasks + coalesce((SELECT sum(g.tasks[c.status + 1]) FROM gone g), 0),
                   priority_sum = c.priority_sum
                     + coalesce((SELECT sum(g.priorities[c.status + 1]) FROM gone g), 0)
            RETURNING 1)
          UPDATE counted SET units = units + (SELECT count(*) FROM gone)
          """);

  /** The rows that are left are added when the counts are read. */
  private static final Sql COUNT_AFRESH =
      new Sql(
          """
          UPDATE counted_status c
             SET tasks = (SELECT count(*) FROM task t WHERE t.status = c.status)
                   - coalesce((SELECT sum(u.tasks[c.status + 1]) FROM unit u), 0),
                 priority_sum = (SELECT coalesce(sum(t.priority), 0) FROM task t
                                  WHERE t.status = c.status)
                   - coalesce((SELECT sum(u.priorities[c.status + 1]) FROM unit u), 0)
          """);

  /** Stands for the committed state. */
  static final Sql COMMITTED_UNITS =
      new Sql("SELECT units + (SELECT count(*) FROM unit) FROM counted");

  private final Session session;

  UnitCounts(Session session) {
    this.session = session;
  }

  /**
   * Adds what was gathered, and the last event of the unit where it has one.
   *
   * @return the number of the row
   */
  long add(StatusCounts counts, @Nullable TaskEvent last) {
    long[] tasks = new long[TaskStatus.values().length];
    long[] priorities = new long[TaskStatus.values().length];
    counts.drain(
        (status, changedTasks, changedPriorities) -> {
          tasks[status] = changedTasks;
          priorities[status] = changedPriorities;
        });
    Run run = last == null ? session.run(ADD) : EventTable.bind(session.run(ADD_AND_TELL), last);
    return run.set("tasks", array(tasks)).set("priorities", array(priorities)).number();
  }

  private static String array(long[] values) {
    return Arrays.stream(values)
        .mapToObj(Long::toString)
        .collect(Collectors.joining(",", "{", "}"));
  }

  /** Whether it is the turn of this unit to have the rows summed up behind it. */
  static boolean isDue(long unit) {
    return unit > 0 && unit % ROWS_BETWEEN_SUMS == 0;
  }

  void sumUp() {
    session.run(SUM_UP).execute();
  }

  void countAfresh() {
    session.run(COUNT_AFRESH).execute();
  }
}
