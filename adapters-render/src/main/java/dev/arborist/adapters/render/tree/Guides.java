package dev.arborist.adapters.render.tree;

import dev.arborist.domain.tree.TaskTree;
import dev.arborist.domain.tree.Visibility;

/**
 * The lines that lead from a row to its ancestors.
 *
 * <p>Kept is one bit a level: whether the ancestor there is the last child of its parent. The bit
 * of a depth is that depth modulo 64, so what a deeper row overwrote is looked up again, which
 * climbs no further than there are levels to show. So a row costs the same in a chain of a million
 * as in any other tree. Not safe for use by several threads.
 */
final class Guides {

  private static final int BITS = Long.SIZE;

  private final Glyphs glyphs;
  private final int levels;
  private long lastChildAt;

  /** The lowest depth whose bit is that of the current row's ancestor. */
  private int known;

  /** At most so many levels are shown, fewer than 60. */
  Guides(Glyphs glyphs, int levels) {
    this.glyphs = glyphs;
    this.levels = levels;
    known = Integer.MAX_VALUE;
  }

  /** Goes to a node: that of the row below the one before, or the first. */
  void enter(Visibility visibility, int node) {
    TaskTree tree = visibility.tree();
    int depth = tree.depth(node);
    int needed = Math.max(1, depth - levels + 1);
    if (needed < known) {
      int up = node;
      for (int level = depth; level >= needed; level--) {
        set(level, visibility.isLastChild(up));
        up = tree.parent(up);
      }
      known = needed;
    } else {
      set(depth, visibility.isLastChild(node));
    }
    known = Math.max(known, depth - BITS + 1);
  }

  private void set(int depth, boolean last) {
    long bit = 1L << depth;
    lastChildAt = last ? lastChildAt | bit : lastChildAt & ~bit;
  }

  /** The levels that are not shown of a row at this depth. */
  private int hidden(int depth) {
    return Math.max(0, depth - levels);
  }

  void write(int depth, LineBuffer line) {
    int hidden = hidden(depth);
    if (hidden > 0) {
      line.mark(glyphs.elided);
      line.groupedNumber(hidden);
      line.character(' ');
    }
    for (int level = hidden + 1; level < depth; level++) {
      line.mark((lastChildAt >> level & 1) == 1 ? glyphs.blank : glyphs.bar);
    }
    if (depth > hidden) {
      line.mark((lastChildAt >> depth & 1) == 1 ? glyphs.corner : glyphs.tee);
    }
  }
}
