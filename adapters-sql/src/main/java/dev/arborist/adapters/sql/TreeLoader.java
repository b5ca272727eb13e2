package dev.arborist.adapters.sql;

import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.tree.Labels;
import dev.arborist.domain.tree.LoadedLabels;
import dev.arborist.domain.tree.TaskTree;
import dev.arborist.domain.tree.TaskTreeBuilder;
import dev.arborist.domain.tree.TreeView;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a tree straight from the result set into arrays.
 *
 * <p>JDBI's mapping costs half as much again as the reading itself, and a Task object a row costs
 * more than the layout. Each column of a row is a call into the driver, so a view asks only for
 * what it is laid out by, and status and priority come as one number. The summary is fetched as
 * bytes: the database holds it as UTF-8, and so does the tree.
 */
final class TreeLoader {

  private static final int EXPECTED_TASKS = 256;
  private static final int SUMMARY_BYTES = 64;
  private static final int TASKS_BETWEEN_REPORTS = 4_096;
  private static final int STATUS_BITS = 3;
  private static final int STATUS_MASK = (1 << STATUS_BITS) - 1;

  private static final String ROWS =
      "SELECT t.number, t.priority << "
          + STATUS_BITS
          + " | ("
          + Effective.STATUS
          + ")%s%s FROM task t ORDER BY t.number";

  private static final Sql EDGES =
      new Sql("SELECT dependent, prerequisite FROM dependency ORDER BY dependent, prerequisite");

  private static final Sql SUMMARY = new Sql("SELECT summary FROM task WHERE number = :number");

  private final Session session;

  TreeLoader(Session session) {
    this.session = session;
  }

  TaskTree load(
      TreeView view,
      long asOfMicros,
      LoadedLabels.@Nullable Collector labels,
      LongConsumer loaded) {
    TaskTreeBuilder tree = new TaskTreeBuilder(view, EXPECTED_TASKS);
    Sql sql = new Sql(ROWS.formatted(labels == null ? "" : ", t.summary", columns(view)));
    try (PreparedStatement statement = session.prepare(sql)) {
      for (int position : sql.positions("asOf")) {
        statement.setLong(position, asOfMicros);
      }
      try (ResultSet rows = statement.executeQuery()) {
        long tasks = read(rows, view, tree, labels, loaded);
        if (view == TreeView.DEPENDENCY) {
          readEdges(tree, () -> loaded.accept(tasks));
        }
        loaded.accept(tasks);
      }
    } catch (SQLException e) {
      throw new SqlException(e);
    }
    return tree.build();
  }

  private static String columns(TreeView view) {
    return switch (view) {
      case TREE -> ", t.parent";
      case TIMELINE -> ", t.created_at";
      case BRANCH -> ", t.parent, t.branch";
      case DEPENDENCY, FLAT -> "";
    };
  }

  /** How many rows there were. */
  private static long read(
      ResultSet rows,
      TreeView view,
      TaskTreeBuilder tree,
      LoadedLabels.@Nullable Collector labels,
      LongConsumer loaded)
      throws SQLException {
    long tasks = 0;
    int first = labels == null ? 3 : 4;
    boolean hasParent = view == TreeView.TREE || view == TreeView.BRANCH;
    while (rows.next()) {
      int rank = rows.getInt(2);
      tree.add(
          rows.getLong(1),
          hasParent ? rows.getLong(first) : 0,
          TaskStatus.ofCode(rank & STATUS_MASK),
          rank >> STATUS_BITS);
      if (labels != null) {
        labels.add(rows.getBytes(3));
      }
      if (view == TreeView.TIMELINE) {
        tree.created(rows.getLong(first));
      } else if (view == TreeView.BRANCH) {
        tree.branch(rows.getString(first + 1));
      }
      tasks++;
      if (tasks % TASKS_BETWEEN_REPORTS == 0) {
        loaded.accept(tasks);
      }
    }
    return tasks;
  }

  /** There may be many more edges than tasks, so the reader is given the word meanwhile, too. */
  private void readEdges(TaskTreeBuilder tree, Runnable report) throws SQLException {
    try (PreparedStatement statement = session.prepare(EDGES);
        ResultSet rows = statement.executeQuery()) {
      long edges = 0;
      while (rows.next()) {
        tree.waitsFor(rows.getLong(1), rows.getLong(2));
        edges++;
        if (edges % TASKS_BETWEEN_REPORTS == 0) {
          report.run();
        }
      }
    }
  }

  /** The summaries of some tasks: one look-up each, for there are as many as a screen has rows. */
  Labels summaries(long[] numbers) {
    byte[] bytes = new byte[numbers.length * SUMMARY_BYTES];
    int[] starts = new int[numbers.length];
    int[] lengths = new int[numbers.length];
    int end = 0;
    try (PreparedStatement statement = session.prepare(SUMMARY)) {
      for (int i = 0; i < numbers.length; i++) {
        byte[] summary = summary(statement, numbers[i]);
        lengths[i] = summary == null ? Labels.GONE : summary.length;
        if (summary != null) {
          if (end + summary.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, (end + summary.length) * 2);
          }
          System.arraycopy(summary, 0, bytes, end, summary.length);
          starts[i] = end;
          end += summary.length;
        }
      }
    } catch (SQLException e) {
      throw new SqlException(e);
    }
    return new Labels(bytes, starts, lengths);
  }

  private static byte @Nullable [] summary(PreparedStatement statement, long number)
      throws SQLException {
    statement.setLong(1, number);
    try (ResultSet row = statement.executeQuery()) {
      return row.next() ? row.getBytes(1) : null;
    }
  }
}
