package dev.arborist.adapters.sqlite;

import dev.arborist.adapters.sql.Session;
import dev.arborist.adapters.sql.Sql;
import dev.arborist.adapters.sql.SqlException;
import dev.arborist.application.port.out.StorageException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a file has changed, by a count that SQLite keeps for each connection of the commits
 * of all others.
 *
 * <p>The count means nothing beside that of another connection, and leaves out what its own
 * connection commits. So one connection is kept for it that does nothing else; it is opened when
 * the count is first asked for, and is outside of any transaction between two calls, or it would
 * hold checkpoints up. Another connection, or another store, counts from elsewhere: the upper half
 * of a value says which it was, and begins at random.
 *
 * <p>Safe for use by several threads.
 */
final class Revisions {

  private static final Sql COMMITS_OF_OTHERS = new Sql("PRAGMA data_version");
  private static final long COMMITS_MASK = 0xFFFF_FFFFL;

  private final DatabaseFile file;
  private final SqliteSettings settings;
  private final @Nullable Object opened;
  private int connectionNumber = ThreadLocalRandom.current().nextInt();
  private @Nullable Session session;
  private boolean closed;

  Revisions(DatabaseFile file, SqliteSettings settings) {
    this.file = file;
    this.settings = settings;
    opened = file.identity().orElse(null);
  }

  /**
   * The value now.
   *
   * @throws StorageException when the file cannot be read, or another is in its place
   */
  synchronized long current() {
    try {
      requireOpen();
      requireSameFile();
      long commits = session().run(COMMITS_OF_OTHERS).number();
      return ((long) connectionNumber << Integer.SIZE) | (commits & COMMITS_MASK);
    } catch (SqlException | SQLException e) {
      giveUp(e);
      throw SqliteFailures.storageFailure("read " + file.path(), e);
    }
  }

  private void requireOpen() throws SQLException {
    if (closed) {
      throw new SQLException("the queue has been closed: open it again");
    }
  }

  private Session session() throws SQLException {
    Session open = session;
    if (open == null) {
      connectionNumber++;
      open = Sessions.withoutAutocommit(Connections.reader(file, settings), settings.meter());
      session = open;
    }
    return open;
  }

  /** The connections go on reading a file that has lost its name, which nobody else writes. */
  private void requireSameFile() {
    if (!Objects.equals(file.identity().orElse(null), opened)) {
      throw new StorageException(
          file.path() + " has been removed or replaced since it was opened: open it again");
    }
  }

  /** The next call opens another connection, and its value differs from all before. */
  private void giveUp(Exception failure) {
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

  synchronized void close() throws SQLException {
    closed = true;
    closeSession();
  }
}
