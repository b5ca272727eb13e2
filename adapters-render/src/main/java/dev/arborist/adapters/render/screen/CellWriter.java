package dev.arborist.adapters.render.screen;

/**
 * Sends single cells such that a terminal shows the others as before, whatever it thinks of their
 * widths.
 *
 * <p>Terminals disagree on the columns of some clusters. Behind one that is not plain the column is
 * set anew; {@link #reach} tells what a terminal that takes it for wider has overwritten; what one
 * that takes it for narrower would leave standing is blanked before; and where it could reach over
 * the right edge, or touches the last cell of all, wrapping is off. But tmux puts a mark on the
 * cell before if wrapping is off: marks in the last column are sent with wrapping on or not at all.
 */
final class CellWriter {

  private static final int COLUMNS_MAX = 2;

  private final Sequences out;
  private final Cells shown;
  private final Cells wanted;
  private final Cursor cursor;
  private final Pen pen;
  private final RightEdge edge;

  /** Whether the last cluster that was not plain was steady, and the next may follow it. */
  private boolean inRun;

  /** The first column that the cursor surely has not passed. */
  private int furthest;

  private int reach;

  CellWriter(Sequences out, Cells shown, Cells wanted) {
    this.out = out;
    this.shown = shown;
    this.wanted = wanted;
    cursor = new Cursor(out);
    pen = new Pen(out);
    edge = new RightEdge(out, wanted);
  }

  /** What the sequences sent so far have made of the terminal. */
  record State(Cursor.Place place, long style, boolean wraps) {}

  State state() {
    return new State(cursor.place(), pen.style(), edge.wraps());
  }

  /** Takes the terminal to be as it was, or will be, after other sequences. */
  void assume(State state) {
    cursor.assume(state.place);
    pen.assume(state.style);
    edge.assume(state.wraps);
  }

  void startRow() {
    reach = 0;
  }

  /** The first column of the row that surely no cluster has overwritten, however wide they are. */
  int reach() {
    return reach;
  }

  void moveTo(int row, int column) {
    cursor.moveTo(row, column);
  }

  /** Blanks a row from a column on. */
  void eraseFrom(int row, int column) {
    cursor.moveTo(row, column);
    pen.setForBlank(Style.NONE);
    out.control("K");
  }

  void scroll(Scroll scroll) {
    scroll.send(out, cursor, shown);
  }

  /** Leaves the terminal in its own style. */
  void finish() {
    pen.set(Style.NONE);
    edge.wrap();
  }

  /** Sends the cluster that begins in a cell of a row. */
  void put(int row, int first, int behind) {
    int content = wanted.contents[first];
    int column = first - row * wanted.columns;
    if (Widths.isPlain(content)) {
      moveOverCells(row, column);
      setPen(first);
      edge.guard(row, column + 1, column + 1);
      out.ascii(content);
      advance(1, true);
      return;
    }
    int columns = behind - first;
    if (leavesSomething(first + Widths.columnsAtLeast(content), behind, wanted.styles[first])) {
      blank(row, column, columns, wanted.styles[first]);
    }
    boolean steady = Widths.isSteady(content);
    if (!steady || !inRun || !cursor.isAt(row, column)) {
      moveOverCells(row, column);
    }
    inRun = steady;
    setPen(first);
    if (Cells.isCluster(content)) {
      sendCluster(row, column, columns, content);
    } else {
      expect(column, COLUMNS_MAX, COLUMNS_MAX);
      edge.guard(row, column + columns, furthest);
      out.codePoint(content);
    }
    advance(columns, false);
  }

  private void sendCluster(int row, int column, int columns, int content) {
    String text = wanted.text(content);
    int codePoints = text.codePointCount(0, text.length());
    expect(column, Math.max(columns, wanted.columnsApart(content)), COLUMNS_MAX * codePoints);
    boolean mayWrap = edge.guard(row, column + columns, furthest);
    if (columns == 1 && column + 1 == wanted.columns) {
      if (!mayWrap) {
        out.codePoint(text.codePointAt(0));
        return;
      }
      edge.wrap();
    }
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      out.codePoint(text.codePointAt(i));
    }
  }

  /** What the next cluster does at most: to the cursor by its columns, to cells by its length. */
  private void expect(int column, int columnsMax, int cellsMax) {
    int from = cursor.isSure() ? column : furthest;
    furthest = from + columnsMax;
    reach = Math.max(reach, from + cellsMax);
  }

  private void setPen(int cell) {
    if (wanted.contents[cell] == Cells.BLANK) {
      pen.setForBlank(wanted.styles[cell]);
    } else {
      pen.set(wanted.styles[cell]);
    }
  }

  private void blank(int row, int column, int columns, long style) {
    moveOverCells(row, column);
    pen.setForBlank(Style.ofBlank(style));
    edge.guard(row, column + columns, column + columns);
    for (int i = 0; i < columns; i++) {
      out.ascii(Cells.BLANK);
    }
    advance(columns, true);
  }

  /** Whether a terminal that takes a cluster for narrower would still show what was there. */
  private boolean leavesSomething(int from, int to, long style) {
    long blank = Style.ofBlank(style);
    for (int cell = from; cell < to; cell++) {
      if (!isGone(cell) || Style.ofBlank(shown.styles[cell]) != blank) {
        return true;
      }
    }
    return false;
  }

  /** Whether a cell is surely blank by now: what began before it was overwritten just now. */
  private boolean isGone(int cell) {
    int before = shown.contents[cell];
    int next = cell + 1;
    boolean isMarked = next % shown.columns != 0 && Widths.mayBeMark(shown, next);
    boolean isHalf =
        before == Cells.CONTINUATION && !Cells.isCluster(shown.contents[shown.first(cell)]);
    return !isMarked && (before == Cells.BLANK || isHalf);
  }

  /** Goes to a place, over a few plain cells by writing them again if that is as short. */
  private void moveOverCells(int row, int column) {
    int gap = column - cursor.column();
    int from = row * wanted.columns + cursor.column();
    boolean isAhead = cursor.isSure() && cursor.row() == row && gap > 0;
    if (isAhead && gap <= cursor.cost(row, column) && isWrittenAlike(from, from + gap)) {
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
      boolean isBlank = wanted.contents[cell] == Cells.BLANK;
      long style = isBlank ? Style.ofBlank(pen.style()) : pen.style();
      if (!Widths.isPlain(wanted.contents[cell]) || wanted.styles[cell] != style) {
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
