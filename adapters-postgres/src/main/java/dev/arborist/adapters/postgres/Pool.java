package dev.arborist.adapters.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** Connections of one kind to one queue. Safe for use by several threads. */
final class Pool implements AutoCloseable {

  /** How long a caller waits for a connection, so also for a server that is being restarted. */
  private static final long WAIT_MILLIS = TimeUnit.SECONDS.toMillis(10);

  private static final long IDLE_MILLIS = TimeUnit.MINUTES.toMillis(2);

  /**
   * Statements look rows up in indexes, a step at a time, and are written for that. A planner that
   * met the tables small, or has not met their latest millions yet, would read them from end to end
   * in each step; where there is no index it still does.
   */
  private static final String LOOK_UP =
      "SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off; ";

  /**
   * Two that wait for each other are found by the server after a second, and not sooner unless it
   * is told so by its owner. Whoever waits for a task longer than others usually have it begins
   * anew.
   */
  private static final String WAIT_BRIEFLY = "SET lock_timeout = '100ms'; ";

  private static final String NOT_FOR_THE_DISK = "SET synchronous_commit = off; ";

  /** What the server, the database or the user may have set to more than this stays. */
  private static final String FOR_THE_DISK =
      "SELECT set_config('synchronous_commit', 'on', false)"
          + " WHERE current_setting('synchronous_commit') = 'off'; ";

  private final HikariDataSource connections;

  private Pool(PostgresAddress address, int size, boolean isReadOnly, boolean isDurable) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("arborist-" + (isReadOnly ? "readers" : "writers"));
    config.setJdbcUrl(address.url());
    config.setDataSourceProperties(properties(address));
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(0);
    config.setIdleTimeout(IDLE_MILLIS);
    config.setConnectionTimeout(WAIT_MILLIS);
    config.setInitializationFailTimeout(-1);
    config.setAutoCommit(false);
    config.setReadOnly(isReadOnly);
    config.setTransactionIsolation(
        isReadOnly ? "TRANSACTION_REPEATABLE_READ" : "TRANSACTION_READ_COMMITTED");
    config.setIsolateInternalQueries(true); // else an undone transaction undoes the settings
    config.setConnectionInitSql(
        LOOK_UP + (isReadOnly ? "" : WAIT_BRIEFLY + (isDurable ? FOR_THE_DISK : NOT_FOR_THE_DISK)));
    connections = new HikariDataSource(config);
  }

  private static Properties properties(PostgresAddress address) {
    Properties properties = new Properties();
    if (address.user() != null) {
      properties.setProperty("user", address.user());
    }
    if (address.password() != null) {
      properties.setProperty("password", address.password());
    }
    properties.setProperty("ApplicationName", "arborist");
    properties.setProperty("connectTimeout", "10");
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("reWriteBatchedInserts", "true");
    address.options().forEach(properties::setProperty);
    properties.setProperty("currentSchema", address.schema());
    return properties;
  }

  /** One connection without a pool, which is refused at once where a pool would wait. */
  static Connection direct(PostgresAddress address) throws SQLException {
    Connection connection = DriverManager.getConnection(address.url(), properties(address));
    boolean usable = false;
    try {
      connection.setAutoCommit(false);
      usable = true;
      return connection;
    } finally {
      if (!usable) {
        connection.close();
      }
    }
  }

  /** Each unit of work sees what was committed before each of its statements. */
  static Pool ofWriters(PostgresAddress address, int size, boolean isDurable) {
    return new Pool(address, size, false, isDurable);
  }

  /** Each unit of work sees one state, and cannot write. */
  static Pool ofReaders(PostgresAddress address, int size) {
    return new Pool(address, size, true, true);
  }

  /** A connection that the caller closes; an interrupt is kept for later. */
  Connection connect() throws SQLException {
    boolean interrupted = Thread.interrupted();
    try {
      while (true) {
        try {
          return connections.getConnection();
        } catch (SQLException e) {
          if (!(e.getCause() instanceof InterruptedException)) {
            throw e;
          }
          interrupted = true;
          Thread.interrupted(); // it was set again, and would end the next waiting at once
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() {
    connections.close();
  }
}
