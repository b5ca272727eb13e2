package dev.arborist.domain.tree;

import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import java.util.Arrays;
import java.util.BitSet;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * All tasks of a view in pre-order, as primitive arrays: node {@code v} is followed by its subtree.
 *
 * <p>A node is a position from 0 to {@link #size()} - 1. The order of siblings is total; {@link
 * TreeView} says which it is. A task whose parent is not among the tasks stands at the top and is
 * marked as an orphan; where parents form a circle, the lowest-numbered of the circle stands at the
 * top and is marked. No task is lost and none is shown twice. In the view by branch a node may be a
 * group instead of a task.
 *
 * <p>Immutable and safe for use by several threads; built by {@link TaskTreeBuilder}. 28 bytes a
 * task, and as much again once {@link #rollUp()} was asked for.
 */
public final class TaskTree {

  static final int NO_PARENT = -1;
  static final byte ORPHAN = 1;
  static final byte CYCLE = 2;

  private final TreeView view;
  private final long[] numbers;
  private final int[] parents;
  private final int[] sizes;
  private final int[] depths;
  private final byte[] statuses;
  private final short[] priorities;
  private final byte[] marks;
  private final long[] createdMicros;
  private final int[] nodesByRow;
  private final @Nullable String[] groups;
  private final MorePrerequisites more;

  /** Made on demand; making it twice does no harm. */
  private volatile @Nullable RollUp rollUp;

  TaskTree(TreeView view, TreeArrays arrays, @Nullable String[] groups, MorePrerequisites more) {
    this.view = view;
    numbers = arrays.numbers;
    parents = arrays.parents;
    sizes = arrays.sizes;
    depths = arrays.depths;
    statuses = arrays.statuses;
    priorities = arrays.priorities;
    marks = arrays.marks;
    createdMicros = arrays.createdMicros;
    nodesByRow = arrays.nodesByRow;
    this.groups = groups;
    this.more = more;
  }

  /** The view that this is. */
  public TreeView view() {
    return view;
  }

  /** The number of nodes. */
  public int size() {
    return numbers.length;
  }

  /** The number of tasks: of all nodes that are no group. */
  public int taskCount() {
    return numbers.length - groups.length;
  }

  /** The number of the task at a node; negative for a group. */
  public long number(int node) {
    return numbers[node];
  }

  /** Whether the node is no task, but what tasks are grouped by. */
  public boolean isGroup(int node) {
    return numbers[node] < 0;
  }

  /** The branch that a group is of; null for the tasks without one. */
  public @Nullable String groupName(int node) {
    return groups[(int) (-1 - numbers[node])];
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

  /**
   * The status in effect when the tree was loaded.
   *
   * @throws IllegalArgumentException when the node is a group
   */
  public TaskStatus status(int node) {
    return TaskStatus.ofCode(statuses[node]);
  }

  /** The priority in hundredths of a point; 0 for a group. */
  public int priority(int node) {
    return priorities[node];
  }

  /** When the task was created, in microseconds since 1970; only in the view by creation. */
  public long createdMicros(int node) {
    return createdMicros[node];
  }

  /** Whether what the task stands under in this view is not among the tasks. */
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

  /**
   * How many prerequisites the task has beside the one that it stands under; by dependency only.
   */
  public int morePrerequisites(int node) {
    return more.count(node);
  }

  /** The node of one of these prerequisites, by number, from 0. */
  public int morePrerequisite(int node, int index) {
    return more.get(node, index);
  }

  /** How many tasks of each status are below each node. */
  public RollUp rollUp() {
    RollUp made = rollUp;
    if (made == null) {
      made = RollUp.of(this);
      rollUp = made;
    }
    return made;
  }

  /** The node of a task, or nothing when it is not among the tasks. */
  public OptionalInt nodeOf(TaskNumber number) {
    int row = rowOf(number.value());
    return row < 0 ? OptionalInt.empty() : OptionalInt.of(nodesByRow[row]);
  }

  private int rowOf(long number) {
    int low = 0;
    int high = taskCount() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      long found = numbers[nodesByRow[middle]];
      if (found == number) {
        return middle;
      }
      if (found < number) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  /**
   * The nodes of some tasks; those that are not in the tree are left out.
   *
   * @param ascending their numbers, ascending
   */
  public BitSet nodesOf(long[] ascending) {
    BitSet nodes = new BitSet(size());
    int row = 0;
    for (long number : ascending) {
      while (row < taskCount() && numbers[nodesByRow[row]] < number) {
        row++;
      }
      if (row < taskCount() && numbers[nodesByRow[row]] == number) {
        nodes.set(nodesByRow[row]);
      }
    }
    return nodes;
  }

  /** The node that is the same task or group as a node of another tree of the view, or -1. */
  int counterpart(TaskTree other, int node) {
    if (!other.isGroup(node)) {
      int row = rowOf(other.number(node));
      return row < 0 ? -1 : nodesByRow[row];
    }
    String name = other.groupName(node);
    int named =
        groups.length == 0 || groups[groups.length - 1] != null ? groups.length : groups.length - 1;
    int group = name == null ? named : Arrays.binarySearch(groups, 0, named, name);
    return group < 0 || group >= groups.length ? -1 : nodesByRow[taskCount() + group];
  }

  /** The node of the task that was added as this one, from 0. */
  int nodeOfRow(int row) {
    return nodesByRow[row];
  }
}
