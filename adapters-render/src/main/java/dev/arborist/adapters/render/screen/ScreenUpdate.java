package dev.arborist.adapters.render.screen;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Brings a terminal from the screen that it shows to the next with few bytes, in one write.
 *
 * <p>Nothing is written when nothing differs. Terminals disagree on the width of some clusters, so
 * after each that is not plain the column is set anew: a disagreement never shifts what follows.
 * Not safe for use by several threads.
 */
public final class ScreenUpdate {

  /** For a terminal whose screen shows nothing that is known. */
  public ScreenUpdate(OutputStream out) {
    throw new UnsupportedOperationException();
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
    throw new UnsupportedOperationException();
  }

  /** Forgets what the terminal shows, as after another program wrote to it. */
  public void forget() {
    throw new UnsupportedOperationException();
  }
}
