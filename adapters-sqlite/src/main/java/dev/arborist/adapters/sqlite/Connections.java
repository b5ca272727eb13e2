package dev.arborist.adapters.sqlite;

import dev.arborist.application.port.out.StorageException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;

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

  /** The connection that writes: its transactions take the write lock when they begin. */
  static Connection writer(QueueFile file) throws SQLException {
    return checked(file, connect(file, "mode=rw", TransactionMode.IMMEDIATE));
  }

  /** A connection that only reads. */
  static Connection reader(QueueFile file) throws SQLException {
    Connection connection = checked(file, connect(file, "mode=rw", TransactionMode.DEFERRED));
    execute(connection, "PRAGMA query_only = ON");
    return connection;
  }

  /** The only connection that may create a file; it is in write-ahead mode from then on. */
  static Connection creator(QueueFile file) throws SQLException {
    Connection connection = connect(file, "mode=rwc", TransactionMode.IMMEDIATE);
    execute(connection, "PRAGMA journal_mode = WAL");
    return checked(file, connection);
  }

  /** A connection that leaves no trace; see {@link QueueFile#requireQueue}. */
  static Connection immutable(QueueFile file) throws SQLException {
    return DriverManager.getConnection(file.url("mode=ro&immutable=1"));
  }

  static int intPragma(Connection connection, String pragma) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("PRAGMA " + pragma)) {
      return rows.next() ? rows.getInt(1) : 0;
    }
  }

  private static Connection connect(QueueFile file, String options, TransactionMode mode)
      throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.enforceForeignKeys(true);
    config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
    config.setSynchronous(SynchronousMode.FULL);
    config.setTransactionMode(mode);
    Properties properties = config.toProperties();
    return DriverManager.getConnection(file.url(options), properties);
  }

  private static Connection checked(QueueFile file, Connection connection) throws SQLException {
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
      connection.close();
      throw new StorageException(
          file.path()
              + " cannot be used safely: SQLite keeps its journal in mode '"
              + journal
              + "' there; put the queue on a local disk");
    }
    return connection;
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
