package dev.arborist.adapters.render.screen;

import dev.arborist.adapters.render.text.AmbiguousWidth;
import dev.arborist.adapters.render.text.Graphemes;
import dev.arborist.adapters.render.text.SafeText;
import java.util.Arrays;
import java.util.Objects;

/**
 * What a terminal is to show: a grid of cells, each with a cluster of characters and a style.
 *
 * <p>A style is the parameters of the ANSI sequence that selects it, such as {@code "1;35"}; the
 * empty one is the terminal's own. A cluster of two columns owns both of its cells; one that does
 * not fit before the right edge, or that is overwritten in part, leaves blanks. Not safe for use by
 * several threads.
 */
public final class Screen {

  private static final SafeText ELLIPSIS = SafeText.of("…");

  private final Cells cells;
  private final AmbiguousWidth ambiguous;
  private byte[] ascii = new byte[256];

  /**
   * A blank screen.
   *
   * @param columns how wide it is, 1 or more
   * @param rows how high it is, 1 or more
   */
  public Screen(int columns, int rows, AmbiguousWidth ambiguous) {
    cells = new Cells(columns, rows);
    this.ambiguous = ambiguous;
  }

  /** How many columns there are. */
  public int columns() {
    return cells.columns;
  }

  /** How many rows there are. */
  public int rows() {
    return cells.rows;
  }

  /** Blanks every cell. */
  public void clear() {
    cells.clear();
  }

  /** Blanks some cells of a row in a style: from the first column, to before the last. */
  public void fill(int row, int from, int to, String style) {
    fill(row, from, to, Style.of(style));
  }

  /**
   * Writes a text; what reaches over the limit is cut with an ellipsis.
   *
   * @param limit the first column that is not written to
   * @return the column behind the text
   */
  public int write(int row, int column, int limit, SafeText text, String style) {
    int end = Math.min(limit, cells.columns);
    start(row, column);
    return column >= end
        ? column
        : put(row, column, end, text.fit(end - column, ambiguous, ELLIPSIS), Style.of(style));
  }

  /**
   * Writes one line of a renderer of ours: safe text with colour sequences; what reaches over the
   * limit is left out.
   *
   * @param line UTF-8 without a line feed; of the control sequences only colours may occur
   * @return the column behind the text
   * @throws IllegalArgumentException if the line holds any other escape, or a colour unknown here
   */
  public int writeLine(int row, int column, int limit, byte[] line, int start, int length) {
    int end = Math.min(limit, cells.columns);
    start(row, column);
    StyledLine pieces = new StyledLine(line, start, length);
    int at = column;
    while (at < end && pieces.next()) {
      int next = put(row, at, end, pieces.text(), pieces.style());
      if (next < at + pieces.text().width(ambiguous)) {
        return next;
      }
      at = next;
    }
    return at;
  }

  /** Adds to the style of some cells, such as {@code "7"} for the row that is selected. */
  public void restyle(int row, int from, int to, String added) {
    int first = start(row, from);
    int end = first + Math.min(to, cells.columns) - from;
    int endOfRow = first - from + cells.columns;
    if (added.isEmpty()) {
      return; // which as a sequence would reset
    }
    for (int cell = first; cell < end; cell++) {
      if (cells.contents[cell] != Cells.CONTINUATION) {
        long style = Style.added(cells.styles[cell], added);
        Arrays.fill(cells.styles, cell, cells.behind(cell, endOfRow), style);
      }
    }
  }

  /** The text of a row without its trailing blanks, for tests and copies. */
  public String text(int row) {
    StringBuilder text = new StringBuilder();
    int first = start(row, 0);
    for (int cell = first; cell < first + cells.columns; cell++) {
      if (cells.contents[cell] != Cells.CONTINUATION) {
        text.append(cells.text(cells.contents[cell]));
      }
    }
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == Cells.BLANK) {
      end--;
    }
    return text.substring(0, end);
  }

  Cells cells() {
    return cells;
  }

  private int start(int row, int column) {
    Objects.checkIndex(row, cells.rows);
    Objects.checkFromToIndex(0, column, Integer.MAX_VALUE);
    return row * cells.columns + column;
  }

  private void fill(int row, int from, int to, long style) {
    int end = Math.min(to, cells.columns);
    int first = start(row, from);
    if (from < end) {
      cells.blank(first, first + end - from, first - from + cells.columns, style);
    }
  }

  private int put(int row, int column, int end, SafeText text, long style) {
    int width = text.width(ambiguous);
    // No code point has more columns than bytes, and only those of ASCII have as many.
    return text.byteLength() == text.width()
        ? putAscii(row, column, Math.min(width, end - column), text, style)
        : putClusters(row, column, end, text.toString(), style);
  }

  private int putAscii(int row, int column, int columns, SafeText text, long style) {
    if (columns == 0) {
      return column;
    }
    if (ascii.length < text.byteLength()) {
      ascii = new byte[text.byteLength() * 2];
    }
    text.copyTo(ascii, 0);
    int first = row * cells.columns + column;
    cells.blank(first, first + columns, (row + 1) * cells.columns, style);
    for (int i = 0; i < columns; i++) {
      cells.contents[first + i] = ascii[i];
    }
    return column + columns;
  }

  private int putClusters(int row, int column, int end, String text, long style) {
    Graphemes walk = new Graphemes(text);
    int start = row * cells.columns;
    int at = column;
    while (at < end && walk.next()) {
      int width = walk.columns(ambiguous);
      if (at + width > end) {
        fill(row, at, end, style);
        return at;
      }
      String cluster = text.substring(walk.start(), walk.end());
      int content = cells.content(cluster, walk.columnsApart());
      cells.put(start + at, width, start + cells.columns, content, style);
      at += width;
    }
    return at;
  }
}
