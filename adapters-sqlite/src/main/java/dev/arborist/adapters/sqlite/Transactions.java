package dev.arborist.adapters.sqlite;

import dev.arborist.adapters.sql.Session;
import dev.arborist.adapters.sql.Sql;
import dev.arborist.adapters.sql.SqlException;
import dev.arborist.adapters.sql.StatusCounts;
import dev.arborist.application.port.out.StorageException;
import dev.arborist.application.port.out.UnknownOutcomeException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * Transactions on the connection that writes; used by the writer's thread alone.
 *
 * <p>Transactions are begun and ended by SQL: the driver's commit() begins the next one at once,
 * and when that fails it reports a commit that succeeded as one that did not.
 */
final class Transactions {

  private static final Sql BEGIN = new Sql("BEGIN IMMEDIATE");
  private static final Sql COMMIT = new Sql("COMMIT");
  private static final Sql SAVEPOINT = new Sql("SAVEPOINT unit");
  private static final Sql RELEASE = new Sql("RELEASE unit");
  private static final Sql UNDO = new Sql("ROLLBACK TO unit");

  private static final long FIRST_PAUSE_NANOS = TimeUnit.MICROSECONDS.toNanos(200);
  private static final long LONGEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(4);

  /** Where a transaction gets what it is to run. */
  interface Units {

    /**
     * The transaction has begun, after the wait for other processes: whoever came in meanwhile may
     * still be in it.
     *
     * @return whether there may be more than one unit; then each gets a savepoint
     */
    boolean begin();

    /** The next unit, or null when the transaction is to be committed. */
    @Nullable Work<?> next();
  }

  private final DatabaseFile file;
  private final SqliteSettings settings;
  private @Nullable Session session;

  Transactions(DatabaseFile file, SqliteSettings settings) {
    this.file = file;
    this.settings = settings;
  }

  /**
   * Runs units of work in one transaction and commits it. A unit that is refused is undone by
   * itself and told so.
   *
   * @throws UnknownOutcomeException when the commit failed so that nobody knows
   * @throws StorageException when the store failed; nothing has changed
   */
  void run(Units units) {
    String what = "change " + file.path();
    try {
      Session open = session();
      beginOrGiveUp(open);
      if (runAll(open, units)) {
        commit(open, what);
      }
    } catch (JdbiException | SqlException | SQLException e) {
      throw SqliteFailures.translate(what, e);
    }
  }

  private Session session() throws SQLException {
    Session open = session;
    if (open == null) {
      open = Sessions.withoutAutocommit(Connections.writer(file, settings), settings.meter());
      session = open;
    }
    return open;
  }

  /** A connection that cannot begin is not tried again, unless another just held the lock. */
  private void beginOrGiveUp(Session open) throws SQLException {
    try {
      begin(open);
    } catch (SqlException failure) {
      if (!SqliteFailures.isBusy(failure)) {
        close();
      }
      throw failure;
    }
  }

  /**
   * SQLite's own waiting sleeps longer and longer, up to a tenth of a second, so that a process
   * whose commits follow each other starves the others. Short pauses of random length let each in
   * about as often.
   */
  private static void begin(Session open) {
    long deadline =
        System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(Connections.BUSY_TIMEOUT_MILLIS);
    long pause = FIRST_PAUSE_NANOS;
    while (true) {
      try {
        open.run(BEGIN).execute();
        return;
      } catch (SqlException e) {
        if (!SqliteFailures.isBusy(e) || System.nanoTime() - deadline > 0) {
          throw e;
        }
      }
      LockSupport.parkNanos(pause / 2 + ThreadLocalRandom.current().nextLong(pause));
      pause = Math.min(pause * 2, LONGEST_PAUSE_NANOS);
    }
  }

  /** Whether the transaction is still there to be committed. */
  private boolean runAll(Session open, Units units) {
    boolean savepoints = units.begin();
    StatusCounts gathered = new StatusCounts();
    try {
      for (Work<?> unit = units.next(); unit != null; unit = units.next()) {
        boolean stands =
            savepoints ? runInSavepoint(open, unit, gathered) : runAlone(open, unit, gathered);
        if (!stands) {
          return false;
        }
      }
      SqliteWrites.flush(gathered, open);
      return true;
    } catch (RuntimeException | Error failure) {
      rollback(open, failure);
      throw failure;
    }
  }

  private static boolean runInSavepoint(Session open, Work<?> unit, StatusCounts gathered) {
    open.run(SAVEPOINT).execute();
    SqliteWrites tx = new SqliteWrites(open, gathered);
    try {
      unit.attempt(tx);
      gathered.addAll(tx.counts());
    } catch (RuntimeException | Error failure) {
      refuse(unit, failure);
      open.forgetBatches();
      open.run(UNDO).execute();
    }
    open.run(RELEASE).execute();
    return true;
  }

  private boolean runAlone(Session open, Work<?> unit, StatusCounts gathered) {
    SqliteWrites tx = new SqliteWrites(open, gathered);
    try {
      unit.attempt(tx);
      gathered.addAll(tx.counts());
      return true;
    } catch (RuntimeException | Error failure) {
      refuse(unit, failure);
      rollback(open, failure);
      return false;
    }
  }

  /** Tells a unit why it is undone, unless the store has failed and with it the transaction. */
  private static void refuse(Work<?> unit, Throwable failure) {
    if (!SqliteFailures.isOfStore(failure)) {
      unit.fail(failure);
    } else if (SqliteFailures.leavesConnectionUsable(failure)) {
      unit.fail(SqliteFailures.translate("store this", failure));
    } else if (failure instanceof RuntimeException unchecked) {
      throw unchecked;
    } else {
      throw (Error) failure;
    }
  }

  private void commit(Session open, String what) {
    try {
      open.run(COMMIT).execute();
    } catch (SqlException failure) {
      rollback(open, failure);
      throw SqliteFailures.commitFailure(what, failure);
    }
  }

  /**
   * After a failure of the store itself the connection is given up, and the next transaction opens
   * another.
   */
  private void rollback(Session open, Throwable failure) {
    boolean usable = SqliteFailures.keepsConnection(failure);
    try {
      open.forgetBatches();
      open.execute("ROLLBACK");
    } catch (SQLException second) {
      failure.addSuppressed(second);
      usable = false;
    }
    if (!usable) {
      try {
        close();
      } catch (SQLException third) {
        failure.addSuppressed(third);
      }
    }
  }

  /** Gives free space back; on a connection that waits for other processes by itself. */
  void compact() {
    try (Connection connection = Connections.upkeep(file);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("VACUUM");
    } catch (SQLException e) {
      throw SqliteFailures.translate("compact " + file.path(), e);
    }
  }

  void close() throws SQLException {
    Session open = session;
    session = null;
    if (open != null) {
      open.close();
    }
  }
}
