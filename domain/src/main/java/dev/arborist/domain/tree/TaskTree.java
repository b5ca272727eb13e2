package dev.arborist.domain.tree;

import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import java.util.OptionalInt;

/**
 * All tasks of a view in pre-order, as primitive arrays: node {@code v} is followed by its subtree.
 *
 * <p>A node is a position from 0 to {@link #size()} - 1. Siblings stand by priority, the highest
 * first, then by number, so the order is total. A task whose parent is not among the tasks stands
 * at the top and is marked as an orphan; where parents form a circle, the lowest-numbered of the
 * circle stands at the top and is marked. No task is lost and none is shown twice.
 *
 * <p>Immutable and safe for use by several threads; built by {@link TaskTreeBuilder}. About 32
 * bytes a task and the bytes of its label.
 */
public final class TaskTree {

  static final int NO_PARENT = -1;
  static final byte ORPHAN = 1;
  static final byte CYCLE = 2;

  private final long[] numbers;
  private final int[] parents;
  private final int[] sizes;
  private final int[] depths;
  private final byte[] statuses;
  private final short[] priorities;
  private final byte[] marks;
  private final int[] nodesByNumber;
  private final Labels labels;

  TaskTree(
      long[] numbers,
      int[] parents,
      int[] sizes,
      int[] depths,
      byte[] statuses,
      short[] priorities,
      byte[] marks,
      int[] nodesByNumber,
      Labels labels) {
    this.numbers = numbers;
    this.parents = parents;
    this.sizes = sizes;
    this.depths = depths;
    this.statuses = statuses;
    this.priorities = priorities;
    this.marks = marks;
    this.nodesByNumber = nodesByNumber;
    this.labels = labels;
  }

  /** The number of tasks. */
  public int size() {
    return numbers.length;
  }

  /** The number of the task at a node. */
  public long number(int node) {
    return numbers[node];
  }

  /** The node of the parent, or -1 at the top. */
  public int parent(int node) {
    return parents[node];
  }

  /** How many nodes the subtree has, its root counted. */
  public int subtreeSize(int node) {
    return sizes[node];
  }

  /** The first node after the subtree. */
  public int subtreeEnd(int node) {
    return node + sizes[node];
  }

  /** How many ancestors the node has. */
  public int depth(int node) {
    return depths[node];
  }

  /** The status in effect when the tree was loaded. */
  public TaskStatus status(int node) {
    return TaskStatus.ofCode(statuses[node]);
  }

  /** The priority in hundredths of a point. */
  public int priority(int node) {
    return priorities[node];
  }

  /** Whether the task names a parent that is not among the tasks. */
  public boolean isOrphan(int node) {
    return marks[node] == ORPHAN;
  }

  /** Whether the task stands at the top only because its ancestors form a circle. */
  public boolean isCycle(int node) {
    return marks[node] == CYCLE;
  }

  /** Whether no sibling follows. */
  public boolean isLastChild(int node) {
    int parent = parents[node];
    int end = parent == NO_PARENT ? size() : subtreeEnd(parent);
    return subtreeEnd(node) == end;
  }

  /** The summaries, as stored. */
  public Labels labels() {
    return labels;
  }

  /** The node of a task, or nothing when it is not among the tasks. */
  public OptionalInt nodeOf(TaskNumber number) {
    int low = 0;
    int high = nodesByNumber.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      long found = numbers[nodesByNumber[middle]];
      if (found == number.value()) {
        return OptionalInt.of(nodesByNumber[middle]);
      }
      if (found < number.value()) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return OptionalInt.empty();
  }
}
