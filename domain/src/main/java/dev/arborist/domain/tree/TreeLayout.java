package dev.arborist.domain.tree;

import java.util.Arrays;

/** Walks the rows once in pre-order; no recursion, whatever the depth. */
final class TreeLayout {

  private static final int NONE = TreeRows.NONE;

  private final TreeRows rows;
  private final int tasks;
  private final int[] parents;
  private final byte[] marks;
  private final int[] firstChild;
  private final int[] nextSibling;

  private TreeLayout(TreeRows rows, Projection projection) {
    this.rows = rows;
    tasks = rows.size;
    parents = projection.parents();
    marks = projection.marks();
    firstChild = new int[parents.length + 1];
    nextSibling = new int[parents.length];
  }

  static TreeArrays of(TreeRows rows, Projection projection, int[] order) {
    TreeLayout layout = new TreeLayout(rows, projection);
    layout.linkChildren(order);
    return layout.walk();
  }

  /** Pushes rows in reverse of the siblings' order to the front of their parents' lists. */
  private void linkChildren(int[] order) {
    Arrays.fill(firstChild, NONE);
    for (int group = parents.length - 1; group >= tasks; group--) {
      push(group);
    }
    for (int i = order.length - 1; i >= 0; i--) {
      push(order[i]);
    }
  }

  private void push(int row) {
    int list = parents[row] == NONE ? parents.length : parents[row];
    nextSibling[row] = firstChild[list];
    firstChild[list] = row;
  }

  private TreeArrays walk() {
    int n = parents.length;
    TreeArrays nodes = new TreeArrays(n, rows.createdMicros.length > 0);
    int[] nodeOfRow = nodes.nodesByRow;
    int row = firstChild[n];
    int depth = 0;
    for (int node = 0; node < n; node++) {
      nodeOfRow[row] = node;
      fill(nodes, node, row);
      nodes.depths[node] = depth;
      if (firstChild[row] != NONE) {
        row = firstChild[row];
        depth++;
        continue;
      }
      nodes.sizes[node] = 1;
      while (row != NONE && nextSibling[row] == NONE) {
        row = parents[row];
        depth--;
        if (row != NONE) {
          nodes.sizes[nodeOfRow[row]] = node + 1 - nodeOfRow[row];
        }
      }
      if (row != NONE) {
        row = nextSibling[row];
      }
    }
    return nodes;
  }

  private void fill(TreeArrays nodes, int node, int row) {
    int parent = parents[row];
    nodes.parents[node] = parent == NONE ? TaskTree.NO_PARENT : nodes.nodesByRow[parent];
    nodes.marks[node] = marks[row];
    if (row >= tasks) {
      nodes.numbers[node] = tasks - row - 1L;
      nodes.statuses[node] = TreeRows.NO_STATUS;
      return;
    }
    nodes.numbers[node] = rows.number(row);
    nodes.statuses[node] = rows.statuses[row];
    nodes.priorities[node] = rows.priorities[row];
    if (nodes.createdMicros.length > 0) {
      nodes.createdMicros[node] = rows.createdMicros[row];
    }
  }
}
