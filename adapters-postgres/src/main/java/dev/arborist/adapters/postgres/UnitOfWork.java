package dev.arborist.adapters.postgres;

import dev.arborist.adapters.sql.Session;
import dev.arborist.application.port.out.StorageException;
import dev.arborist.application.port.out.TaskWrites;
import dev.arborist.application.port.out.UnknownOutcomeException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Runs a unit of work in a transaction, again when others were in its way.
 *
 * <p>What is run again has left nothing: the transaction was undone, or its connection was lost
 * before the commit was asked for. A connection that is lost while it commits leaves the outcome
 * unknown, and nothing is run again.
 *
 * @param <T> what it returns
 */
final class UnitOfWork<T> {

  /**
   * A unit that has changed something.
   *
   * @param number which one it is
   * @param madeReady whether there are tasks to be claimed that were not before
   */
  record Committed(long number, boolean madeReady) {}

  /** With pauses that double, some ten seconds. */
  private static final int ATTEMPTS_MAX = 16;

  /** A row that is there again and again is no chance meeting. */
  private static final int CROSSINGS_MAX = 4;

  private static final long FIRST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
  private static final long LONGEST_PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Pool pool;
  private final String what;
  private final Function<TaskWrites, T> work;
  private final Consumer<Committed> committed;
  private boolean isGuarded;
  private int crossings;

  /**
   * A unit of work that has not run.
   *
   * @param what is done to the store, for messages
   * @param committed is told of the unit when it has changed something
   */
  UnitOfWork(Pool pool, String what, Function<TaskWrites, T> work, Consumer<Committed> committed) {
    this.pool = pool;
    this.what = what;
    this.work = work;
    this.committed = committed;
  }

  /** Runs it until it is committed, or cannot be. */
  T run() {
    long pause = FIRST_PAUSE_NANOS;
    for (int attempt = 1; ; attempt++) {
      try {
        return attempt();
      } catch (RuntimeException failure) {
        if (!PostgresFailures.isOfStore(failure)) {
          throw failure;
        }
        if (attempt == ATTEMPTS_MAX || !mayBeRunAgain(failure)) {
          throw PostgresFailures.translate(what, failure);
        }
      } catch (SQLException failure) {
        if (attempt == ATTEMPTS_MAX || !mayBeRunAgain(failure)) {
          throw PostgresFailures.translate(what, failure);
        }
      }
      Pause.nanos(pause / 2 + ThreadLocalRandom.current().nextLong(pause));
      pause = Math.min(pause * 2, LONGEST_PAUSE_NANOS);
    }
  }

  private boolean mayBeRunAgain(Throwable failure) {
    isGuarded |= failure instanceof GuardIsLockedException;
    if (PostgresFailures.isCrossing(failure)) {
      return ++crossings < CROSSINGS_MAX;
    }
    boolean isLost = PostgresFailures.isOfConnection(failure);
    return PostgresFailures.isConflict(failure) || (isLost && !PostgresFailures.isTimeout(failure));
  }

  private T attempt() throws SQLException {
    try (Connection connection = pool.connect()) {
      Changes changes = new Changes();
      Session session = new Session(connection, PostgresDialect.WRITING, changes);
      T result;
      Committed unit;
      try {
        PostgresWrites tx = new PostgresWrites(session, changes, isGuarded);
        result = work.apply(tx);
        boolean madeReady = tx.makesReady(); // asked before the counts are written
        unit = new Committed(tx.finish(), madeReady);
      } catch (RuntimeException | Error failure) {
        rollback(connection, failure);
        throw failure;
      }
      commit(connection, unit);
      return result;
    }
  }

  private void commit(Connection connection, Committed unit) throws SQLException {
    try {
      connection.commit();
    } catch (SQLException failure) {
      if (unit.number() > 0 && PostgresFailures.isOfConnection(failure)) {
        StorageException refused = PostgresFailures.storageFailure(what, failure);
        throw new UnknownOutcomeException(refused);
      }
      rollback(connection, failure);
      throw failure;
    }
    if (unit.number() > 0) {
      committed.accept(unit);
    }
  }

  /** Undoes what was done until a failure, which stays the one that is told. */
  static void rollback(Connection connection, Throwable failure) {
    try {
      connection.rollback();
    } catch (SQLException second) {
      failure.addSuppressed(second);
    }
  }
}
