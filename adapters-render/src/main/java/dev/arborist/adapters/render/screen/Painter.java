package dev.arborist.adapters.render.screen;

import java.util.Arrays;

/**
 * Sends what differs between what a terminal shows and what it is to show.
 *
 * <p>Terminals disagree on the width of some clusters. Behind one that is not plain the column is
 * set anew; what a terminal that takes it for wider overwrites is written again; what one that
 * takes it for narrower leaves standing is blanked before; and where it could reach over the right
 * edge, wrapping is off.
 */
final class Painter {

  /** A sequence that erases to the end of a row is as long. */
  private static final int ERASING = 3;

  private static final int COLUMNS_MAX = 2;

  private final Sequences out;
  private final Cursor cursor;
  private final Pen pen;
  private final Cells shown;
  private final Cells wanted;
  private boolean wraps = true;

  /** The first column that the cursor surely has not passed, however wide the last clusters are. */
  private int furthest;

  /** The first column of the row that surely no cluster overwrote, however wide they are. */
  private int reach;

  Painter(Sequences out, Cells shown, Cells wanted) {
    this.out = out;
    this.shown = shown;
    this.wanted = wanted;
    cursor = new Cursor(out);
    pen = new Pen(out);
  }

  Cursor cursor() {
    return cursor;
  }

  /** Sends all rows, and leaves the terminal in its own style. */
  void paint() {
    for (int row = 0; row < wanted.rows; row++) {
      paintRow(row);
    }
    pen.set(Style.NONE);
    if (!wraps) {
      out.control("?7h");
      wraps = true;
    }
  }

  private void paintRow(int row) {
    int start = row * wanted.columns;
    int end = start + wanted.columns;
    reach = 0;
    int at = nextToPaint(start, end);
    if (at == end) {
      return;
    }
    int tail = startOfTail(start, end);
    while (at < end) {
      if (at >= tail && unlike(at, end, start + reach) > ERASING) {
        cursor.moveTo(row, at - start);
        pen.set(Style.NONE);
        out.control("K");
        return;
      }
      int first = wanted.first(at);
      int behind = wanted.behind(first, end);
      put(row, first, behind, start);
      at = Math.min(Math.max(behind, at + 1), end);
      at = at < start + reach ? at : nextToPaint(at, end);
    }
  }

  private int nextToPaint(int from, int end) {
    int content = Arrays.mismatch(wanted.contents, from, end, shown.contents, from, end);
    int style = Arrays.mismatch(wanted.styles, from, end, shown.styles, from, end);
    int nearest = content < 0 || (style >= 0 && style < content) ? style : content;
    return nearest < 0 ? end : from + nearest;
  }

  private int startOfTail(int start, int end) {
    int tail = end;
    while (tail > start && isBlank(wanted, tail - 1)) {
      tail--;
    }
    return tail;
  }

  private static boolean isBlank(Cells cells, int cell) {
    return cells.contents[cell] == Cells.BLANK && cells.styles[cell] == Style.NONE;
  }

  private int unlike(int from, int end, int reached) {
    int count = 0;
    for (int cell = from; cell < end && count <= ERASING; cell++) {
      count += cell < reached || isUnlike(cell) ? 1 : 0;
    }
    return count;
  }

  private boolean isUnlike(int cell) {
    return wanted.contents[cell] != shown.contents[cell]
        || wanted.styles[cell] != shown.styles[cell];
  }

  private void put(int row, int first, int behind, int startOfRow) {
    int content = wanted.contents[first];
    int column = first - startOfRow;
    int columns = behind - first;
    long style = wanted.styles[first];
    boolean plain = Widths.isPlain(content);
    if (!plain && columns > 1 && !Widths.isIdeograph(content) && leavesSomething(first, behind)) {
      move(row, column, false);
      pen.set(style);
      for (int i = 0; i < columns; i++) {
        out.ascii(Cells.BLANK);
      }
      advance(columns, true);
    }
    move(row, column, Widths.isSteady(content));
    pen.set(style);
    int widest = plain ? 1 : COLUMNS_MAX * wanted.codePoints(content);
    furthest = (cursor.isSure() ? column : furthest) + widest;
    reach = Math.max(reach, furthest);
    boolean isLast = row == wanted.rows - 1 && column + columns == wanted.columns;
    if (wraps && (furthest > wanted.columns || isLast)) {
      out.control("?7l");
      wraps = false;
    }
    if (Cells.isCluster(content)) {
      out.all(wanted.utf8(content));
    } else {
      out.codePoint(content);
    }
    advance(columns, plain);
  }

  /** Whether a terminal that takes a cluster for narrower would still show what was there. */
  private boolean leavesSomething(int first, int behind) {
    long blank = Style.ofBlank(wanted.styles[first]);
    for (int cell = first + 1; cell < behind; cell++) {
      int before = shown.contents[cell];
      boolean gone = before == Cells.BLANK || before == Cells.CONTINUATION;
      if (!gone || Style.ofBlank(shown.styles[cell]) != blank) {
        return true;
      }
    }
    return false;
  }

  /** Goes to a place, over a few plain cells by writing them again if that is as short. */
  private void move(int row, int column, boolean steady) {
    boolean expected = cursor.isAt(row, column);
    if (expected && (cursor.isSure() || steady)) {
      return;
    }
    int gap = column - cursor.column();
    boolean near = cursor.row() == row && cursor.isSure() && gap > 0;
    int from = row * wanted.columns + column - gap;
    if (near && gap <= cursor.cost(row, column) && isWrittenAlike(from, from + gap)) {
      for (int cell = from; cell < from + gap; cell++) {
        out.ascii(wanted.contents[cell]);
      }
      advance(gap, true);
    } else {
      cursor.moveTo(row, column);
    }
  }

  private boolean isWrittenAlike(int from, int to) {
    for (int cell = from; cell < to; cell++) {
      if (!Widths.isPlain(wanted.contents[cell]) || wanted.styles[cell] != pen.style()) {
        return false;
      }
    }
    return true;
  }

  private void advance(int columns, boolean surely) {
    cursor.advance(columns, surely);
    if (cursor.column() >= wanted.columns) {
      cursor.lose();
    }
  }
}
