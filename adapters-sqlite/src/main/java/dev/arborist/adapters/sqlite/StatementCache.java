package dev.arborist.adapters.sqlite;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.StatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Keeps the prepared statements of one connection for the next unit of work.
 *
 * <p>SQLite compiles a statement in about as long as it takes to run a small one, so a queue that
 * prepares each time does half the work. A statement is out of the cache while it is in use. The
 * queue has a few dozen statements, so nothing is ever evicted; the cache dies with its connection.
 * Used by one thread at a time, as its connection is.
 */
final class StatementCache implements StatementBuilder {

  private final Map<String, PreparedStatement> idle = new LinkedHashMap<>();

  @Override
  public Statement create(Connection connection, StatementContext context) throws SQLException {
    return connection.createStatement();
  }

  @Override
  public PreparedStatement create(Connection connection, String sql, StatementContext context)
      throws SQLException {
    PreparedStatement cached = idle.remove(sql);
    return cached == null ? connection.prepareStatement(sql) : cached;
  }

  @Override
  public CallableStatement createCall(Connection connection, String sql, StatementContext context)
      throws SQLException {
    return connection.prepareCall(sql);
  }

  @Override
  public void close(Connection connection, String sql, Statement statement) throws SQLException {
    if (statement instanceof PreparedStatement prepared && !idle.containsKey(sql)) {
      prepared.clearParameters();
      prepared.clearBatch();
      idle.put(sql, prepared);
    } else {
      statement.close();
    }
  }
}
