package dev.arborist.adapters.render.export;

import dev.arborist.adapters.render.text.SafeText;

/** Where things stand in the drawing, in pixels. */
final class SvgLayout {

  static final int MARGIN = 20;
  static final int ROW = 24;
  static final int ICON = 14;

  private static final int HEAD = 72;
  private static final int STEP = 20;
  private static final int GAP = 24;

  /** What a column of the font of 13 pixels takes, a little more than in any usual font. */
  private static final int COLUMN = 8;

  private static final int STATUS_COLUMNS = 9;
  private static final int PRIORITY_COLUMNS = 5;

  /** The bar that shows the progress, and the space behind it. */
  static final int BAR = 48;

  static final int BAR_GAP = 8;

  private final int rows;
  private final int done;
  private final int status;
  private final int width;

  private SvgLayout(int rows, int widest, int progressColumns, int headColumns) {
    this.rows = rows;
    done = MARGIN + widest + GAP;
    int progress = progressColumns == 0 ? 0 : BAR + BAR_GAP + columns(progressColumns) + GAP;
    status = done + progress;
    width = Math.max(priority() + MARGIN, 2 * MARGIN + columns(headColumns));
  }

  /**
   * The layout of these rows, wide enough for each.
   *
   * @param headColumns the columns of the line that counts the statuses
   * @param levels how many levels are indented
   */
  static SvgLayout of(Rows rows, int headColumns, int levels) {
    Nesting nesting = new Nesting(levels);
    int widest = 0;
    int progress = 0;
    while (rows.next()) {
      nesting.enter(rows.depth());
      int columns =
          SafeText.of(SvgRow.before(rows, nesting)).width()
              + rows.label().fit(SvgTree.LABEL_COLUMNS).width()
              + SvgRow.after(rows).length();
      widest = Math.max(widest, indent(nesting.level()) + columns(columns));
      progress = Math.max(progress, SvgRow.progress(rows).length());
    }
    return new SvgLayout(rows.count(), widest, progress, headColumns);
  }

  static int indent(int level) {
    return level * STEP + ICON + COLUMN;
  }

  static int columns(int columns) {
    return columns * COLUMN;
  }

  /** Where the middle of the icon of a level is. */
  static int axis(int level) {
    return MARGIN + level * STEP + ICON / 2;
  }

  int width() {
    return width;
  }

  long height() {
    return HEAD + (long) rows * ROW + MARGIN;
  }

  /** The middle of a row, from 0. */
  static long middle(int row) {
    return HEAD + (long) row * ROW + ROW / 2;
  }

  /** Where the progress begins. */
  int done() {
    return done;
  }

  /** Where the status begins. */
  int status() {
    return status;
  }

  /** Where the priority ends. */
  int priority() {
    return status + columns(STATUS_COLUMNS + 1 + PRIORITY_COLUMNS);
  }
}
