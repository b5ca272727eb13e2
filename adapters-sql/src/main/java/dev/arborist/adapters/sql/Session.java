package dev.arborist.adapters.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.TemplateEngine;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * A connection, the statements prepared on it, and JDBI's view of it; one thread uses it at a time.
 */
public final class Session implements AutoCloseable {

  private final Connection connection;
  private final Dialect dialect;
  private final StatementCache statements;
  private final StatementMeter meter;
  private @Nullable Handle handle;
  private Runnable before = () -> {};

  /** A session that closes the connection when it is closed. */
  public Session(Connection connection, Dialect dialect, StatementMeter meter) {
    this.connection = connection;
    this.dialect = dialect;
    this.meter = meter;
    statements = new StatementCache(connection, dialect, meter);
  }

  /** Lets something be done before anything is asked of the database in a unit of work. */
  public void before(Runnable action) {
    before = action;
  }

  /** The connection itself. */
  public Connection connection() {
    return connection;
  }

  /** What the database says differently. */
  public Dialect dialect() {
    return dialect;
  }

  /** A statement with a fixed text, past JDBI. */
  public Run run(Sql sql) {
    before.run();
    return statements.run(sql);
  }

  /** A statement of the caller's own, which reads large results as the database likes it best. */
  PreparedStatement prepare(Sql sql) throws SQLException {
    return prepare(sql, dialect.fetchRows());
  }

  /** The same for rows that hold long texts. */
  PreparedStatement prepareLong(Sql sql) throws SQLException {
    return prepare(sql, dialect.fetchLongRows());
  }

  private PreparedStatement prepare(Sql sql, int fetchRows) throws SQLException {
    before.run();
    PreparedStatement statement = connection.prepareStatement(sql.text(dialect));
    if (fetchRows > 0) {
      statement.setFetchSize(fetchRows);
    }
    return statement;
  }

  /** A query that is put together from common texts. */
  Query query(String common) {
    return query(common, dialect.fetchRows());
  }

  /** The same for rows that hold long texts. */
  Query queryLong(String common) {
    return query(common, dialect.fetchLongRows());
  }

  private Query query(String common, int fetchRows) {
    before.run();
    Query query = handle().createQuery(Sql.in(dialect, common));
    return fetchRows > 0 ? query.setFetchSize(fetchRows) : query;
  }

  /** A statement that is put together from common texts and returns nothing. */
  Update update(String common) {
    before.run();
    meter.countChange();
    return handle().createUpdate(Sql.in(dialect, common));
  }

  /** For statements that are put together; whoever runs none of them never loads JDBI. */
  public Handle handle() {
    if (handle == null) {
      Jdbi jdbi = Jdbi.create(connection).setStatementBuilderFactory(owner -> statements);
      jdbi.getConfig(SqlStatements.class)
          .setTemplateEngine(TemplateEngine.NOP)
          .setSqlParser(new NamedParameters());
      handle = jdbi.open();
    }
    return handle;
  }

  /** Drops rows that a unit of work gathered and did not write. */
  public void forgetBatches() {
    statements.forgetBatches();
  }

  /** Executes a statement without parameters or rows, such as those of transactions. */
  public void execute(String sql) throws SQLException {
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
