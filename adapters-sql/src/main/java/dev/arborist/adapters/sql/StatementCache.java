package dev.arborist.adapters.sql;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.StatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Keeps the prepared statements of one connection for the next unit of work.
 *
 * <p>A database compiles a statement in about as long as it takes to run a small one, so a queue
 * that prepares each time does half the work. Statements with a fixed text are kept for ever, those
 * that JDBI builds while there are not too many; all die with their connection. Used by one thread
 * at a time, as its connection is.
 */
final class StatementCache implements StatementBuilder {

  private static final int BUILT_MAX = 200;

  private final Connection connection;
  private final Dialect dialect;
  private final StatementMeter meter;
  private final IdentityHashMap<Sql, Run> fixed = new IdentityHashMap<>();
  private final Map<String, PreparedStatement> idle = new LinkedHashMap<>();

  StatementCache(Connection connection, Dialect dialect, StatementMeter meter) {
    this.connection = connection;
    this.dialect = dialect;
    this.meter = meter;
  }

  /** The statement, ready to be bound and run; not while an earlier run of it is under way. */
  Run run(Sql sql) {
    Run run = fixed.get(sql);
    if (run == null) {
      try {
        run = new Run(sql, connection.prepareStatement(sql.text(dialect)), meter);
      } catch (SQLException e) {
        throw new SqlException(e);
      }
      fixed.put(sql, run);
    }
    return run;
  }

  /** Drops the rows that are waiting in a batch. */
  void forgetBatches() {
    fixed.values().forEach(Run::forgetBatch);
  }

  @Override
  public Statement create(Connection owner, StatementContext context) throws SQLException {
    return owner.createStatement();
  }

  @Override
  public PreparedStatement create(Connection owner, String sql, StatementContext context)
      throws SQLException {
    meter.countStatement();
    PreparedStatement cached = idle.remove(sql);
    return cached == null ? owner.prepareStatement(sql) : cached;
  }

  @Override
  public CallableStatement createCall(Connection owner, String sql, StatementContext context)
      throws SQLException {
    return owner.prepareCall(sql);
  }

  @Override
  public void close(Connection owner, String sql, Statement statement) throws SQLException {
    boolean room = idle.size() < BUILT_MAX && !idle.containsKey(sql);
    if (statement instanceof PreparedStatement prepared && room) {
      prepared.clearParameters();
      prepared.clearBatch();
      idle.put(sql, prepared);
    } else {
      statement.close();
    }
  }
}
