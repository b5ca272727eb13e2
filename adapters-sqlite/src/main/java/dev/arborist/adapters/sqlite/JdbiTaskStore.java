package dev.arborist.adapters.sqlite;

import dev.arborist.application.port.out.StorageException;
import dev.arborist.application.port.out.TaskReads;
import dev.arborist.application.port.out.TaskStore;
import dev.arborist.application.port.out.TaskWrites;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * One writer and a few readers on one file.
 *
 * <p>Every unit of work gets a fresh handle: a handle reused after a BEGIN that failed reports a
 * transaction that is not there, and its next write would commit by itself.
 */
final class JdbiTaskStore implements TaskStore {

  private static final int READERS_MAX = 8;

  private final QueueFile file;
  private final ConnectionPool writers;
  private final ConnectionPool readers;
  private final Jdbi writer;
  private final Jdbi reader;
  private final AtomicBoolean open = new AtomicBoolean(true);

  private JdbiTaskStore(QueueFile file) {
    this.file = file;
    writers = new ConnectionPool(1, () -> Connections.writer(file));
    readers = new ConnectionPool(READERS_MAX, () -> Connections.reader(file));
    writer = writers.jdbi();
    reader = readers.jdbi();
  }

  static TaskStore open(Path path) {
    QueueFile file = QueueFile.existing(path);
    file.requireQueue();
    return new JdbiTaskStore(file);
  }

  @Override
  public <T> T write(Function<TaskWrites, T> work) {
    return inTransaction(
        "change", writer, "BEGIN IMMEDIATE", handle -> work.apply(new JdbiTaskWrites(handle)));
  }

  @Override
  public <T> T read(Function<TaskReads, T> work) {
    return inTransaction("read", reader, "BEGIN", handle -> work.apply(new JdbiTaskReads(handle)));
  }

  /**
   * Transactions are begun and ended by SQL: the driver's commit() begins the next one at once, and
   * when that fails it reports a commit that succeeded as one that did not.
   */
  private <T> T inTransaction(String verb, Jdbi jdbi, String begin, Function<Handle, T> work) {
    String what = verb + " " + file.path();
    try (Handle handle = jdbi.open()) {
      execute(handle, begin);
      T result = attempt(handle, work);
      commit(handle, what);
      return result;
    } catch (JdbiException | SQLException e) {
      throw SqliteFailures.translate(what, e);
    }
  }

  private static <T> T attempt(Handle handle, Function<Handle, T> work) {
    try {
      return work.apply(handle);
    } catch (RuntimeException | Error failure) {
      rollback(handle, failure);
      throw failure;
    }
  }

  private static void commit(Handle handle, String what) {
    try {
      execute(handle, "COMMIT");
    } catch (SQLException failure) {
      rollback(handle, failure);
      StorageException refused = SqliteFailures.storageFailure(what, failure);
      if (SqliteFailures.leavesConnectionUsable(failure)) {
        throw refused;
      }
      throw new StorageException(
          refused.getMessage()
              + "; whether the change was kept is unknown: look before you repeat it",
          failure);
    }
  }

  /** Past JDBI, whose machinery a read of the tree does not need otherwise. */
  private static void execute(Handle handle, String sql) throws SQLException {
    try (Statement statement = handle.getConnection().createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  /**
   * After a failure of the store itself the connection is given up, and the next work opens
   * another.
   */
  private static void rollback(Handle handle, Throwable failure) {
    boolean usable =
        SqliteFailures.code(failure) == null || SqliteFailures.leavesConnectionUsable(failure);
    try {
      execute(handle, "ROLLBACK");
    } catch (SQLException second) {
      failure.addSuppressed(second);
      usable = false;
    }
    if (!usable) {
      try {
        handle.getConnection().close();
      } catch (SQLException third) {
        failure.addSuppressed(third);
      }
    }
  }

  @Override
  public void close() {
    if (open.compareAndSet(true, false)) {
      try {
        try {
          readers.close();
        } finally {
          writers.close();
        }
      } catch (SQLException e) {
        throw SqliteFailures.translate("close " + file.path(), e);
      }
    }
  }
}
