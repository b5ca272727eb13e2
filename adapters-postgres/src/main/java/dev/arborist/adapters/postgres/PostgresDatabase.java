package dev.arborist.adapters.postgres;

import dev.arborist.adapters.sql.Session;
import dev.arborist.adapters.sql.Sql;
import dev.arborist.adapters.sql.SqlException;
import dev.arborist.adapters.sql.StatementMeter;
import dev.arborist.adapters.sql.history.HistoryDatabase;
import dev.arborist.application.port.out.StorageException;
import dev.arborist.application.port.out.UnknownOutcomeException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Function;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * One connection to one schema, for a history that is used now and then by one thread.
 *
 * <p>Whoever changes it locks one row first and so waits for all others: then no two meet, whatever
 * they change, and nothing need be run again. After a failure of the store the connection is given
 * up, and the next transaction opens another.
 */
final class PostgresDatabase implements HistoryDatabase {

  private static final int WAIT_SECONDS = 10;
  private static final Sql GUARD = new Sql("SELECT last_run FROM history_guard FOR UPDATE");

  private final PostgresAddress address;
  private @Nullable Session session;
  private boolean isCreated;
  private boolean closed;

  PostgresDatabase(PostgresAddress address) {
    this.address = address;
  }

  /**
   * Connects, and brings older tables up to date if there are any.
   *
   * @throws StorageException when the server cannot be reached, or has something else there
   */
  void connect() {
    run("open " + address, this::isThere);
  }

  /**
   * Creates the tables unless they are there.
   *
   * @return whether they were created
   */
  boolean create() {
    return run("create a history at " + address, this::createIfMissing);
  }

  @Override
  public <T> T read(Function<Session, T> work, T none) {
    return run(
        "read " + address,
        open -> {
          T found = isThere(open) ? work.apply(open) : none;
          open.connection().rollback(); // it has changed nothing
          return found;
        });
  }

  @Override
  public <T> T write(Function<Session, T> work) {
    String what = "change " + address;
    return run(
        what,
        open -> {
          if (!isThere(open)) {
            createIfMissing(open);
          }
          open.run(GUARD).number();
          T result = work.apply(open);
          commit(open, what);
          return result;
        });
  }

  private boolean isThere(Session open) throws SQLException {
    if (!isCreated) {
      isCreated = schema(open).upgradeIfThere();
    }
    return isCreated;
  }

  private boolean createIfMissing(Session open) throws SQLException {
    boolean created = schema(open).createIfMissing();
    isCreated = true;
    return created;
  }

  private PostgresSchema schema(Session open) {
    return new PostgresSchema(SchemaKind.HISTORY, address, open.connection());
  }

  private static void commit(Session open, String what) throws SQLException {
    try {
      open.connection().commit();
    } catch (SQLException failure) {
      if (PostgresFailures.isOfConnection(failure)) {
        throw new UnknownOutcomeException(PostgresFailures.storageFailure(what, failure));
      }
      throw failure;
    }
  }

  /** Statements on a connection, which are undone when they fail. */
  private interface Work<T> {
    T on(Session open) throws SQLException;
  }

  private <T> T run(String what, Work<T> work) {
    if (closed) {
      throw new StorageException(address + " has been closed: open it again");
    }
    try {
      return attempt(session(), work);
    } catch (JdbiException | SqlException | SQLException e) {
      if (PostgresFailures.isConflict(e)) {
        throw new StorageException(
            "cannot " + what + ": another kept it locked for " + WAIT_SECONDS + " s; try again", e);
      }
      throw PostgresFailures.storageFailure(what, e);
    }
  }

  private <T> T attempt(Session open, Work<T> work) throws SQLException {
    try {
      return work.on(open);
    } catch (SQLException | RuntimeException | Error failure) {
      undo(open, failure);
      throw failure;
    }
  }

  private void undo(Session open, Throwable failure) {
    boolean usable = !(failure instanceof Error) && !PostgresFailures.isOfStore(failure);
    try {
      open.connection().rollback();
      open.forgetBatches();
    } catch (SQLException second) {
      failure.addSuppressed(second);
      usable = false;
    }
    if (!usable) {
      giveUp(failure);
    }
  }

  private void giveUp(Throwable failure) {
    try {
      closeSession();
    } catch (SQLException second) {
      failure.addSuppressed(second);
    }
  }

  private Session session() throws SQLException {
    Session open = session;
    if (open == null) {
      open = new Session(Pool.direct(address), PostgresDialect.WRITING, StatementMeter.NONE);
      session = open;
      try {
        setUp(open.connection());
      } catch (SQLException failure) {
        giveUp(failure);
        throw failure;
      }
    }
    return open;
  }

  private static void setUp(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET lock_timeout = '" + WAIT_SECONDS + "s'");
    }
    connection.commit(); // else it is undone with the first transaction that is
  }

  private void closeSession() throws SQLException {
    Session open = session;
    session = null;
    if (open != null) {
      open.close();
    }
  }

  @Override
  public void close() {
    closed = true;
    try {
      closeSession();
    } catch (SQLException e) {
      throw PostgresFailures.storageFailure("close " + address, e);
    }
  }

  @Override
  public String toString() {
    return address.toString();
  }
}
