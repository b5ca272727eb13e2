package dev.arborist.domain.tree;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The rows that fit on a screen, and the cursor among them.
 *
 * <p>After each change {@link #follow()} scrolls as little as keeps the cursor on the screen. Not
 * safe for use by several threads.
 */
public final class Viewport {

  private final TreeCursor cursor;
  private int height;
  private int firstRow;

  /**
   * A screen at the top of the tree.
   *
   * @param height how many rows it has, 1 or more
   */
  public Viewport(Visibility visibility, int height) {
    cursor = new TreeCursor(visibility);
    resize(height);
  }

  /** The cursor; after moving it, call {@link #follow()}. */
  public TreeCursor cursor() {
    return cursor;
  }

  /** The row at the top of the screen. */
  public int firstRow() {
    return firstRow;
  }

  /** How many rows fit on the screen. */
  public int height() {
    return height;
  }

  /** Another height; the cursor stays on the screen. */
  public void resize(int rows) {
    if (rows < 1) {
      throw new IllegalArgumentException("a screen of " + rows + " rows shows nothing");
    }
    height = rows;
    follow();
  }

  /** One screen down, the cursor with it. */
  public void pageDown() {
    page(height);
  }

  /** One screen up, the cursor with it. */
  public void pageUp() {
    page(-height);
  }

  /** So many rows down, or up when negative, the cursor with it. */
  public void page(int rows) {
    firstRow = Math.addExact(firstRow, rows);
    cursor.move(rows);
    follow();
  }

  /** So many rows down, or up when negative; the cursor goes along only to stay on the screen. */
  public void scroll(int rows) {
    int last = Math.max(0, cursor.visibility().rows() - height);
    firstRow = Math.max(0, Math.min(Math.addExact(firstRow, rows), last));
    int below = cursor.row() - firstRow;
    cursor.move(below < 0 ? -below : Math.min(0, height - 1 - below));
  }

  /** Scrolls as little as keeps the cursor on the screen and the screen filled. */
  public void follow() {
    int last = Math.max(0, cursor.visibility().rows() - height);
    firstRow = Math.max(0, Math.min(firstRow, last));
    firstRow = Math.min(firstRow, cursor.row());
    firstRow = Math.max(firstRow, cursor.row() - height + 1);
  }

  /**
   * Goes on in a newer tree: cursor, expansion and the row at the top stay with their tasks.
   *
   * @param met the nodes of the newer tree that meet the filter; null for no filter
   */
  public void reload(TaskTree newer, @Nullable BitSet met) {
    reload(cursor.visibility().reloaded(newer, met));
  }

  /**
   * Goes on in the rows of a newer tree; the cursor and the row at the top stay with their tasks.
   */
  public void reload(Visibility newer) {
    int top = TreeCursor.survivor(cursor.visibility(), firstRow, newer.tree());
    cursor.reload(newer);
    firstRow = top < 0 ? 0 : newer.nearestRow(top);
    follow();
  }
}
