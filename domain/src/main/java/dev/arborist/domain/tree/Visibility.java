package dev.arborist.domain.tree;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Which nodes of a tree are rows, given what is collapsed and what a filter hides.
 *
 * <p>A node is visible when none of its ancestors is collapsed and the filter, if any, is met by
 * the node itself or by one below it. Each collapsed node covers the range of its descendants once
 * in a {@link CoverIndex}, and each hidden node itself. So expanding, collapsing, and going from
 * row to node and back each visit O(log n) segments whatever the tree's shape, and what is
 * collapsed inside a collapsed node stays so. Setting a filter, and expanding or collapsing
 * everything, visit every node once.
 *
 * <p>A filter shows what it found: it starts with everything expanded, and what was collapsed
 * before is so again when it is taken away. Not safe for use by several threads.
 */
public final class Visibility {

  private final TaskTree tree;
  private final CoverIndex covers;
  private BitSet collapsed;
  private @Nullable BitSet matches;
  private @Nullable BitSet shown;
  private @Nullable BitSet collapsedBefore;
  private long climbed;

  /** Everything of the tree visible. */
  public Visibility(TaskTree tree) {
    this.tree = tree;
    collapsed = new BitSet(tree.size());
    covers = new CoverIndex(tree.size());
    covers.build();
  }

  /** The tree that this is a view of. */
  public TaskTree tree() {
    return tree;
  }

  /** How many nodes are visible. */
  public int rows() {
    return covers.uncovered();
  }

  /** Whether the node's children are hidden. */
  public boolean isCollapsed(int node) {
    return collapsed.get(node);
  }

  /** Whether the node is a row. */
  public boolean isVisible(int node) {
    return covers.isUncovered(node);
  }

  /** Whether a filter is set. */
  public boolean isFiltered() {
    return matches != null;
  }

  /** Whether the node meets the filter, if there is one; else it is shown for one below it. */
  public boolean isMatch(int node) {
    return matches == null || matches.get(node);
  }

  /** Whether the filter lets the node be shown, collapsed or not. */
  public boolean passesFilter(int node) {
    return shown == null || shown.get(node);
  }

  /** Those of some nodes that the filter lets be shown, collapsed or not. */
  public BitSet passing(BitSet nodes) {
    BitSet passing = (BitSet) nodes.clone();
    if (shown != null) {
      passing.and(shown);
    }
    return passing;
  }

  /** Whether no sibling of a visible node is shown after it. */
  public boolean isLastChild(int visibleNode) {
    if (shown == null) {
      return tree.isLastChild(visibleNode);
    }
    int parent = tree.parent(visibleNode);
    int end = parent == TaskTree.NO_PARENT ? tree.size() : tree.subtreeEnd(parent);
    return rowsBefore(end) == rowsBefore(tree.subtreeEnd(visibleNode));
  }

  private int rowsBefore(int node) {
    return node == tree.size() ? rows() : covers.rank(node);
  }

  /** How many nodes meet the filter; all of them without one. */
  public int matchCount() {
    return matches == null ? tree.size() : matches.cardinality();
  }

  /** Whether a descendant of the node passes the filter, so that there is something to collapse. */
  public boolean leads(int node) {
    if (shown == null) {
      return tree.subtreeSize(node) > 1;
    }
    if (!shown.get(node)) {
      return false; // nor is anything below; to look for it would take long
    }
    int next = shown.nextSetBit(node + 1);
    return next >= 0 && next < tree.subtreeEnd(node);
  }

  /** Hides the descendants of a node; nothing changes when they are or when none is shown. */
  public void collapse(int node) {
    if (leads(node) && !collapsed.get(node)) {
      collapsed.set(node);
      covers.add(node + 1, tree.subtreeEnd(node), 1);
    }
  }

  /** Shows the children of a node again, each as expanded as it was before. */
  public void expand(int node) {
    if (collapsed.get(node)) {
      collapsed.clear(node);
      covers.add(node + 1, tree.subtreeEnd(node), -1);
    }
  }

  /** Expands every node. */
  public void expandAll() {
    collapsed.clear();
    rebuild();
  }

  /** Collapses every node that has children to show, those inside others too. */
  public void collapseAll() {
    for (int node = 0; node < tree.size(); node++) {
      collapsed.set(node, leads(node));
    }
    rebuild();
  }

  /**
   * Expands the ancestors of a node, so that only a filter can hide it.
   *
   * <p>Each costs O(log n); when that would be more than to look at every node once, all are
   * expanded by one pass.
   */
  public void reveal(int node) {
    BitSet hiding = new BitSet(node);
    for (int up = tree.parent(node); up >= 0; up = tree.parent(up)) {
      climbed++;
      hiding.set(up, collapsed.get(up));
    }
    if ((long) hiding.cardinality() * log() > tree.size()) {
      collapsed.andNot(hiding);
      rebuild();
    } else {
      hiding.stream().forEach(this::expand);
    }
  }

