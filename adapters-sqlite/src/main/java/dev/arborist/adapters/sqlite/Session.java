package dev.arborist.adapters.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * A connection, the statements prepared on it, and JDBI's view of it; one thread uses it at a time.
 *
 * <p>Transactions are begun and ended by SQL: the driver's commit() begins the next one at once,
 * and when that fails it reports a commit that succeeded as one that did not.
 */
final class Session implements AutoCloseable {

  private final Connection connection;
  private final StatementCache statements;
  private final SqliteMeter meter;
  private @Nullable Handle handle;

  Session(Connection connection, SqliteMeter meter) throws SQLException {
    this.connection = connection;
    this.meter = meter;
    statements = new StatementCache(connection, meter);
    meter.attach(connection);
  }

  /**
   * A session that begins and ends its transactions itself, and never runs a statement outside.
   *
   * <p>In its autocommit mode the driver tries to begin a transaction after every statement, to
   * find out whether one is open; that takes longer than a small statement does.
   */
  static Session withoutAutocommit(Connection connection, SqliteMeter meter) throws SQLException {
    Session session = new Session(connection, meter);
    Connections.prepareOrClose(
        connection,
        () -> {
          connection.setAutoCommit(false); // begins a transaction by itself, this once
          session.execute("ROLLBACK");
        });
    return session;
  }

  Connection connection() {
    return connection;
  }

  /** A statement with a fixed text, past JDBI. */
  Run run(Sql sql) {
    return statements.run(sql);
  }

  /** For statements that are put together; whoever runs none of them never loads JDBI. */
  Handle handle() {
    if (handle == null) {
      handle = Jdbi.create(connection).setStatementBuilderFactory(owner -> statements).open();
    }
    return handle;
  }

  /** Drops rows that a unit of work gathered and did not write. */
  void forgetBatches() {
    statements.forgetBatches();
  }

  /** Executes a statement without parameters or rows, such as those of transactions. */
  void execute(String sql) throws SQLException {
    meter.countStatement();
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
