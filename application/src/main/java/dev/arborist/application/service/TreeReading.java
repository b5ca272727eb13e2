package dev.arborist.application.service;

import dev.arborist.application.port.out.TaskStore;
import dev.arborist.domain.query.TaskFilter;
import dev.arborist.domain.tree.LabelSource;
import dev.arborist.domain.tree.LoadProgress;
import dev.arborist.domain.tree.LoadedLabels;
import dev.arborist.domain.tree.TaskTree;
import dev.arborist.domain.tree.TreeSnapshot;
import dev.arborist.domain.tree.TreeView;
import dev.arborist.domain.tree.Visibility;
import java.time.Instant;
import java.util.BitSet;

/** Reads the tree of all tasks, and what belongs to its rows. */
final class TreeReading {

  private static final int EXPECTED_TASKS = 256;

  private final TaskStore store;

  TreeReading(TaskStore store) {
    this.store = store;
  }

  TaskTree tree(TreeView view, Instant asOf) {
    return store.read(tx -> tx.loadTree(view, asOf, null, tasks -> {}));
  }

  /** The total is of the same state as the tree. */
  TaskTree tree(TreeView view, Instant asOf, LoadProgress progress) {
    return store.read(
        tx -> {
          long total = tx.count();
          return tx.loadTree(view, asOf, null, tasks -> progress.loaded(tasks, total));
        });
  }

  LabelSource labels() {
    return (tree, nodes, count) -> {
      long[] numbers = new long[count];
      for (int i = 0; i < count; i++) {
        numbers[i] = tree.number(nodes[i]);
      }
      return store.read(tx -> tx.summaries(numbers));
    };
  }

  BitSet matches(TaskTree tree, TaskFilter filter, Instant asOf) {
    return tree.nodesOf(store.read(tx -> tx.listNumbers(filter, asOf)));
  }

  TreeSnapshot snapshot(TreeView view, TaskFilter filter, Instant asOf) {
    return store.read(
        tx -> {
          LoadedLabels.Collector labels = new LoadedLabels.Collector(EXPECTED_TASKS);
          TaskTree tree = tx.loadTree(view, asOf, labels, tasks -> {});
          Visibility visibility = new Visibility(tree);
          if (!filter.isAll()) {
            visibility.filter(tree.nodesOf(tx.listNumbers(filter, asOf)));
          }
          return new TreeSnapshot(visibility, labels.build(tree));
        });
  }
}
