package dev.arborist.domain.tree;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * What was expanded and collapsed in a tree at some time.
 *
 * <p>Immutable and safe for use by several threads: one may go on to expand and collapse while
 * another prepares the rows of a newer tree, which for a million tasks takes a while.
 */
public final class Expansion {

  private final TaskTree tree;
  private final BitSet collapsed;

  /** What was collapsed before a filter was set; null without one. */
  private final @Nullable BitSet collapsedBefore;

  Expansion(TaskTree tree, BitSet collapsed, @Nullable BitSet collapsedBefore) {
    this.tree = tree;
    this.collapsed = collapsed;
    this.collapsedBefore = collapsedBefore;
  }

  /** The same without a filter: what was collapsed before one was set. */
  public Expansion withoutFilter() {
    return collapsedBefore == null ? this : new Expansion(tree, collapsedBefore, null);
  }

  /** Whether this was seen in the tree of these rows. */
  public boolean isOf(Visibility rows) {
    return tree == rows.tree();
  }

  /** Whether these are rows of the same tree, as expanded as they were. */
  public boolean isStillOf(Visibility rows) {
    return isOf(rows) && changes(rows).isEmpty();
  }

  /**
   * The rows of a newer tree of the same view, or of the same: what was collapsed still is, task by
   * task.
   *
   * @param met the nodes of the newer tree that meet the filter; null for no filter
   */
  public Visibility on(TaskTree newer, @Nullable BitSet met) {
    Visibility next = new Visibility(newer);
    next.collapseOnly(carried(collapsedBefore == null ? collapsed : collapsedBefore, next));
    if (met != null) {
      next.filter(met);
      if (collapsedBefore != null) {
        next.collapseOnly(carried(collapsed, next));
      }
    }
    return next;
  }

  /** Nodes of this tree as nodes of a newer one, as far as they still have something to hide. */
  private BitSet carried(BitSet nodes, Visibility newer) {
    BitSet carried = new BitSet(newer.tree().size());
    for (int node = nodes.nextSetBit(0); node >= 0; node = nodes.nextSetBit(node + 1)) {
      int same = newer.tree().counterpart(tree, node);
      if (same >= 0 && newer.leads(same)) {
        carried.set(same);
      }
    }
    return carried;
  }

  /** The nodes of which it was otherwise whether they are collapsed. */
  BitSet changes(Visibility rows) {
    BitSet changes = rows.collapsed();
    changes.xor(collapsed);
    return changes;
  }
}
