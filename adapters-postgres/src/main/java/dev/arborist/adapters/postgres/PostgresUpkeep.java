package dev.arborist.adapters.postgres;

import dev.arborist.application.port.out.StorageException;
import dev.arborist.application.port.out.StoreUpkeep;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What is done to the tables as a whole; the server itself sees to most of it. */
final class PostgresUpkeep implements StoreUpkeep {

  private static final String BEHIND =
      """
      SELECT 'the next number would be one that a task has' FROM task_number
       WHERE last_value < (SELECT max(number) FROM task)
      UNION ALL
      SELECT 'the next event would have the sequence of another' FROM event_sequence
       WHERE last_value < (SELECT max(sequence) FROM event)
      UNION ALL
      SELECT 'the counts have lost their rows'
       WHERE (SELECT count(*) FROM counted_status) <> 7 OR (SELECT count(*) FROM counted) <> 1
      UNION ALL
      SELECT 'the guard of cycles has lost its row'
       WHERE (SELECT count(*) FROM cycle_guard) <> 1
      UNION ALL
      SELECT 'the weights of priorities have lost their row'
       WHERE (SELECT count(*) FROM priority_policy) <> 1
      UNION ALL
      SELECT 'the constraint ' || conname || ' has not been validated' FROM pg_constraint
       WHERE connamespace = CAST(current_schema() AS regnamespace) AND NOT convalidated
      ORDER BY 1
      """;

  private final PostgresAddress address;
  private final Pool pool;

  PostgresUpkeep(PostgresAddress address, Pool pool) {
    this.address = address;
    this.pool = pool;
  }

  @Override
  public void backup(Path target) {
    throw new StorageException(
        "a queue on PostgreSQL is backed up by its server, with pg_dump -n "
            + address.schema()
            + ", or with arborist export");
  }

  /**
   * The server makes room for others by itself; this makes it do so now, on a connection of its own
   * whose settings nobody meets later.
   */
  @Override
  public void compact() {
    try (Connection connection = Pool.direct(address)) {
      connection.setAutoCommit(true);
      try (Statement statement = connection.createStatement()) {
        statement.execute("SET lock_timeout = 0"); // another one that makes room gives way
        statement.execute("VACUUM (ANALYZE) task, task_text, dependency, event, unit");
      }
    } catch (SQLException e) {
      throw PostgresFailures.storageFailure("compact " + address, e);
    }
  }

  @Override
  public List<String> verify() {
    List<String> problems = new ArrayList<>();
    try (Connection connection = pool.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(BEHIND)) {
      while (rows.next()) {
        problems.add(rows.getString(1));
      }
      connection.rollback();
    } catch (SQLException e) {
      throw PostgresFailures.storageFailure("examine " + address, e);
    }
    return problems;
  }
}
