package dev.arborist.adapters.render.screen;

import java.util.Arrays;

/** Sends what differs between what a terminal shows and what it is to show, row by row. */
final class Painter {

  /** The length of the sequence that erases to the end of a row. */
  private static final int ERASING_BYTES = 3;

  /** Fewer blanks in between cannot make up for what else has to be written again. */
  private static final int BLANKS_MIN = 8;

  private final Sequences out;
  private final CellWriter writer;
  private final Cells shown;
  private final Cells wanted;

  Painter(Sequences out, CellWriter writer, Cells shown, Cells wanted) {
    this.out = out;
    this.writer = writer;
    this.shown = shown;
    this.wanted = wanted;
  }

  /** Sends all rows; afterwards nobody knows what the first screen was. */
  void paint() {
    Scroll scroll = Scroll.between(shown, wanted);
    if (scroll != null) {
      writer.scroll(scroll);
    }
    for (int row = 0; row < wanted.rows; row++) {
      int start = row * wanted.columns;
      int end = start + wanted.columns;
      int first = nextToPaint(start, end);
      if (first < end) {
        paint(row, first, end, startOfTail(start, end));
      }
    }
    writer.finish();
  }

  private void paint(int row, int first, int end, int tail) {
    CellWriter.State before = writer.state();
    int start = out.length();
    paintDifferences(row, first, end, tail);
    if (changedBlanks(first, tail) < BLANKS_MIN) {
      return;
    }
    CellWriter.State after = writer.state();
    int middle = out.length();
    writer.assume(before);
    writer.eraseFrom(row, first - (end - wanted.columns));
    Arrays.fill(shown.contents, first, end, Cells.BLANK);
    Arrays.fill(shown.styles, first, end, Style.NONE);
    paintDifferences(row, first, end, tail);
    if (out.length() - middle < middle - start) {
      out.remove(start, middle);
    } else {
      out.cutBack(middle);
      writer.assume(after);
    }
  }

  private void paintDifferences(int row, int first, int end, int tail) {
    int start = end - wanted.columns;
    writer.startRow();
    int at = nextToPaint(first, end);
    while (at < end) {
      if (at >= tail && isWorthErasing(at, end, start + writer.reach())) {
        writer.eraseFrom(row, at - start);
        return;
      }
      int behind = wanted.behind(at, end);
      writer.put(row, at, behind);
      at = behind < start + writer.reach() ? Math.min(behind, end) : nextToPaint(behind, end);
    }
  }

  /**
   * The next cluster that is not shown as it is wanted, or the one before it if that may have got
   * what was shown there as a mark.
   */
  private int nextToPaint(int from, int end) {
    int content = Arrays.mismatch(wanted.contents, from, end, shown.contents, from, end);
    int style = Arrays.mismatch(wanted.styles, from, end, shown.styles, from, end);
    if (content < 0 && style < 0) {
      return end;
    }
    int nearest = content < 0 || (style >= 0 && style < content) ? style : content;
    int first = wanted.first(from + nearest);
    return first > from && Widths.mayBeMark(shown, first) ? wanted.first(first - 1) : first;
  }

  private int startOfTail(int start, int end) {
    int tail = end;
    while (tail > start && wanted.isBlank(tail - 1)) {
      tail--;
    }
    return tail;
  }

  private int changedBlanks(int from, int to) {
    int count = 0;
    for (int cell = from; cell < to; cell++) {
      count += wanted.isBlank(cell) && isUnlike(cell) ? 1 : 0;
    }
    return count;
  }

  private boolean isWorthErasing(int from, int end, int reached) {
    int count = 0;
    for (int cell = from; cell < end; cell++) {
      count += cell < reached || isUnlike(cell) ? 1 : 0;
    }
    // The last cell of all takes more than a blank if it is written.
    return count > ERASING_BYTES || end == wanted.contents.length;
  }

  private boolean isUnlike(int cell) {
    return wanted.contents[cell] != shown.contents[cell]
        || wanted.styles[cell] != shown.styles[cell];
  }
}
