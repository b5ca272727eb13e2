package dev.arborist.cli.tui.draw;

import dev.arborist.adapters.render.screen.Screen;
import dev.arborist.adapters.render.text.AmbiguousWidth;
import dev.arborist.adapters.render.text.SafeText;

/** A screen that is being drawn on, and where the terminal's cursor is to stand on it. */
public final class Canvas {

  public final Screen screen;
  public final Palette palette;
  private int cursorRow = -1;
  private int cursorColumn;

  public Canvas(Screen screen, Palette palette) {
    this.screen = screen;
    this.palette = palette;
  }

  public int cursorRow() {
    return cursorRow;
  }

  public int cursorColumn() {
    return cursorColumn;
  }

  /** Shows the terminal's cursor, where a person types. */
  public void cursor(int row, int column) {
    cursorRow = row;
    cursorColumn = Math.max(0, Math.min(column, screen.columns() - 1));
  }

  public int width(SafeText text) {
    return text.width(ambiguous());
  }

  private AmbiguousWidth ambiguous() {
    return palette.settings.ambiguous();
  }

  /** Writes as much of a text as fits before the limit, and returns the column behind it. */
  public int write(int row, int column, int limit, SafeText text, String style) {
    int room = Math.min(limit, screen.columns()) - column;
    if (room <= 0 || row < 0 || row >= screen.rows()) {
      return column;
    }
    SafeText fitted = text.fit(room, ambiguous(), palette.ellipsis);
    return screen.write(row, column, column + room, fitted, style);
  }

  /** As the other, of a text that is made safe first. */
  public int write(int row, int column, int limit, String text, String style) {
    return write(row, column, limit, SafeText.of(text), style);
  }

  /** Repeats a mark as often as it fits. */
  public void repeat(int row, int column, int limit, SafeText mark, String style) {
    int at = column;
    while (at + width(mark) <= limit) {
      at = write(row, at, limit, mark, style);
    }
  }

  /** Blanks a part of the screen. */
  public void clear(Rect part) {
    for (int row = part.top(); row < part.bottom(); row++) {
      screen.fill(row, part.left(), part.right(), Palette.PLAIN);
    }
  }
}
