package dev.arborist.adapters.sqlite;

import dev.arborist.application.port.out.StorageException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.jdbc4.JDBC4Connection;

/**
 * Opens connections with the settings that the stores rely on, and reads them back.
 *
 * <p>The driver's defaults are not SQLite's and not ours: foreign keys off, a busy timeout of three
 * seconds, and a file created where there is none.
 */
final class Connections {

  static final int BUSY_TIMEOUT_MILLIS = 10_000;
  private static final int WRITER_CACHE_KIB = 32 * 1024;
  private static final int READER_CACHE_KIB = 8 * 1024;

  private Connections() {}

  /**
   * The connection that writes. It waits while it is opened, and no more by itself then: see
   * Transactions.
   */
  static Connection writer(DatabaseFile file, SqliteSettings settings) throws SQLException {
    Connection connection =
        prepared(
            file,
            "mode=rw",
            settings.durability(),
            BUSY_TIMEOUT_MILLIS,
            WRITER_CACHE_KIB,
            "query_only = OFF");
    prepareOrClose(
        connection,
        () -> {
          SchemaCheck.requireOurs(file, connection);
          execute(connection, "PRAGMA busy_timeout = 0");
        });
    return connection;
  }

  /** A connection that only reads. */
  static Connection reader(DatabaseFile file, SqliteSettings settings) throws SQLException {
    Connection connection =
        prepared(
            file,
            "mode=rw",
            settings.durability(),
            BUSY_TIMEOUT_MILLIS,
            READER_CACHE_KIB,
            "query_only = ON");
    prepareOrClose(connection, () -> SchemaCheck.requireOurs(file, connection));
    return connection;
  }

  /** A connection for upkeep: changes of the schema, copies and checks of the whole file. */
  static Connection upkeep(DatabaseFile file) throws SQLException {
    return full(file, "mode=rw", "query_only = OFF");
  }

  /** The only connection that may create a file; it is in write-ahead mode from then on. */
  static Connection creator(DatabaseFile file) throws SQLException {
    return full(file, "mode=rwc", "journal_mode = WAL");
  }

  private static Connection full(DatabaseFile file, String options, String pragma)
      throws SQLException {
    return prepared(file, options, Durability.FULL, BUSY_TIMEOUT_MILLIS, READER_CACHE_KIB, pragma);
  }

  /** A connection that leaves no trace and takes no lock; see {@link DatabaseFile#requireKind}. */
  static Connection immutable(DatabaseFile file) throws SQLException {
    return open(file, "mode=ro&immutable=1", new Properties());
  }

  /** A connection that locks as readers do, and cannot write. */
  static Connection readOnly(DatabaseFile file) throws SQLException {
    return open(file, "mode=ro", new Properties());
  }

  /** A database of this connection alone, which is gone with it. */
  static Connection inMemory() throws SQLException {
    return new JDBC4Connection("jdbc:sqlite::memory:", ":memory:", new Properties());
  }

  static int intPragma(Connection connection, String pragma) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("PRAGMA " + pragma)) {
      return rows.next() ? rows.getInt(1) : 0;
    }
  }

  private static Connection prepared(
      DatabaseFile file,
      String options,
      Durability durability,
      int busyTimeoutMillis,
      int cacheKib,
      String pragma)
      throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.enforceForeignKeys(true);
    config.setBusyTimeout(busyTimeoutMillis);
    config.setSynchronous(
        durability == Durability.FULL ? SynchronousMode.FULL : SynchronousMode.NORMAL);
    config.setCacheSize(-cacheKib);
    config.setGetGeneratedKeys(false); // else the driver runs a query after every INSERT
    Connection connection = open(file, options, config.toProperties());
    prepareOrClose(
        connection,
        () -> {
          execute(connection, "PRAGMA " + pragma);
          requireSafe(file, connection, durability, busyTimeoutMillis);
        });
    return connection;
  }

  /** What makes a connection ready for use. */
  interface Preparation {
    void run() throws SQLException;
  }

  /** Prepares a connection; one that cannot be prepared is not left open. */
  static void prepareOrClose(Connection connection, Preparation preparation) throws SQLException {
    boolean usable = false;
    try {
      preparation.run();
      usable = true;
    } finally {
      if (!usable) {
        connection.close();
      }
    }
  }

  private static void requireSafe(
      DatabaseFile file, Connection connection, Durability durability, int busyTimeoutMillis)
      throws SQLException {
    String journal;
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("PRAGMA journal_mode")) {
      journal = rows.getString(1);
    }
    boolean asAsked =
        journal.equals("wal")
            && intPragma(connection, "foreign_keys") == 1
            && intPragma(connection, "synchronous") == durability.pragma()
            && intPragma(connection, "busy_timeout") == busyTimeoutMillis;
    if (!asAsked) {
      throw new StorageException(
          file.path()
              + " cannot be used safely: SQLite keeps its journal in mode '"
              + journal
              + "' there; put the "
              + file.kind().noun()
              + " on a local disk");
    }
  }

  /**
   * Without java.sql.DriverManager, whose search for drivers takes longer than SQLite's opening.
   */
  private static Connection open(DatabaseFile file, String options, Properties properties)
      throws SQLException {
    return new JDBC4Connection(file.url(options), file.address(options), properties);
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
