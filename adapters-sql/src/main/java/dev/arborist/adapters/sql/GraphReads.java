package dev.arborist.adapters.sql;

import dev.arborist.domain.dependency.TaskGraph;
import dev.arborist.domain.task.EpochMicros;
import dev.arborist.domain.task.Rank;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskNumber;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Loads tasks and edges into arrays, without an object a row. */
final class GraphReads {

  /** The task {@code :number} and every open task that it waits for, directly or not. */
  static final String OPEN_ABOVE =
      """
      WITH RECURSIVE up(number) AS (
        SELECT :number
        UNION
        SELECT d.prerequisite
          FROM up JOIN dependency d ON d.dependent = up.number
               JOIN task p ON p.number = d.prerequisite
         WHERE %s)
      """
          .formatted(Effective.open("p"));

  private static final Sql ROOT_CAUSES =
      new Sql(
          OPEN_ABOVE
              + "SELECT "
              + TaskColumns.TASK
              + """
                 FROM up JOIN task t ON t.number = up.number
                WHERE t.number <> :number AND NOT EXISTS (
                        SELECT 1 FROM dependency d JOIN task p ON p.number = d.prerequisite
                         WHERE d.dependent = t.number AND %s)
                ORDER BY t.number
              """
                  .formatted(Effective.open("p")));

  private static final Sql OPEN_NODES =
      new Sql(
          "SELECT t.number, t.priority FROM task t WHERE t.status <= 3 AND "
              + Effective.open("t")
              + " ORDER BY t.number");
  private static final Sql EDGES = new Sql("SELECT dependent, prerequisite FROM dependency");

  private static final Sql GOAL_NODES =
      new Sql(
          OPEN_ABOVE
              + " SELECT t.number, t.priority FROM up JOIN task t ON t.number = up.number"
              + " ORDER BY t.number");
  private static final Sql GOAL_EDGES =
      new Sql(
          OPEN_ABOVE
              + " SELECT d.dependent, d.prerequisite FROM up"
              + " JOIN dependency d ON d.dependent = up.number");

  /** Written out, because a partial index does not serve what a parameter may say. */
  private static final String AT_THE_BOUND = "depth > 0 AND depth = " + Rank.DEPTH_MAX;

  private static final Sql DEEPEST = new Sql("SELECT max(depth) FROM task WHERE depth > 0");
  private static final Sql DEEPEST_NODES =
      new Sql(
          "SELECT number, priority FROM task {index task_by_depth} WHERE "
              + AT_THE_BOUND
              + " ORDER BY number");
  private static final Sql DEEPEST_EDGES =
      new Sql(
          "SELECT d.dependent, d.prerequisite FROM task t {index task_by_depth} JOIN dependency d"
              + " ON d.dependent = t.number WHERE "
              + AT_THE_BOUND);

  private static final int EXPECTED_NODES = 256;

  private final Session session;

  GraphReads(Session session) {
    this.session = session;
  }

  List<Task> rootCausesOf(TaskNumber number, Instant asOf) {
    return session
        .run(ROOT_CAUSES)
        .set("number", number.value())
        .set("asOf", EpochMicros.of(asOf))
        .list(TaskColumns::task);
  }

  TaskGraph loadOpen(Instant asOf) {
    return load(OPEN_NODES, EDGES, Map.of("asOf", EpochMicros.of(asOf)));
  }

  TaskGraph loadOpen(TaskNumber goal, Instant asOf) {
    return load(
        GOAL_NODES, GOAL_EDGES, Map.of("number", goal.value(), "asOf", EpochMicros.of(asOf)));
  }

  TaskGraph loadDeepest() {
    return load(DEEPEST_NODES, DEEPEST_EDGES, Map.of());
  }

  int deepest() {
    return (int) session.run(DEEPEST).number();
  }

  private TaskGraph load(Sql nodes, Sql edges, Map<String, Long> parameters) {
    try (PreparedStatement nodeRows = prepare(nodes, parameters);
        PreparedStatement edgeRows = prepare(edges, parameters)) {
      TaskGraph graph = nodes(nodeRows);
      try (ResultSet rows = edgeRows.executeQuery()) {
        while (rows.next()) {
          graph.add(rows.getLong(1), rows.getLong(2));
        }
      }
      return graph;
    } catch (SQLException e) {
      throw new SqlException(e);
    }
  }

  private PreparedStatement prepare(Sql sql, Map<String, Long> parameters) throws SQLException {
    PreparedStatement statement = session.prepare(sql);
    for (Map.Entry<String, Long> parameter : parameters.entrySet()) {
      if (sql.has(parameter.getKey())) {
        for (int position : sql.positions(parameter.getKey())) {
          statement.setLong(position, parameter.getValue());
        }
      }
    }
    return statement;
  }

  private static TaskGraph nodes(PreparedStatement statement) throws SQLException {
    long[] numbers = new long[EXPECTED_NODES];
    int[] priorities = new int[EXPECTED_NODES];
    int size = 0;
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        if (size == numbers.length) {
          numbers = Arrays.copyOf(numbers, size * 2);
          priorities = Arrays.copyOf(priorities, size * 2);
        }
        numbers[size] = rows.getLong(1);
        priorities[size++] = rows.getInt(2);
      }
    }
    return new TaskGraph(Arrays.copyOf(numbers, size), Arrays.copyOf(priorities, size));
  }
}
