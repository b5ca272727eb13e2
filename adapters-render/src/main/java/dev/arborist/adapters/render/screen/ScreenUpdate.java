package dev.arborist.adapters.render.screen;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Brings a terminal from the screen that it shows to the next with few bytes, in one write.
 *
 * <p>Nothing is written when nothing differs. Terminals disagree on the width of some clusters, so
 * after each that is not plain the column is set anew: a disagreement never shifts what follows.
 * The terminal is expected to wrap lines and to write in its own style, as it does by itself, and
 * is left so. Not safe for use by several threads.
 */
public final class ScreenUpdate {

  private static final int HIDDEN = -1;

  /**
   * Up to so many bytes reach the terminal in one piece; Linux hands on in several what is longer.
   * Only then the terminal is asked (mode 2026, which those that do not know it ignore) to show
   * nothing before it has all of it: the 16 bytes would be a third of what a small change takes.
   */
  private static final int ONE_PIECE_BYTES = 2048;

  private static final String SYNCHRONISED = "?2026h";
  private static final int SYNCHRONISED_BYTES = 2 + SYNCHRONISED.length();

  private final OutputStream out;
  private final Sequences sequences = new Sequences();
  private @Nullable Cells shown;
  private @Nullable Cells spare;
  private int shownRow = HIDDEN;
  private int shownColumn;

  /** For a terminal whose screen shows nothing that is known. */
  public ScreenUpdate(OutputStream out) {
    this.out = out;
  }

  /**
   * Lets the terminal show a screen.
   *
   * @param next is copied; another size than before repaints everything
   * @param cursorRow where the terminal's own cursor is shown, as in a field to type in; -1 to hide
   *     it; a place off the screen is taken for the next that is on it
   * @return how many bytes were written
   */
  public int show(Screen next, int cursorRow, int cursorColumn) throws IOException {
    Cells cells = next.cells();
    Cells before = shown;
    boolean anew = before == null || before.columns != cells.columns || before.rows != cells.rows;
    Cells from = anew || before == null ? new Cells(cells.columns, cells.rows) : before;
    Cells to = anew || spare == null ? new Cells(cells.columns, cells.rows) : spare;
    to.copyLooks(cells);
    from.adoptClusters(to);
    sequences.clear();
    sequences.control(SYNCHRONISED);
    draw(from, to, anew, cursorRow, cursorColumn);
    if (sequences.length() > ONE_PIECE_BYTES) {
      sequences.control("?2026l");
    } else {
      sequences.remove(0, SYNCHRONISED_BYTES);
    }
    shown = null; // in case that the writing fails
    if (sequences.length() > 0) {
      out.write(sequences.bytes(), 0, sequences.length());
      out.flush();
    }
    shown = to;
    spare = from;
    shownRow = cursorRow;
    shownColumn = cursorColumn;
    return sequences.length();
  }

  /** Forgets what the terminal shows, as after another program wrote to it. */
  public void forget() {
    shown = null;
  }

  private void draw(Cells from, Cells to, boolean anew, int cursorRow, int cursorColumn) {
    boolean wasHidden = !anew && shownRow < 0;
    int start = sequences.length();
    if (!wasHidden) {
      sequences.control("?25l");
    }
    if (anew) {
      sequences.control("m");
      sequences.control("2J");
    }
    int middle = sequences.length();
    CellWriter writer = new CellWriter(sequences, from, to);
    new Painter(sequences, writer, from, to).paint();
    boolean isDrawn = anew || sequences.length() > middle;
    boolean isHidden = cursorRow < 0;
    if (!isDrawn && isHidden == wasHidden) {
      sequences.cutBack(start);
    }
    if (isHidden) {
      return;
    }
    if (isDrawn || cursorRow != shownRow || cursorColumn != shownColumn) {
      writer.moveTo(
          Math.min(cursorRow, to.rows - 1), Math.max(0, Math.min(cursorColumn, to.columns - 1)));
    }
    if (isDrawn || wasHidden) {
      sequences.control("?25h");
    }
  }
}
