package dev.arborist.domain.tree;

/**
 * The selected row of a tree, and what the arrow keys do to it.
 *
 * <p>The cursor always stands on a visible node. Not safe for use by several threads.
 */
public final class TreeCursor {

  private final Visibility visibility;
  private int row;

  /** A cursor on the first row. */
  public TreeCursor(Visibility visibility) {
    this.visibility = visibility;
  }

  /** The row that the cursor is on. */
  public int row() {
    return row;
  }

  /**
   * The node that the cursor is on.
   *
   * @throws IndexOutOfBoundsException when the tree is empty
   */
  public int node() {
    return visibility.nodeAt(row);
  }

  /** One row down, if there is one. */
  public void down() {
    row = Math.min(row + 1, Math.max(0, visibility.rows() - 1));
  }

  /** One row up, if there is one. */
  public void up() {
    row = Math.max(row - 1, 0);
  }

  /** Shows the children of the selected node. */
  public void expand() {
    if (visibility.rows() > 0) {
      visibility.expand(node());
    }
  }

  /** Hides the children of the selected node, or goes to its parent when there are none to hide. */
  public void collapse() {
    if (visibility.rows() == 0) {
      return;
    }
    int node = node();
    TaskTree tree = visibility.tree();
    boolean nothingToHide = tree.subtreeSize(node) == 1 || visibility.isCollapsed(node);
    if (nothingToHide && tree.parent(node) != TaskTree.NO_PARENT) {
      row = visibility.rowOf(tree.parent(node));
    } else {
      visibility.collapse(node);
    }
  }
}
