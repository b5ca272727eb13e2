package dev.arborist.adapters.sqlite;

import dev.arborist.adapters.sql.Session;
import dev.arborist.adapters.sql.SqlException;
import dev.arborist.adapters.sql.history.HistoryDatabase;
import dev.arborist.application.port.out.StorageException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Function;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * One connection to one file, for a store that is used now and then by one thread.
 *
 * <p>Every read and every write is a transaction, fully durable. Another process that writes is
 * waited for. After a failure of the store the connection is given up, and the next transaction
 * opens another.
 */
public final class SqliteDatabase implements HistoryDatabase {

  private final DatabaseFile file;
  private @Nullable Session session;
  private boolean closed;

  private SqliteDatabase(DatabaseFile file) {
    this.file = file;
  }

  /**
   * Creates an empty database, and the directories above it.
   *
   * @throws StorageException when something is there already, or the place cannot be written or is
   *     on a network file system
   */
  public static void create(Path path, DatabaseKind kind) {
    Schema.create(DatabaseFile.forCreation(path, kind));
  }

  /**
   * Opens a database that exists; nothing is created. One of an earlier version is brought up to
   * date.
   *
   * @throws StorageException when there is none of this kind at the path, or it is on a network
   *     file system; what is there is left as it is
   */
  public static SqliteDatabase open(Path path, DatabaseKind kind) {
    DatabaseFile file = DatabaseFile.existing(path, kind);
    Schema.upgrade(file, file.requireKind());
    return new SqliteDatabase(file);
  }

  /**
   * Opens a database, and creates it first where nothing is; of several that do so at once, one
   * creates it and all open it.
   *
   * @throws StorageException when there is something else at the path, or it cannot be written
   */
  public static SqliteDatabase openOrCreate(Path path, DatabaseKind kind) {
    if (!isThere(path)) {
      try {
        create(path, kind);
      } catch (StorageException e) {
        if (!isThere(path)) {
          throw e;
        }
      }
    }
    return open(path, kind);
  }

  private static boolean isThere(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  /** As {@link #read(Function, Object)}; a database of ours always has its tables. */
  public <T> T read(Function<Session, T> work) {
    String what = "read " + file.path();
    return run("BEGIN", what, work, failure -> SqliteFailures.storageFailure(what, failure));
  }

  @Override
  public <T> T read(Function<Session, T> work, T none) {
    return read(work);
  }

  @Override
  public <T> T write(Function<Session, T> work) {
    String what = "change " + file.path();
    return run(
        "BEGIN IMMEDIATE", what, work, failure -> SqliteFailures.commitFailure(what, failure));
  }

  private <T> T run(
      String begin,
      String what,
      Function<Session, T> work,
      Function<SQLException, StorageException> failedCommit) {
    try {
      Session open = session();
      begin(open, begin);
      T result = attempt(open, work);
      commit(open, failedCommit);
      return result;
    } catch (JdbiException | SqlException | SQLException e) {
      throw SqliteFailures.storageFailure(what, e);
    }
  }

  private Session session() throws SQLException {
    if (closed) {
      throw new StorageException(file.path() + " has been closed: open it again");
    }
    Session open = session;
    if (open == null) {
      open = Sessions.withoutAutocommit(Connections.upkeep(file), SqliteMeter.NONE);
      session = open;
    }
    return open;
  }

  /** A connection that cannot begin is not tried again, unless another just held the lock. */
  private void begin(Session open, String sql) throws SQLException {
    try {
      open.execute(sql);
    } catch (SQLException failure) {
      if (!SqliteFailures.isBusy(failure)) {
        giveUp(failure);
      }
      throw failure;
    }
  }

  private <T> T attempt(Session open, Function<Session, T> work) {
    try {
      return work.apply(open);
    } catch (RuntimeException | Error failure) {
      rollback(open, failure);
      throw failure;
    }
  }

  private void commit(Session open, Function<SQLException, StorageException> failed) {
    try {
      open.execute("COMMIT");
    } catch (SQLException failure) {
      rollback(open, failure);
      throw failed.apply(failure);
    }
  }

  private void rollback(Session open, Throwable failure) {
    boolean usable = SqliteFailures.keepsConnection(failure);
    try {
      open.execute("ROLLBACK");
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

  private void closeSession() throws SQLException {
    Session open = session;
    session = null;
    if (open != null) {
      open.close();
    }
  }

  /** Closes the connection; a second time does nothing. */
  @Override
  public void close() {
    closed = true;
    try {
      closeSession();
    } catch (SQLException e) {
      throw SqliteFailures.storageFailure("close " + file.path(), e);
    }
  }

  @Override
  public String toString() {
    return file.path().toString();
  }
}
