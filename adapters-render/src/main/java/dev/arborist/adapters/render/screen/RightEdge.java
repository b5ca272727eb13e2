package dev.arborist.adapters.render.screen;

/**
 * Sees to it that nothing depends on what a terminal does at the right edge, which is not one
 * thing: some wait behind the last column, and some wrap, or scroll if it is the last row.
 */
final class RightEdge {

  private final Sequences out;
  private final int columns;
  private final int rows;
  private boolean wraps = true;

  RightEdge(Sequences out, Cells cells) {
    this.out = out;
    columns = cells.columns;
    rows = cells.rows;
  }

  boolean wraps() {
    return wraps;
  }

  void assume(boolean assumed) {
    wraps = assumed;
  }

  /**
   * Has the terminal not wrap if what comes next could.
   *
   * @param end the column behind it
   * @param widestEnd the same for a terminal that takes it for wider
   * @return false if it could
   */
  boolean guard(int row, int end, int widestEnd) {
    boolean isLast = row == rows - 1 && end == columns;
    boolean isSafe = widestEnd <= columns && !isLast;
    if (!isSafe && wraps) {
      out.control("?7l");
      wraps = false;
    }
    return isSafe;
  }

  /** Has the terminal wrap as it does by itself. */
  void wrap() {
    if (!wraps) {
      out.control("?7h");
      wraps = true;
    }
  }
}
