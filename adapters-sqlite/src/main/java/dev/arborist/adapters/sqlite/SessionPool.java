package dev.arborist.adapters.sqlite;

import dev.arborist.adapters.sql.Session;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Lends sessions that read, at most so many at a time, first come, first served. Safe for use by
 * several threads.
 */
final class SessionPool {

  /** Opens a session. */
  interface Opener {
    Session open() throws SQLException;
  }

  private final Opener opener;
  private final int size;
  private final Semaphore permits;
  private final Deque<Session> idle = new ArrayDeque<>();
  private boolean closed;

  SessionPool(int size, Opener opener) {
    this.size = size;
    this.opener = opener;
    permits = new Semaphore(size, true);
  }

  /** A session that the caller gives back. */
  Session lend() throws SQLException {
    permits.acquireUninterruptibly();
    boolean lent = false;
    try {
      Session session = takeIdle();
      if (session == null) {
        session = opener.open();
      }
      lent = true;
      return session;
    } finally {
      if (!lent) {
        permits.release();
      }
    }
  }

  private synchronized @Nullable Session takeIdle() throws SQLException {
    if (closed) {
      throw new SQLException("the queue has been closed: open it again");
    }
    return idle.pollFirst();
  }

  /** Takes a session back; one that is not usable any more is closed. */
  void giveBack(Session session, boolean usable) throws SQLException {
    try {
      boolean keep;
      synchronized (this) {
        keep = usable && !closed;
        if (keep) {
          idle.addFirst(session);
        }
      }
      if (!keep) {
        session.close();
      }
    } finally {
      permits.release();
    }
  }

  /** Closes every session, after those lent have come back. */
  void close() throws SQLException {
    permits.acquireUninterruptibly(size);
    try {
      synchronized (this) {
        closed = true;
        for (Session session : idle) {
          session.close();
        }
        idle.clear();
      }
    } finally {
      permits.release(size);
    }
  }
}
