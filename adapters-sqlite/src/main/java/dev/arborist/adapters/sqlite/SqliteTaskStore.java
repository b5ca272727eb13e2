package dev.arborist.adapters.sqlite;

import dev.arborist.adapters.sql.Session;
import dev.arborist.adapters.sql.SqlException;
import dev.arborist.adapters.sql.SqlReads;
import dev.arborist.application.port.out.StoreUpkeep;
import dev.arborist.application.port.out.TaskReads;
import dev.arborist.application.port.out.TaskStore;
import dev.arborist.application.port.out.TaskWrites;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jdbi.v3.core.JdbiException;

/** One writer and a few readers on one file. */
final class SqliteTaskStore implements TaskStore {

  private static final int READERS_MAX = 8;

  private final DatabaseFile file;
  private final Transactions transactions;
  private final Writer writer;
  private final SessionPool readers;
  private final Revisions revisions;

  @SuppressWarnings("ThreadLocalUsage") // of this store: a thread may read from two
  private final ThreadLocal<Session> reading = new ThreadLocal<>();

  private final AtomicBoolean open = new AtomicBoolean(true);

  private SqliteTaskStore(DatabaseFile file, SqliteSettings settings, LongSupplier nanoTime) {
    this.file = file;
    transactions = new Transactions(file, settings);
    writer = new Writer(transactions, "arborist-writer " + file.path().getFileName(), nanoTime);
    readers =
        new SessionPool(
            READERS_MAX,
            () -> Sessions.withoutAutocommit(Connections.reader(file, settings), settings.meter()));
    revisions = new Revisions(file, settings);
  }

  /**
   * Opens a queue.
   *
   * @param nanoTime the writer's time, as {@link System#nanoTime} has it
   */
  static TaskStore open(Path path, SqliteSettings settings, LongSupplier nanoTime) {
    DatabaseFile file = DatabaseFile.existing(path, DatabaseKind.QUEUE);
    Schema.upgrade(file, file.requireKind());
    return new SqliteTaskStore(file, settings, nanoTime);
  }

  @Override
  public <T> T write(Function<TaskWrites, T> work) {
    return writer.write(work);
  }

  @Override
  public void writeWhenIdle(Predicate<TaskWrites> work) {
    writer.writeWhenIdle(work);
  }

  /** A read within a read goes on in the same transaction: it would wait for its own session. */
  @Override
  public <T> T read(Function<TaskReads, T> work) {
    Session outer = reading.get();
    return outer == null ? readAnew(work) : work.apply(new SqlReads(outer));
  }

  private <T> T readAnew(Function<TaskReads, T> work) {
    String what = "read " + file.path();
    try {
      Session session = readers.lend();
      reading.set(session);
      boolean usable = false;
      try {
        session.execute("BEGIN");
        T result = attempt(session, work);
        session.execute("COMMIT");
        usable = true;
        return result;
      } catch (RuntimeException e) {
        usable = !SqliteFailures.isOfStore(e) && e.getSuppressed().length == 0;
        throw e;
      } finally {
        reading.remove();
        readers.giveBack(session, usable);
      }
    } catch (JdbiException | SqlException | SQLException e) {
      throw SqliteFailures.translate(what, e);
    }
  }

  private static <T> T attempt(Session session, Function<TaskReads, T> work) {
    try {
      return work.apply(new SqlReads(session));
    } catch (RuntimeException | Error failure) {
      try {
        session.execute("ROLLBACK");
      } catch (SQLException second) {
        failure.addSuppressed(second);
      }
      throw failure;
    }
  }

  @Override
  public long revision() {
    return revisions.current();
  }

  /** A file tells nobody: asking it is cheap. */
  @Override
  public void onReady(Runnable hint) {}

  @Override
  public StoreUpkeep upkeep() {
    return new SqliteUpkeep(file, writer);
  }

  @Override
  public void close() {
    if (open.compareAndSet(true, false)) {
      try {
        try {
          revisions.close();
          readers.close();
        } finally {
          writer.close();
          transactions.close();
        }
      } catch (SQLException e) {
        throw SqliteFailures.translate("close " + file.path(), e);
      }
    }
  }
}
