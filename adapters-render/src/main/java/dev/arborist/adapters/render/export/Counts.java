package dev.arborist.adapters.render.export;

import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.tree.TaskTree;
import dev.arborist.domain.tree.Visibility;

/** How many of the rows are tasks of each status, and how deep the rows go. */
final class Counts {

  private final long[] byStatus = new long[TaskStatus.values().length];
  private long tasks;
  private long matches;
  private int deepest;

  private Counts() {}

  /** Of some rows; no labels are read. */
  static Counts of(Visibility visibility, int first, int rows) {
    Counts counts = new Counts();
    TaskTree tree = visibility.tree();
    int node = rows == 0 ? 0 : visibility.nodeAt(first);
    for (int i = 0; i < rows; i++) {
      counts.deepest = Math.max(counts.deepest, tree.depth(node));
      if (!tree.isGroup(node)) {
        counts.byStatus[tree.status(node).code()]++;
        counts.tasks++;
        counts.matches += visibility.isMatch(node) ? 1 : 0;
      }
      node = i + 1 < rows ? visibility.next(node) : node;
    }
    return counts;
  }

  long of(TaskStatus status) {
    return byStatus[status.code()];
  }

  long tasks() {
    return tasks;
  }

  /** How many meet the filter; all of them without one. */
  long matches() {
    return matches;
  }

  /** The most ancestors that one of the rows has. */
  int deepest() {
    return deepest;
  }
}
