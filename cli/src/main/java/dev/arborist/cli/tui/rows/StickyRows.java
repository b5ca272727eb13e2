package dev.arborist.cli.tui.rows;

import dev.arborist.domain.tree.TaskTree;
import dev.arborist.domain.tree.Visibility;
import org.jspecify.annotations.Nullable;

/**
 * The ancestors that stand at the top of the screen when they are scrolled off.
 *
 * <p>They cover the first rows of the screen, and are those of the first row that they do not
 * cover. How many that makes is found by trying: with one more covered, the first row left is one
 * level deeper at most, for no row of a tree is deeper than the one before by more.
 */
public final class StickyRows {

  /** Stands for the levels between that there is no room for. */
  public static final int ELIDED = -1;

  private static final int PART_OF_HEIGHT = 3;

  /** The task at the top that was found last: to climb there costs a step for each level. */
  private int top;

  private @Nullable TaskTree topOf;

  /** How many rows are covered at most. */
  public static int most(int height) {
    return height / PART_OF_HEIGHT;
  }

  /** How many rows are covered when a screen of this height begins with this row. */
  public static int count(Visibility visibility, int firstRow, int height) {
    int most = Math.min(most(height), visibility.rows() - 1 - firstRow);
    int covered = 0;
    while (covered < most && depthAt(visibility, firstRow + covered) > covered) {
      covered++;
    }
    // A row that is less deep than rows are covered needs fewer: the one before shows itself.
    return covered > 0 && depthAt(visibility, firstRow + covered) < covered ? covered - 1 : covered;
  }

  private static int depthAt(Visibility visibility, int row) {
    return visibility.tree().depth(visibility.nodeAt(row));
  }

  /**
   * The nodes that cover the first rows, the highest first, one of them {@link #ELIDED} when there
   * are more ancestors than that.
   */
  public int[] nodes(Visibility visibility, int firstRow, int height) {
    int[] nodes = new int[Math.max(0, count(visibility, firstRow, height))];
    if (nodes.length == 0) {
      return nodes;
    }
    TaskTree tree = visibility.tree();
    int below = visibility.nodeAt(firstRow + nodes.length);
    boolean elides = tree.depth(below) > nodes.length;
    boolean showsTop = !elides || nodes.length > 2;
    int up = tree.parent(below);
    for (int i = nodes.length - 1; i >= (elides && showsTop ? 2 : 0); i--) {
      nodes[i] = up;
      up = tree.parent(up);
    }
    if (elides && showsTop) {
      nodes[1] = ELIDED;
      nodes[0] = top(tree, up);
    }
    return nodes;
  }

  private int top(TaskTree tree, int node) {
    if (topOf != tree || node < top || node >= tree.subtreeEnd(top)) {
      top = node;
      while (tree.parent(top) >= 0) {
        top = tree.parent(top);
      }
      topOf = tree;
    }
    return top;
  }
}
