package dev.arborist.perf;

import dev.arborist.domain.priority.PriorityPolicy;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.tree.LoadedLabels;
import dev.arborist.domain.tree.TaskTree;
import dev.arborist.domain.tree.TaskTreeBuilder;
import dev.arborist.domain.tree.TreeSnapshot;
import dev.arborist.domain.tree.TreeView;
import dev.arborist.domain.tree.Visibility;
import dev.arborist.domain.workload.Workload;
import java.nio.charset.StandardCharsets;

/** The tasks of a workload in memory, as a store would give them, and trees of them. */
final class Trees {

  private static final TaskStatus[] STATUSES = TaskStatus.values();

  private final int size;
  private final long[] parents;
  private final int[] priorities;
  private final LoadedLabels.Collector labels;

  Trees(Workload workload) {
    size = workload.size();
    parents = new long[size];
    priorities = new int[size];
    labels = new LoadedLabels.Collector(size);
    int[] row = {0};
    workload.tasks().forEach(task -> add(row[0]++, task));
  }

  private void add(int row, NewTask task) {
    TaskNumber parent = task.profile().parent();
    parents[row] = parent == null ? 0 : parent.value();
    priorities[row] =
        PriorityPolicy.DEFAULT
            .rank(task.schedule(), task.profile().source(), 0, 0, 0, BenchmarkQueue.CREATED)
            .priority();
    labels.add(task.profile().summary().getBytes(StandardCharsets.UTF_8));
  }

  /** Lays the tasks out. */
  TaskTree layOut() {
    TaskTreeBuilder builder = new TaskTreeBuilder(TreeView.TREE, size);
    for (int row = 0; row < size; row++) {
      builder.add(row + 1L, parents[row], STATUSES[row % STATUSES.length], priorities[row]);
    }
    return builder.build();
  }

  /** A tree with everything expanded, and its labels. */
  TreeSnapshot snapshot() {
    TaskTree tree = layOut();
    return new TreeSnapshot(new Visibility(tree), labels.build(tree));
  }
}