  /**
   * Shows only some nodes and their ancestors, or everything again.
   *
   * @param met the nodes that meet the filter, kept and not to be changed; null for no filter
   */
  public void filter(@Nullable BitSet met) {
    if (met == null) {
      collapsed = collapsedBefore == null ? collapsed : collapsedBefore;
      collapsedBefore = null;
      shown = null;
    } else {
      collapsedBefore = collapsedBefore == null ? collapsed : collapsedBefore;
      collapsed = new BitSet(tree.size());
      shown = withAncestors(met);
    }
    matches = met;
    rebuild();
  }

  /** Ancestors stand before their descendants, so one pass from the end meets each once. */
  private BitSet withAncestors(BitSet met) {
    BitSet all = (BitSet) met.clone();
    for (int node = all.length() - 1; node >= 0; node = all.previousSetBit(node - 1)) {
      if (tree.parent(node) != TaskTree.NO_PARENT) {
        all.set(tree.parent(node));
      }
    }
    return all;
  }

  /** Sets the cover of each node: how many of its ancestors are collapsed, and the filter. */
  private void rebuild() {
    int[] collapsedAbove = new int[tree.size()];
    for (int node = 0; node < tree.size(); node++) {
      int parent = tree.parent(node);
      if (parent != TaskTree.NO_PARENT) {
        collapsedAbove[node] = collapsedAbove[parent] + (collapsed.get(parent) ? 1 : 0);
      }
      covers.set(node, collapsedAbove[node] + (passesFilter(node) ? 0 : 1));
    }
    climbed += tree.size();
    covers.build();
  }

  /** The next visible node after a visible one, or the tree's size after the last. */
  public int next(int visibleNode) {
    if (shown == null) {
      return collapsed.get(visibleNode) ? tree.subtreeEnd(visibleNode) : visibleNode + 1;
    }
    int row = covers.rank(visibleNode) + 1;
    return row == rows() ? tree.size() : covers.select(row);
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
    return covers.select(row);
  }

  /** The row of a visible node: how many visible nodes stand before it. */
  public int rowOf(int node) {
    return covers.rank(node);
  }

  /**
   * The row of a node, or of the nearest ancestor that it is hidden under; when no ancestor is
   * visible, the row that stands where the node would, else the last one.
   */
  int nearestRow(int node) {
    int up = node;
    while (up >= 0 && !isVisible(up)) {
      climbed++;
      up = tree.parent(up);
    }
    return Math.max(0, Math.min(covers.rank(up < 0 ? node : up), rows() - 1));
  }

  /** How many nodes and segments were looked at so far: what operations cost. */
  public long visits() {
    return covers.visits() + climbed;
  }

  /**
   * The same of a newer tree of the same view: what was collapsed still is, task by task.
   *
   * @param met the nodes of the newer tree that meet the filter; null for no filter
   */
  public Visibility reloaded(TaskTree newer, @Nullable BitSet met) {
    return expansion().on(newer, met);
  }

  /** What is expanded now, which stays as it is whatever happens here. */
  public Expansion expansion() {
    return new Expansion(
        tree, collapsed(), collapsedBefore == null ? null : (BitSet) collapsedBefore.clone());
  }

  /** A copy of what is collapsed. */
  BitSet collapsed() {
    return (BitSet) collapsed.clone();
  }

  /** Collapses these nodes and no other; each of them has something to hide. */
  void collapseOnly(BitSet nodes) {
    collapsed = nodes;
    rebuild();
  }

  /**
   * Goes on where an older tree's rows are now: expands and collapses what was expanded and
   * collapsed there since.
   *
   * @param since what was expanded there when this was made from it, under the same filter
   */
  public void catchUp(Visibility older, Expansion since) {
    BitSet changed = since.changes(older);
    boolean few = (long) changed.cardinality() * log() <= tree.size();
    for (int node = changed.nextSetBit(0); node >= 0; node = changed.nextSetBit(node + 1)) {
      int same = tree.counterpart(older.tree, node);
      boolean hides = same >= 0 && older.collapsed.get(node) && leads(same);
      if (same >= 0 && !few) {
        collapsed.set(same, hides);
      } else if (hides) {
        collapse(same);
      } else if (same >= 0) {
        expand(same);
      }
    }
    if (!few) {
      rebuild();
    }
  }

  /** About how many segments are visited to expand or collapse a node. */
  private int log() {
    return Integer.SIZE - Integer.numberOfLeadingZeros(tree.size());
  }
}
