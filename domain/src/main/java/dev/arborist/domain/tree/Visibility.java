package dev.arborist.domain.tree;

import java.util.BitSet;

/**
 * Which nodes of a tree are visible, given which of them are collapsed.
 *
 * <p>A node is visible when none of its ancestors is collapsed. Each collapsed node covers the
 * range of its descendants once; a segment tree over the pre-order keeps, for every segment, the
 * lowest cover and how many nodes have it, with additions left where they were made instead of
 * pushed down. So expanding, collapsing, and going from row to node and back each visit O(log n)
 * segments whatever the tree's shape, and what is collapsed inside a collapsed node stays so. Not
 * safe for use by several threads.
 */
public final class Visibility {

  private final TaskTree tree;
  private final BitSet collapsed;
  private final int leaves;
  private final int[] lowest;
  private final int[] countOfLowest;
  private final int[] added;

  /** Everything of the tree visible. */
  public Visibility(TaskTree tree) {
    this.tree = tree;
    collapsed = new BitSet(tree.size());
    leaves = Math.max(1, Integer.highestOneBit(Math.max(1, tree.size() - 1)) << 1);
    lowest = new int[2 * leaves];
    countOfLowest = new int[2 * leaves];
    added = new int[2 * leaves];
    for (int leaf = 0; leaf < tree.size(); leaf++) {
      countOfLowest[leaves + leaf] = 1;
    }
    for (int leaf = tree.size(); leaf < leaves; leaf++) {
      lowest[leaves + leaf] = Integer.MAX_VALUE / 2; // never visible
    }
    for (int segment = leaves - 1; segment >= 1; segment--) {
      pull(segment);
    }
  }

  /** The tree that this is a view of. */
  public TaskTree tree() {
    return tree;
  }

  /** How many nodes are visible. */
  public int rows() {
    return lowest[1] == 0 ? countOfLowest[1] : 0;
  }

  /** Whether the node's children are hidden. */
  public boolean isCollapsed(int node) {
    return collapsed.get(node);
  }

  /** Whether no ancestor of the node is collapsed. */
  public boolean isVisible(int node) {
    int cover = 0;
    for (int segment = leaves + node; segment >= 1; segment >>= 1) {
      cover += added[segment];
    }
    return cover == 0;
  }

  /** Hides the descendants of a node; nothing changes when they are or when it has none. */
  public void collapse(int node) {
    if (tree.subtreeSize(node) > 1 && !collapsed.get(node)) {
      collapsed.set(node);
      cover(node + 1, tree.subtreeEnd(node), 1);
    }
  }

  /** Shows the children of a node again, each as expanded as it was before. */
  public void expand(int node) {
    if (collapsed.get(node)) {
      collapsed.clear(node);
      cover(node + 1, tree.subtreeEnd(node), -1);
    }
  }

  /** The next visible node after a visible one, or the tree's size after the last. */
  public int next(int visibleNode) {
    return collapsed.get(visibleNode) ? tree.subtreeEnd(visibleNode) : visibleNode + 1;
  }

  /**
   * The node that stands in a row.
   *
   * @throws IndexOutOfBoundsException when there is no such row
   */
  public int nodeAt(int row) {
    if (row < 0 || row >= rows()) {
      throw new IndexOutOfBoundsException("there is no row " + row + " of " + rows());
    }
    int segment = 1;
    int left = row;
    int cover = added[1];
    while (segment < leaves) {
      segment <<= 1;
      int visible = visibleIn(segment, cover);
      if (left >= visible) {
        left -= visible;
        segment++;
      }
      cover += added[segment];
    }
    return segment - leaves;
  }

  /** The row of a visible node: how many visible nodes stand before it. */
  public int rowOf(int node) {
    int rows = 0;
    int segment = 1;
    int cover = added[1];
    for (int half = leaves >> 1; half >= 1; half >>= 1) {
      segment <<= 1;
      if ((node & half) != 0) {
        rows += visibleIn(segment, cover);
        segment++;
      }
      cover += added[segment];
    }
    return rows;
  }

  /** The visible nodes of a segment; {@code coverAbove} is what its ancestors add. */
  private int visibleIn(int segment, int coverAbove) {
    return coverAbove + lowest[segment] == 0 ? countOfLowest[segment] : 0;
  }

  /** Adds to the cover of the nodes from {@code from} to before {@code to}, bottom up. */
  private void cover(int from, int to, int change) {
    int left = from + leaves;
    int right = to + leaves;
    while (left < right) {
      if ((left & 1) == 1) {
        add(left++, change);
      }
      if ((right & 1) == 1) {
        add(--right, change);
      }
      left >>= 1;
      right >>= 1;
    }
    pullAbove(from + leaves);
    pullAbove(to - 1 + leaves);
  }

  private void add(int segment, int change) {
    added[segment] += change;
    lowest[segment] += change;
  }

  private void pullAbove(int leaf) {
    for (int segment = leaf >> 1; segment >= 1; segment >>= 1) {
      pull(segment);
    }
  }

  private void pull(int segment) {
    int left = segment << 1;
    int right = left + 1;
    int low = Math.min(lowest[left], lowest[right]);
    int count = 0;
    if (lowest[left] == low) {
      count += countOfLowest[left];
    }
    if (lowest[right] == low) {
      count += countOfLowest[right];
    }
    lowest[segment] = low + added[segment];
    countOfLowest[segment] = count;
  }
}
