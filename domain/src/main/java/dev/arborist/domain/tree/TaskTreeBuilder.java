package dev.arborist.domain.tree;

import dev.arborist.domain.task.TaskStatus;
import org.jspecify.annotations.Nullable;

/**
 * Collects tasks in ascending order of their numbers and lays them out as a {@link TaskTree}.
 *
 * <p>The layout is linear in the number of tasks and uses no recursion: a {@link Projection} gives
 * each task its parent in the view, {@link ParentCycles} cuts what would be circles, {@link
 * SiblingOrder} sorts by counting, and {@link TreeLayout} walks once in pre-order. Not safe for use
 * by several threads; can be built once.
 */
public final class TaskTreeBuilder {

  private final TreeView view;
  private final TreeRows rows;
  private final Branches branches = new Branches();
  private final TreeEdges edges = new TreeEdges();

  /** A builder for about so many tasks; more may be added. */
  public TaskTreeBuilder(TreeView view, int expectedTasks) {
    this.view = view;
    rows = new TreeRows(view, expectedTasks);
  }

  /**
   * Adds a task.
   *
   * @param number its number, greater than that of the task added before
   * @param parentNumber the number of its parent, 0 for none
   * @param status its status
   * @param priority its priority in hundredths of a point
   * @throws IllegalArgumentException when the number is not greater than the one before
   */
  public void add(long number, long parentNumber, TaskStatus status, int priority) {
    int row = rows.size;
    if (row > 0 && number <= rows.numbers[row - 1]) {
      throw new IllegalArgumentException(
          "task "
              + number
              + " came after task "
              + rows.numbers[row - 1]
              + ": add in ascending order");
    }
    if (row == rows.numbers.length) {
      rows.grow(row * 2);
    }
    rows.numbers[row] = number;
    rows.parentNumbers[row] = parentNumber;
    rows.statuses[row] = (byte) status.code();
    rows.priorities[row] = (short) priority;
    rows.size++;
  }

  /** Says when the task just added was created, which the view by creation is ordered by. */
  public void created(long epochMicros) {
    if (view == TreeView.TIMELINE) {
      rows.createdMicros[rows.size - 1] = epochMicros;
    }
  }

  /** Says which branch the task just added is of, for the view by branch. */
  public void branch(@Nullable String name) {
    if (view == TreeView.BRANCH) {
      branches.add(rows.size - 1, name);
    }
  }

  /**
   * Says that a task waits for another, for the view by dependency.
   *
   * @throws IllegalArgumentException when the pairs do not come in ascending order, that of the
   *     dependents first
   */
  public void waitsFor(long dependent, long prerequisite) {
    if (view == TreeView.DEPENDENCY) {
      edges.add(dependent, prerequisite);
    }
  }

  /** Lays out what was added. */
  public TaskTree build() {
    rows.index();
    Projection projection = Projection.of(view, rows, branches, edges);
    int[] order = SiblingOrder.of(view, rows);
    TreeArrays nodes = TreeLayout.of(rows, projection, order);
    return new TaskTree(
        view,
        nodes,
        branches.names(),
        MorePrerequisites.of(edges, projection.parents(), nodes.nodesByRow));
  }
}
