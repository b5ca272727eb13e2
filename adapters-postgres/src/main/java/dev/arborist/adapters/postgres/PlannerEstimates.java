package dev.arborist.adapters.postgres;

import dev.arborist.adapters.sql.Session;
import dev.arborist.adapters.sql.Sql;
import dev.arborist.adapters.sql.SqlException;
import java.sql.SQLException;

/**
 * Keeps the server's planner from taking tables for empty that are not.
 *
 * <p>Where a table had no rows when the server looked at it last, because all had been pruned, the
 * planner expects at most one from then on, however many are added. For one row every index costs
 * the same, so that a step may read the whole of one that it cannot be looked up in. The server
 * looks again within minutes, but never while one unit of work adds them all. Tables that were
 * never looked at are estimated by their size, and those that had some rows well enough.
 */
final class PlannerEstimates {

  /** So few are read whole in no time. */
  private static final int ROWS_BETWEEN_LOOKS = 100;

  private static final Sql TAKEN_FOR_EMPTY =
      new Sql(
          """
          SELECT count(*) FROM pg_class
           WHERE reltuples BETWEEN 0 AND 1 AND pg_has_role(relowner, 'USAGE')
             AND ((oid = CAST('task' AS regclass)
                   AND EXISTS (SELECT 1 FROM task OFFSET 1))
               OR (oid = CAST('dependency' AS regclass)
                   AND EXISTS (SELECT 1 FROM dependency OFFSET 1)))
          """);

  /** Passes over a table that somebody else is looking at just then. */
  private static final String LOOK = "ANALYZE (SKIP_LOCKED) task, dependency";

  private final Session session;
  private int rows;

  /** What one unit of work adds. */
  PlannerEstimates(Session session) {
    this.session = session;
  }

  /** Counts tasks that were added, and has the server look after every hundred. */
  void added(int tasks) {
    rows += tasks;
    if (rows >= ROWS_BETWEEN_LOOKS) {
      rows = 0;
      mend();
    }
  }

  /** Has the server look where it takes a table for empty that is not, if it is the user's own. */
  void mend() {
    if (session.run(TAKEN_FOR_EMPTY).number() > 0) {
      try {
        session.execute(LOOK);
      } catch (SQLException e) {
        throw new SqlException(e);
      }
    }
  }
}
