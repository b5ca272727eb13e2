package dev.arborist.adapters.render.tree;

import dev.arborist.domain.tree.TaskTree;
import dev.arborist.domain.tree.Visibility;

/** Where each node stands among those of its parent that a filter shows, and how many they are. */
final class Siblings {

  private final TaskTree tree;
  private final int[] positions;

  /** By the node of the parent; the last is for the nodes at the top. */
  private final int[] counts;

  private Siblings(TaskTree tree, int[] positions, int[] counts) {
    this.tree = tree;
    this.positions = positions;
    this.counts = counts;
  }

  static Siblings of(Visibility visibility) {
    TaskTree tree = visibility.tree();
    int[] positions = new int[tree.size()];
    int[] counts = new int[tree.size() + 1];
    for (int node = 0; node < tree.size(); node++) {
      if (visibility.passesFilter(node)) {
        positions[node] = ++counts[list(tree, node)];
      }
    }
    return new Siblings(tree, positions, counts);
  }

  private static int list(TaskTree tree, int node) {
    return tree.parent(node) < 0 ? tree.size() : tree.parent(node);
  }

  /** From 1. */
  int position(int node) {
    return positions[node];
  }

  int count(int node) {
    return counts[list(tree, node)];
  }
}
