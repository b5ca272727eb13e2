package dev.arborist.cli.tui.draw;

/**
 * A part of the screen; nothing of it when a size is 0.
 *
 * @param top its first row
 * @param left its first column
 * @param height how many rows it has
 * @param width how many columns it has
 */
public record Rect(int top, int left, int height, int width) {

  public static final Rect NONE = new Rect(0, 0, 0, 0);

  public int bottom() {
    return top + height;
  }

  public int right() {
    return left + width;
  }

  public boolean contains(int row, int column) {
    return row >= top && row < bottom() && column >= left && column < right();
  }
}
