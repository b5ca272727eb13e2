package dev.arborist.adapters.render.screen;

/**
 * Where the terminal's cursor is, and the shortest sequence to another place.
 *
 * <p>The column is only expected behind a cluster whose width the terminal may see otherwise: then
 * nothing relative to it is sent. Behind the last column nothing is known at all: some terminals
 * wait there, and some have gone to the next row.
 */
final class Cursor {

  private static final int UNKNOWN = -1;

  private final Sequences out;
  private int row = UNKNOWN;
  private int column = UNKNOWN;
  private boolean sure;

  Cursor(Sequences out) {
    this.out = out;
  }

  /** A place that is left and returned to in thought. */
  record Place(int row, int column, boolean sure) {}

  Place place() {
    return new Place(row, column, sure);
  }

  void assume(Place place) {
    row = place.row;
    column = place.column;
    sure = place.sure;
  }

  void lose() {
    row = UNKNOWN;
    column = UNKNOWN;
    sure = false;
  }

  boolean isAt(int otherRow, int otherColumn) {
    return row == otherRow && column == otherColumn;
  }

  /** Whether the column is known, and not only expected. */
  boolean isSure() {
    return sure;
  }

  int column() {
    return column;
  }

  int row() {
    return row;
  }

  /** What was just sent moves the cursor within its row. */
  void advance(int columns, boolean surely) {
    column += columns;
    sure &= surely;
  }

  void moveTo(int toRow, int toColumn) {
    if (sure && isAt(toRow, toColumn)) {
      return;
    }
    if (row == UNKNOWN || costFromHere(toRow, toColumn) >= position(toRow, toColumn)) {
      sendPosition(toRow, toColumn);
    } else {
      moveFromHere(toRow, toColumn);
    }
    row = toRow;
    column = toColumn;
    sure = true;
  }

  /** How many bytes it takes to get there. */
  int cost(int toRow, int toColumn) {
    int position = position(toRow, toColumn);
    return row == UNKNOWN ? position : Math.min(position, costFromHere(toRow, toColumn));
  }

  private static int position(int toRow, int toColumn) {
    int digits = Sequences.digits(toRow + 1);
    return toColumn == 0 ? 3 + digits : 4 + digits + Sequences.digits(toColumn + 1);
  }

  private void sendPosition(int toRow, int toColumn) {
    out.control("");
    out.number(toRow + 1);
    if (toColumn > 0) {
      out.ascii(';');
      out.number(toColumn + 1);
    }
    out.ascii('H');
  }

  private int costFromHere(int toRow, int toColumn) {
    int down = toRow - row;
    if (down < 0) {
      return Sequences.controlLength(-down) + costInRow(toColumn);
    }
    int kept = down == 0 ? 0 : Sequences.controlLength(down);
    return Math.min(kept + costInRow(toColumn), costByLines(down, toColumn));
  }

  /** To the start of the row and so many line feeds, then to the column. */
  private static int costByLines(int down, int toColumn) {
    return 1 + down + (toColumn == 0 ? 0 : Sequences.controlLength(toColumn));
  }

  private void moveFromHere(int toRow, int toColumn) {
    int down = toRow - row;
    int kept = down == 0 ? 0 : Sequences.controlLength(Math.abs(down));
    if (down >= 0 && costByLines(down, toColumn) < kept + costInRow(toColumn)) {
      out.ascii('\r');
      for (int i = 0; i < down; i++) {
        out.ascii('\n');
      }
      if (toColumn > 0) {
        out.control(toColumn, 'C');
      }
      return;
    }
    if (down != 0) {
      out.control(Math.abs(down), down > 0 ? 'B' : 'A');
    }
    moveInRow(toColumn);
  }

  private int costInRow(int toColumn) {
    int absolute = toColumn == 0 ? 1 : Sequences.controlLength(toColumn + 1);
    return sure ? Math.min(absolute, costRelative(toColumn)) : absolute;
  }

  private int costRelative(int toColumn) {
    int right = toColumn - column;
    if (right == 0) {
      return 0;
    }
    int sequence = Sequences.controlLength(Math.abs(right));
    return right < 0 ? Math.min(-right, sequence) : sequence;
  }

  private void moveInRow(int toColumn) {
    int right = toColumn - column;
    if (!sure || costRelative(toColumn) > costInRow(toColumn)) {
      if (toColumn == 0) {
        out.ascii('\r');
      } else {
        out.control(toColumn + 1, 'G');
      }
    } else if (right < 0 && -right <= Sequences.controlLength(-right)) {
      for (int i = right; i < 0; i++) {
        out.ascii('\b');
      }
    } else if (right != 0) {
      out.control(Math.abs(right), right > 0 ? 'C' : 'D');
    }
  }
}
