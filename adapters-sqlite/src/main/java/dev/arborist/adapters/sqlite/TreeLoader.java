package dev.arborist.adapters.sqlite;

import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.tree.TaskTree;
import dev.arborist.domain.tree.TaskTreeBuilder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Reads a tree straight from the result set into arrays.
 *
 * <p>JDBI's mapping costs half as much again as the reading itself, and a Task object a row costs
 * more than the layout. The summary is fetched as bytes: SQLite holds it as UTF-8, and so does the
 * tree.
 */
final class TreeLoader {

  private static final int EXPECTED_TASKS = 256;

  private static final Sql TREE =
      new Sql(
          "SELECT t.number, t.parent, t.priority, t.summary, "
              + Effective.STATUS
              + " FROM task t ORDER BY t.number");

  private TreeLoader() {}

  static TaskTree load(Connection connection, long asOfMicros) {
    TaskTreeBuilder tree = new TaskTreeBuilder(EXPECTED_TASKS);
    try (PreparedStatement statement = connection.prepareStatement(TREE.text())) {
      statement.setLong(TREE.position("asOf"), asOfMicros);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          tree.add(
              rows.getLong(1),
              rows.getLong(2),
              TaskStatus.ofCode(rows.getInt(5)),
              rows.getInt(3),
              rows.getBytes(4));
        }
      }
    } catch (SQLException e) {
      throw new SqlException(e);
    }
    return tree.build();
  }
}
