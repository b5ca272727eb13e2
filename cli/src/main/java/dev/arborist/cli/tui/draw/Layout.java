package dev.arborist.cli.tui.draw;

/**
 * Where everything stands on the screen.
 *
 * @param header the lines at the top
 * @param tree the rows of the tree; nothing where the detail has it all
 * @param divider between the tree and the detail; a column or a row
 * @param detail what is known of one task
 * @param status the line at the bottom
 */
public record Layout(Rect header, Rect tree, Rect divider, Rect detail, Rect status) {

  /** In less than this there is nothing but a sentence. */
  public static final int COLUMNS_MIN = 20;

  public static final int ROWS_MIN = 5;

  /** From this width on, the detail stands beside the tree. */
  private static final int COLUMNS_FOR_TWO = 120;

  private static final int DETAIL_COLUMNS_MAX = 100;

  /** A line between two blanks. */
  private static final int DIVIDER_COLUMNS = 3;

  /** Below this height there is no room for two panes above each other: the detail has it all. */
  private static final int BODY_ROWS_FOR_TWO = 7;

  public static boolean fits(int columns, int rows) {
    return columns >= COLUMNS_MIN && rows >= ROWS_MIN;
  }

  public static Layout of(int columns, int rows, boolean hasFilter, boolean hasDetail) {
    int headerRows = Math.min(hasFilter ? 3 : 2, rows - 3);
    Rect header = new Rect(0, 0, headerRows, columns);
    Rect status = new Rect(rows - 1, 0, 1, columns);
    int body = rows - 1 - headerRows;
    if (!hasDetail) {
      Rect tree = new Rect(headerRows, 0, body, columns);
      return new Layout(header, tree, Rect.NONE, Rect.NONE, status);
    }
    if (columns >= COLUMNS_FOR_TWO) {
      int detailColumns = Math.min(DETAIL_COLUMNS_MAX, (columns - DIVIDER_COLUMNS) / 2);
      int left = columns - detailColumns;
      return new Layout(
          header,
          new Rect(headerRows, 0, body, left - DIVIDER_COLUMNS),
          new Rect(headerRows, left - DIVIDER_COLUMNS, body, DIVIDER_COLUMNS),
          new Rect(headerRows, left, body, detailColumns),
          status);
    }
    if (body < BODY_ROWS_FOR_TWO) {
      Rect detail = new Rect(headerRows, 0, body, columns);
      return new Layout(header, Rect.NONE, Rect.NONE, detail, status);
    }
    int treeRows = (body - 1) / 2;
    int top = headerRows + treeRows;
    return new Layout(
        header,
        new Rect(headerRows, 0, treeRows, columns),
        new Rect(top, 0, 1, columns),
        new Rect(top + 1, 0, rows - 1 - top - 1, columns),
        status);
  }
}
