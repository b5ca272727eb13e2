package dev.arborist.adapters.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Lends connections of one kind, at most so many at a time, first come, first served.
 *
 * <p>With one connection it is the fair lock that makes writers take turns: SQLite's own waiting is
 * not fair, and starves some of sixteen callers for seconds. Safe for use by several threads.
 */
final class ConnectionPool implements ConnectionFactory {

  /** Opens a connection. */
  interface Opener {
    Connection open() throws SQLException;
  }

  private final Opener opener;
  private final int size;
  private final Semaphore permits;
  private final Deque<Connection> idle = new ArrayDeque<>();
  private final Map<Connection, StatementCache> caches = new ConcurrentHashMap<>();
  private boolean closed;

  ConnectionPool(int size, Opener opener) {
    this.size = size;
    this.opener = opener;
    permits = new Semaphore(size, true);
  }

  /** JDBI on the connections of this pool. */
  Jdbi jdbi() {
    return Jdbi.create(this).setStatementBuilderFactory(this::cacheOf);
  }

  private StatementBuilder cacheOf(Connection connection) {
    return caches.computeIfAbsent(connection, key -> new StatementCache());
  }

  @Override
  public Connection openConnection() throws SQLException {
    permits.acquireUninterruptibly();
    boolean lent = false;
    try {
      Connection connection = takeIdle();
      if (connection == null) {
        connection = opener.open();
      }
      lent = true;
      return connection;
    } finally {
      if (!lent) {
        permits.release();
      }
    }
  }

  private synchronized @Nullable Connection takeIdle() throws SQLException {
    if (closed) {
      throw new SQLException("the queue has been closed");
    }
    return idle.pollFirst();
  }

  @Override
  public void closeConnection(Connection connection) throws SQLException {
    try {
      boolean keep;
      synchronized (this) {
        keep = !closed && !connection.isClosed();
        if (keep) {
          idle.addFirst(connection);
        }
      }
      if (!keep) {
        caches.remove(connection);
        connection.close();
      }
    } finally {
      permits.release();
    }
  }

  /** Closes every connection, after those lent have come back. */
  void close() throws SQLException {
    permits.acquireUninterruptibly(size);
    try {
      synchronized (this) {
        closed = true;
        for (Connection connection : idle) {
          connection.close();
        }
        idle.clear();
        caches.clear();
      }
    } finally {
      permits.release(size);
    }
  }
}
