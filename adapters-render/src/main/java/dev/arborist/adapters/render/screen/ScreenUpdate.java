package dev.arborist.adapters.render.screen;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Brings a terminal from the screen that it shows to the next with few bytes, in one write.
 *
 * <p>Nothing is written when nothing differs. Terminals disagree on the width of some clusters, so
 * after each that is not plain the column is set anew: a disagreement never shifts what follows.
 * Not safe for use by several threads.
 */
public final class ScreenUpdate {

  private static final int HIDDEN = -1;

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
   *     it
   * @return how many bytes were written
   */
  public int show(Screen next, int cursorRow, int cursorColumn) throws IOException {
    Cells cells = next.cells();
    Cells before = shown;
    boolean anew = before == null || before.columns != cells.columns || before.rows != cells.rows;
    Cells from = anew || before == null ? new Cells(cells.columns, cells.rows) : before;
    Cells to = anew || spare == null ? new Cells(cells.columns, cells.rows) : spare;
    sequences.clear();
    to.copyLooks(cells);
    from.adoptClusters(to);
    draw(from, to, anew, cursorRow, cursorColumn);
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
    if (!wasHidden) {
      sequences.control("?25l");
    }
    if (anew) {
      sequences.control("m");
      sequences.control("2J");
    }
    int start = sequences.length();
    Painter painter = new Painter(sequences, from, to);
    painter.paint();
    boolean drawn = anew || sequences.length() > start;
    boolean sameCursor = cursorRow < 0 ? wasHidden : !wasHidden;
    if (!drawn && sameCursor) {
      sequences.clear();
    }
    if (cursorRow >= 0) {
      boolean moved = cursorRow != shownRow || cursorColumn != shownColumn;
      if (drawn || moved) {
        painter.cursor().moveTo(cursorRow, cursorColumn);
      }
      if (drawn || wasHidden) {
        sequences.control("?25h");
      }
    }
  }
}
