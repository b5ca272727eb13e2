package dev.arborist.cli.tui.form;

import dev.arborist.adapters.render.text.SafeText;
import dev.arborist.cli.tui.draw.Canvas;
import dev.arborist.cli.tui.draw.Palette;
import dev.arborist.cli.tui.draw.Rect;

/** A line to type in, in the place of the status line. */
public final class Prompt {

  private static final int LINE_MIN = 10;

  private Prompt() {}

  /**
   * Draws it.
   *
   * @param question what is asked
   * @param line what is typed
   * @param state what is known of it so far; left out where there is no room
   */
  public static void draw(
      Canvas canvas, Rect place, String question, LineEditor line, String state, Palette palette) {
    canvas.clear(place);
    int row = place.top();
    int limit = place.right() - LINE_MIN;
    int column = canvas.write(row, place.left() + 1, limit, question, palette.bold);
    SafeText right = SafeText.of(state);
    int from = place.right() - canvas.width(right) - 1;
    if (from - column >= LINE_MIN) {
      canvas.write(row, from, place.right(), right, palette.dim);
    } else {
      from = place.right();
    }
    line.draw(canvas, row, column, from - 1, Palette.PLAIN, true);
  }
}
