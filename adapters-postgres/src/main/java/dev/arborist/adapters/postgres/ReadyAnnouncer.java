package dev.arborist.adapters.postgres;

import dev.arborist.adapters.sql.Session;
import dev.arborist.adapters.sql.Sql;
import dev.arborist.adapters.sql.SqlException;
import dev.arborist.adapters.sql.StatementMeter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Tells other processes that there are tasks to be claimed.
 *
 * <p>It is told behind the commit, in a transaction of its own: the server lets only one
 * transaction at a time commit that tells something, so units of work that did would wait for each
 * other's disk writes. It is told at most once in some milliseconds, for all units together. What
 * is not told because this process or the server dies is found by those who poll. Safe for use by
 * several threads.
 */
final class ReadyAnnouncer implements AutoCloseable {

  /** What listeners listen to; the schema is what is told. */
  static final String CHANNEL = "arborist";

  private static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private static final Sql NOT_FOR_THE_DISK = new Sql("SET LOCAL synchronous_commit = off");
  private static final Sql TELL =
      new Sql("SELECT 1 FROM (SELECT pg_notify('" + CHANNEL + "', :schema)) told");

  private final Pool pool;
  private final String schema;
  private final ExecutorService thread;
  private final AtomicBoolean isDue = new AtomicBoolean();
  private volatile long lastNanos = System.nanoTime() - INTERVAL_NANOS;

  ReadyAnnouncer(Pool pool, String schema) {
    this.pool = pool;
    this.schema = schema;
    thread =
        Executors.newSingleThreadExecutor(
            work -> {
              Thread announcer = new Thread(work, "arborist-announcer " + schema);
              announcer.setDaemon(true);
              return announcer;
            });
  }

  /** Tells it soon, and returns at once; not to be called when it is closed. */
  void announce() {
    if (isDue.compareAndSet(false, true)) {
      thread.execute(this::tell);
    }
  }

  private void tell() {
    Pause.nanos(INTERVAL_NANOS - (System.nanoTime() - lastNanos));
    isDue.set(false); // before it: what is committed from here on is told again
    try (Connection connection = pool.connect()) {
      Session session = new Session(connection, PostgresDialect.WRITING, StatementMeter.NONE);
      session.run(NOT_FOR_THE_DISK).execute();
      session.run(TELL).set("schema", schema).number();
      connection.commit();
    } catch (SQLException | SqlException untold) {
      // A hint and no more: who polls will find the tasks, and this may be a server that is away.
      return;
    } finally {
      lastNanos = System.nanoTime();
    }
  }

  /** Tells what is due first: a command ends right after its commit. */
  @Override
  public void close() {
    thread.shutdown();
    Pause.untilEnded(thread);
  }
}
