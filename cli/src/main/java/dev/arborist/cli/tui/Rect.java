package dev.arborist.cli.tui;

/**
 * A part of the screen; nothing of it when a size is 0.
 *
 * @param top its first row
 * @param left its first column
 * @param height how many rows it has
 * @param width how many columns it has
 */
record Rect(int top, int left, int height, int width) {

  static final Rect NONE = new Rect(0, 0, 0, 0);

  int bottom() {
    return top + height;
  }

  int right() {
    return left + width;
  }

  boolean contains(int row, int column) {
    return row >= top && row < bottom() && column >= left && column < right();
  }
}
