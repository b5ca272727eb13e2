package dev.arborist.adapters.postgres;

import dev.arborist.adapters.sql.Session;
import dev.arborist.adapters.sql.Sql;
import dev.arborist.adapters.sql.SqlException;

/**
 * The one row that is locked by who looks for a cycle, so that two links cannot close one together.
 */
final class CycleGuard {

  private static final String SELECT = "SELECT name FROM cycle_guard WHERE name = 'links'";
  private static final Sql LOCK = new Sql(SELECT + " FOR UPDATE");
  private static final Sql LOCK_IF_FREE = new Sql(SELECT + " FOR UPDATE NOWAIT");

  private final Session session;

  CycleGuard(Session session) {
    this.session = session;
  }

  /** Waits for it, which only who holds nothing else may do. */
  void await() {
    session.run(LOCK).first(row -> row.getString(1));
  }

  /**
   * Does not wait: whoever has it may be waiting for a task that this unit of work has.
   *
   * @throws GuardIsLockedException when another has it
   */
  void takeIfFree() {
    try {
      session.run(LOCK_IF_FREE).first(row -> row.getString(1));
    } catch (SqlException failure) {
      if (PostgresFailures.isLocked(failure)) {
        throw new GuardIsLockedException(failure);
      }
      throw failure;
    }
  }
}
