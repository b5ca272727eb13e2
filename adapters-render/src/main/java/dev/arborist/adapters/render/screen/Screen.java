package dev.arborist.adapters.render.screen;

import dev.arborist.adapters.render.text.AmbiguousWidth;
import dev.arborist.adapters.render.text.SafeText;

/**
 * What a terminal is to show: a grid of cells, each with a cluster of characters and a style.
 *
 * <p>A style is the parameters of the ANSI sequence that selects it, such as {@code "1;35"}; the
 * empty one is the terminal's own. A cluster of two columns owns both of its cells; one that does
 * not fit before the right edge, or that is overwritten in part, leaves blanks. Not safe for use by
 * several threads.
 */
public final class Screen {

  /**
   * A blank screen.
   *
   * @param columns how wide it is, 1 or more
   * @param rows how high it is, 1 or more
   */
  public Screen(int columns, int rows, AmbiguousWidth ambiguous) {
    throw new UnsupportedOperationException();
  }

  /** How many columns there are. */
  public int columns() {
    throw new UnsupportedOperationException();
  }

  /** How many rows there are. */
  public int rows() {
    throw new UnsupportedOperationException();
  }

  /** Blanks every cell. */
  public void clear() {
    throw new UnsupportedOperationException();
  }

  /** Blanks some cells of a row in a style: from the first column, to before the last. */
  public void fill(int row, int from, int to, String style) {
    throw new UnsupportedOperationException();
  }

  /**
   * Writes a text; what reaches over the limit is cut with an ellipsis.
   *
   * @param limit the first column that is not written to
   * @return the column behind the text
   */
  public int write(int row, int column, int limit, SafeText text, String style) {
    throw new UnsupportedOperationException();
  }

  /**
   * Writes one line of a renderer of ours: safe text with colour sequences; what reaches over the
   * limit is left out.
   *
   * @param line UTF-8 without a line feed; of the control sequences only colours may occur
   * @return the column behind the text
   */
  public int writeLine(int row, int column, int limit, byte[] line, int start, int length) {
    throw new UnsupportedOperationException();
  }

  /** Adds to the style of some cells, such as {@code "7"} for the row that is selected. */
  public void restyle(int row, int from, int to, String added) {
    throw new UnsupportedOperationException();
  }

  /** The text of a row without its trailing blanks, for tests and copies. */
  public String text(int row) {
    throw new UnsupportedOperationException();
  }
}
