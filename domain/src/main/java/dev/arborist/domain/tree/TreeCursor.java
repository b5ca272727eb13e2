package dev.arborist.domain.tree;

import dev.arborist.domain.task.TaskNumber;
import java.util.BitSet;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The selected row of a tree, and what keys do to it.
 *
 * <p>The cursor always stands on a visible node, if there is one. Not safe for use by several
 * threads.
 */
public final class TreeCursor {

  private Visibility visibility;
  private int row;

  /** A cursor on the first row. */
  public TreeCursor(Visibility visibility) {
    this.visibility = visibility;
  }

  /** What the cursor moves in. */
  public Visibility visibility() {
    return visibility;
  }

  /** The row that the cursor is on; 0 when there is none. */
  public int row() {
    return row;
  }

  /**
   * The node that the cursor is on.
   *
   * @throws IndexOutOfBoundsException when no row is visible
   */
  public int node() {
    return visibility.nodeAt(row);
  }

  /** So many rows down, or up when negative, as far as there are rows. */
  public void move(int rows) {
    long wanted = (long) row + rows;
    row = (int) Math.max(0, Math.min(wanted, visibility.rows() - 1L));
  }

  /** One row down, if there is one. */
  public void down() {
    move(1);
  }

  /** One row up, if there is one. */
  public void up() {
    move(-1);
  }

  /** To the first row. */
  public void home() {
    row = 0;
  }

  /** To the last row. */
  public void end() {
    move(Integer.MAX_VALUE);
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
    boolean nothingToHide = !visibility.leads(node) || visibility.isCollapsed(node);
    if (nothingToHide && tree.parent(node) != TaskTree.NO_PARENT) {
      row = visibility.rowOf(tree.parent(node));
    } else {
      visibility.collapse(node);
    }
  }

  /** Expands everything; the cursor stays on its task. */
  public void expandAll() {
    keepingNode(visibility::expandAll);
  }

  /** Collapses everything; the cursor goes to what its task is hidden under. */
  public void collapseAll() {
    keepingNode(visibility::collapseAll);
  }

  /** Sets a filter or takes it away; the cursor stays on its task as far as that is shown. */
  public void filter(@Nullable BitSet met) {
    keepingNode(() -> visibility.filter(met));
  }

  private void keepingNode(Runnable change) {
    int node = visibility.rows() == 0 ? TaskTree.NO_PARENT : node();
    change.run();
    row = node < 0 ? 0 : visibility.nearestRow(node);
  }

  /**
   * To a task, expanding what it is hidden under.
   *
   * @return whether the task is in the tree and no filter hides it; else the cursor stays
   */
  public boolean jumpTo(TaskNumber number) {
    OptionalInt node = visibility.tree().nodeOf(number);
    if (node.isEmpty() || !visibility.passesFilter(node.getAsInt())) {
      return false;
    }
    visibility.reveal(node.getAsInt());
    row = visibility.rowOf(node.getAsInt());
    return true;
  }

  /**
   * Goes on in a newer tree, on the same task wherever it stands now.
   *
   * <p>When the task is hidden there, the cursor goes to what it is hidden under, or to the row
   * that stands in its place when a filter left nothing of that. When the task is gone, the next
   * row below takes its place whose task is still there, else the next above, else the first row.
   */
  public void reload(Visibility newer) {
    int node = survivor(visibility, row, newer.tree());
    visibility = newer;
    row = node < 0 ? 0 : newer.nearestRow(node);
  }

  /** The node in a newer tree of a row's task, or of the nearest row's whose task is there. */
  static int survivor(Visibility older, int row, TaskTree newer) {
    for (int below = row; below < older.rows(); below++) {
      int node = newer.counterpart(older.tree(), older.nodeAt(below));
      if (node >= 0) {
        return node;
      }
    }
    for (int above = Math.min(row, older.rows()) - 1; above >= 0; above--) {
      int node = newer.counterpart(older.tree(), older.nodeAt(above));
      if (node >= 0) {
        return node;
      }
    }
    return TaskTree.NO_PARENT;
  }
}
