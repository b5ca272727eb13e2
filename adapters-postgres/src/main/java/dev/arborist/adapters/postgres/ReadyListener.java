package dev.arborist.adapters.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Hears that others have made tasks ready, on a connection and a thread that exist from the first
 * hint on that is asked for. Safe for use by several threads.
 *
 * <p>A connection that is lost is made anew, with pauses that double. Whatever was told meanwhile
 * is unknown then, so the hints are given once more.
 */
final class ReadyListener implements AutoCloseable {

  private static final int FOR_EVER = 0;
  private static final long FIRST_PAUSE_MILLIS = 100;
  private static final long LONGEST_PAUSE_MILLIS = TimeUnit.SECONDS.toMillis(30);

  private final PostgresAddress address;
  private final List<Runnable> hints = new CopyOnWriteArrayList<>();
  private @Nullable Thread thread;
  private @Nullable Connection connection;
  private boolean closed;

  ReadyListener(PostgresAddress address) {
    this.address = address;
  }

  /** Calls this whenever somebody says that there are tasks, until the store is closed. */
  synchronized void add(Runnable hint) {
    hints.add(hint);
    if (thread == null && !closed) {
      Thread listener = new Thread(this::listen, "arborist-listener " + address.schema());
      listener.setDaemon(true);
      listener.start();
      thread = listener;
    }
  }

  private void listen() {
    long pause = FIRST_PAUSE_MILLIS;
    while (!isClosed()) {
      try (Connection opened = Pool.direct(address)) {
        if (!keep(opened)) {
          return;
        }
        begin(opened);
        pause = FIRST_PAUSE_MILLIS;
        hints.forEach(Runnable::run);
        hear(opened.unwrap(PGConnection.class));
      } catch (SQLException lost) {
        if (!sleep(pause)) {
          return;
        }
        pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
      }
    }
  }

  private static void begin(Connection connection) throws SQLException {
    connection.setAutoCommit(true);
    try (Statement statement = connection.createStatement()) {
      statement.execute("LISTEN " + ReadyAnnouncer.CHANNEL);
    }
  }

  /** Returns by the exception that the end of the connection is. */
  private void hear(PGConnection listening) throws SQLException {
    while (true) {
      for (PGNotification told : listening.getNotifications(FOR_EVER)) {
        if (told.getParameter().equals(address.schema())) {
          hints.forEach(Runnable::run);
        }
      }
    }
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  /** Whether it is kept, to be cut off by who closes. */
  private synchronized boolean keep(Connection opened) {
    connection = closed ? null : opened;
    return !closed;
  }

  /** Whether to go on. */
  private synchronized boolean sleep(long millis) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    long left = millis;
    try {
      while (!closed && left > 0) {
        wait(left);
        left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      }
    } catch (InterruptedException nobodyDoesThat) {
      return false;
    }
    return !closed;
  }

  /** Cuts the connection off: its reader waits in the network and hears nothing else. */
  @Override
  public void close() {
    Connection open;
    synchronized (this) {
      closed = true;
      open = connection;
      notifyAll();
    }
    if (open != null) {
      try {
        open.abort(Runnable::run);
      } catch (SQLException e) {
        throw PostgresFailures.storageFailure("close " + address, e);
      }
    }
  }
}
