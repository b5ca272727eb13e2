package dev.arborist.domain.tree;

import dev.arborist.domain.task.TaskStatus;

/**
 * How many tasks of each status are below each node.
 *
 * <p>A subtree is a range of the pre-order, so its count is the difference of two sums that run
 * from the start: one look for each end. 28 bytes a task. Immutable.
 */
public final class RollUp {

  private static final TaskStatus[] STATUSES = TaskStatus.values();

  private final TaskTree tree;

  /** By status, then by node: how many tasks of the status stand before the node. */
  private final int[][] before;

  private RollUp(TaskTree tree, int[][] before) {
    this.tree = tree;
    this.before = before;
  }

  static RollUp of(TaskTree tree) {
    int[][] before = new int[STATUSES.length][tree.size() + 1];
    for (TaskStatus status : STATUSES) {
      int[] sums = before[status.code()];
      int sum = 0;
      for (int node = 0; node < tree.size(); node++) {
        sum += !tree.isGroup(node) && tree.status(node) == status ? 1 : 0;
        sums[node + 1] = sum;
      }
    }
    return new RollUp(tree, before);
  }

  /** How many descendants of the node have this status. */
  public int below(int node, TaskStatus status) {
    int[] sums = before[status.code()];
    return sums[tree.subtreeEnd(node)] - sums[node + 1];
  }

  /** How many descendants of the node are tasks. */
  public int below(int node) {
    int sum = 0;
    for (TaskStatus status : STATUSES) {
      sum += below(node, status);
    }
    return sum;
  }
}
