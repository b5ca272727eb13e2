package dev.arborist.adapters.render.screen;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A move of some rows of the terminal that spares writing them again, as when a list scrolls.
 *
 * <p>Deleting rows at one end and inserting them at the other does what a scroll region would, but
 * leaves no region behind if the program dies in between, and consoles know it that know no
 * scrolling by sequence.
 *
 * @param by so many rows up; down if negative
 */
record Scroll(int top, int bottom, int by) {

  private static final int CHANGED_MIN = 3;

  /** What a move sends at most: two positions, a deletion and an insertion. */
  private static final int BYTES = 24;

  /** What it takes to get to a row, and to change the colour there. */
  private static final int BYTES_A_ROW = 8;

  /** The move that makes up for itself, if there is any. */
  static @Nullable Scroll between(Cells shown, Cells wanted) {
    int rows = wanted.rows;
    int changed = 0;
    for (int row = 0; row < rows; row++) {
      changed += wanted.sameRow(row, shown, row) ? 0 : 1;
    }
    if (changed < CHANGED_MIN) {
      return null;
    }
    int by = commonest(hashes(shown), hashes(wanted));
    return by == 0 ? null : best(shown, wanted, by);
  }

  private static long[] hashes(Cells cells) {
    long[] hashes = new long[cells.rows];
    for (int row = 0; row < cells.rows; row++) {
      hashes[row] = cells.hash(row);
    }
    return hashes;
  }

  /** By how far most rows have moved that were not blank; 0 if hardly any has. */
  private static int commonest(long[] before, long[] after) {
    int rows = before.length;
    int best = 0;
    int most = 1;
    for (int by = 1 - rows; by < rows; by++) {
      int count = 0;
      for (int row = Math.max(0, -by); row < Math.min(rows, rows - by); row++) {
        boolean isMoved = after[row] == before[row + by] && after[row] != before[row];
        count += isMoved && after[row] != 0 ? 1 : 0;
      }
      if (by != 0 && count > most) {
        most = count;
        best = by;
      }
    }
    return best;
  }

  /** The rows whose move saves most, by the greatest sum of neighbours (Kadane). */
  private static @Nullable Scroll best(Cells shown, Cells wanted, int by) {
    int from = Math.max(0, -by);
    int to = Math.min(wanted.rows, wanted.rows - by);
    int start = from;
    int sum = 0;
    int most = 0;
    int first = from;
    int last = from;
    for (int row = from; row < to; row++) {
      sum += bytes(wanted, row, shown, row) - bytes(wanted, row, shown, row + by);
      if (sum > most) {
        most = sum;
        first = start;
        last = row;
      }
      if (sum <= 0) {
        sum = 0;
        start = row + 1;
      }
    }
    Scroll scroll = new Scroll(Math.min(first, first + by), Math.max(last, last + by), by);
    return most - scroll.lost(shown, wanted) > BYTES ? scroll : null;
  }

  /** What it costs that the rows left behind are blank. */
  private int lost(Cells shown, Cells wanted) {
    int lost = 0;
    for (int i = 0; i < Math.abs(by); i++) {
      int row = by > 0 ? bottom - i : top + i;
      lost += bytes(wanted, row, null, 0) - bytes(wanted, row, shown, row);
    }
    return lost;
  }

  /** About how many bytes it takes to make a row of another, or of nothing. */
  private static int bytes(Cells wanted, int row, @Nullable Cells shown, int shownRow) {
    int unlike = 0;
    int letters = 0;
    for (int column = 0; column < wanted.columns; column++) {
      int cell = row * wanted.columns + column;
      int before = shownRow * wanted.columns + column;
      boolean same =
          shown == null
              ? wanted.isBlank(cell)
              : wanted.contents[cell] == shown.contents[before]
                  && wanted.styles[cell] == shown.styles[before];
      unlike += same ? 0 : 1;
      letters += same || wanted.isBlank(cell) ? 0 : 1;
    }
    return unlike == 0 ? 0 : BYTES_A_ROW + letters;
  }

  /** Sends the move, and makes the cells those that the terminal shows then. */
  void send(Sequences out, Cursor cursor, Cells shown) {
    int rows = Math.abs(by);
    boolean toTheEnd = bottom == shown.rows - 1;
    if (by > 0) {
      change(out, cursor, top, rows, 'M');
      if (!toTheEnd) {
        change(out, cursor, bottom - rows + 1, rows, 'L');
      }
    } else {
      if (!toTheEnd) {
        change(out, cursor, bottom - rows + 1, rows, 'M');
      }
      change(out, cursor, top, rows, 'L');
    }
    int from = by > 0 ? top + rows : top;
    int kept = bottom - top + 1 - rows;
    shown.copyRows(from, from - by, kept);
    int left = (by > 0 ? bottom - rows + 1 : top) * shown.columns;
    Arrays.fill(shown.contents, left, left + rows * shown.columns, Cells.BLANK);
    Arrays.fill(shown.styles, left, left + rows * shown.columns, Style.NONE);
  }

  private static void change(Sequences out, Cursor cursor, int row, int rows, char how) {
    cursor.moveTo(row, 0);
    out.control(rows, how);
  }
}
