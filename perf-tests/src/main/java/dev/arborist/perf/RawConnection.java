package dev.arborist.perf;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;

/** A connection with the settings of the queue's own writer; used by one thread. */
final class RawConnection implements AutoCloseable {

  private static final int CACHE_KIB = 32 * 1024;

  /** Counts what is run; the queue has a meter of its own. */
  static final class Meter {
    long statements;
    long steps;
  }

  private final Connection connection;
  private final Meter meter = new Meter();

  RawConnection(Path file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.enforceForeignKeys(true);
    config.setBusyTimeout(0);
    config.setSynchronous(SynchronousMode.FULL);
    config.setCacheSize(-CACHE_KIB);
    config.setGetGeneratedKeys(false);
    connection = DriverManager.getConnection("jdbc:sqlite:" + file, config.toProperties());
    connection.setAutoCommit(false); // begins a transaction by itself, this once
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("ROLLBACK");
    }
  }

  PreparedStatement prepare(String sql) throws SQLException {
    return connection.prepareStatement(sql);
  }

  Meter metered() throws SQLException {
    ProgressHandler.setHandler(
        connection,
        1,
        new ProgressHandler() {
          @Override
          protected int progress() {
            meter.steps++;
            return 0;
          }
        });
    return meter;
  }

  void execute(PreparedStatement statement) throws SQLException {
    meter.statements++;
    statement.executeUpdate();
  }

  long number(PreparedStatement statement) throws SQLException {
    meter.statements++;
    long number = 0;
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        number = rows.getLong(1);
      }
    }
    return number;
  }

  /** Reads every value, as whoever wants the row must. */
  void read(PreparedStatement statement, int columns) throws SQLException {
    meter.statements++;
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        for (int column = 1; column <= columns; column++) {
          rows.getObject(column);
        }
      }
    }
  }

  static void setNulls(PreparedStatement statement, int... positions) throws SQLException {
    for (int position : positions) {
      statement.setNull(position, Types.NULL);
    }
  }

  static void setZeros(PreparedStatement statement, int... positions) throws SQLException {
    for (int position : positions) {
      statement.setLong(position, 0);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
