package dev.arborist.adapters.sqlite;

import dev.arborist.application.port.out.StorageException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;

/**
 * Opens connections with the settings that the queue relies on, and reads them back.
 *
 * <p>The driver's defaults are not SQLite's and not ours: foreign keys off, a busy timeout of three
 * seconds, and a file created where there is none.
 */
final class Connections {

  static final int BUSY_TIMEOUT_MILLIS = 10_000;
  private static final int SYNCHRONOUS_FULL = 2;

  private Connections() {}

  /** The connection that writes. */
  static Connection writer(QueueFile file) throws SQLException {
    return prepared(file, "mode=rw", "PRAGMA query_only = OFF");
  }

  /** A connection that only reads. */
  static Connection reader(QueueFile file) throws SQLException {
    return prepared(file, "mode=rw", "PRAGMA query_only = ON");
  }

  /** The only connection that may create a file; it is in write-ahead mode from then on. */
  static Connection creator(QueueFile file) throws SQLException {
    return prepared(file, "mode=rwc", "PRAGMA journal_mode = WAL");
  }

  /** A connection that leaves no trace and takes no lock; see {@link QueueFile#requireQueue}. */
  static Connection immutable(QueueFile file) throws SQLException {
    return DriverManager.getConnection(file.url("mode=ro&immutable=1"));
  }

  /** A connection that locks as readers do, and cannot write. */
  static Connection readOnly(QueueFile file) throws SQLException {
    return DriverManager.getConnection(file.url("mode=ro"));
  }

  static int intPragma(Connection connection, String pragma) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("PRAGMA " + pragma)) {
      return rows.next() ? rows.getInt(1) : 0;
    }
  }

  /** Opens a connection, or leaves none open. */
  private static Connection prepared(QueueFile file, String options, String pragma)
      throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.enforceForeignKeys(true);
    config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
    config.setSynchronous(SynchronousMode.FULL);
    Connection connection = DriverManager.getConnection(file.url(options), config.toProperties());
    boolean usable = false;
    try {
      execute(connection, pragma);
      requireSafe(file, connection);
      usable = true;
      return connection;
    } finally {
      if (!usable) {
        connection.close();
      }
    }
  }

  private static void requireSafe(QueueFile file, Connection connection) throws SQLException {
    String journal;
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("PRAGMA journal_mode")) {
      journal = rows.getString(1);
    }
    boolean asAsked =
        journal.equals("wal")
            && intPragma(connection, "foreign_keys") == 1
            && intPragma(connection, "synchronous") == SYNCHRONOUS_FULL
            && intPragma(connection, "busy_timeout") == BUSY_TIMEOUT_MILLIS;
    if (!asAsked) {
      throw new StorageException(
          file.path()
              + " cannot be used safely: SQLite keeps its journal in mode '"
              + journal
              + "' there; put the queue on a local disk");
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
