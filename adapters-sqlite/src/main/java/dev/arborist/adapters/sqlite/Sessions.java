package dev.arborist.adapters.sqlite;

import dev.arborist.adapters.sql.Session;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Makes sessions on SQLite connections.
 *
 * <p>Transactions are begun and ended by SQL: the driver's commit() begins the next one at once,
 * and when that fails it reports a commit that succeeded as one that did not.
 */
final class Sessions {

  private Sessions() {}

  /**
   * A session that begins and ends its transactions itself, and never runs a statement outside.
   *
   * <p>In its autocommit mode the driver tries to begin a transaction after every statement, to
   * find out whether one is open; that takes longer than a small statement does.
   */
  static Session withoutAutocommit(Connection connection, SqliteMeter meter) throws SQLException {
    Session session = new Session(connection, SqliteDialect.INSTANCE, meter);
    Connections.prepareOrClose(
        connection,
        () -> {
          meter.attach(connection);
          connection.setAutoCommit(false); // begins a transaction by itself, this once
          session.execute("ROLLBACK");
        });
    return session;
  }
}
