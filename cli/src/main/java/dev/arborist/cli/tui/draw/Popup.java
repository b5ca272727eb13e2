package dev.arborist.cli.tui.draw;

import dev.arborist.adapters.render.text.AmbiguousWidth;
import dev.arborist.adapters.render.text.SafeText;

/** A box over the middle of the screen. */
public final class Popup {

  private static final int EDGE = 1;
  private static final int PADDING = 1;

  /** Less than this of what is below is only confusing. */
  private static final int ROWS_WORTH_SHOWING = 5;

  private Popup() {}

  /**
   * Draws an empty box, as large as asked for or as there is room for.
   *
   * @return the place inside
   */
  public static Rect draw(Canvas canvas, String title, int width, int height) {
    int columns = canvas.screen.columns();
    int rows = canvas.screen.rows();
    int outerWidth = Math.min(columns, width + 2 * (EDGE + PADDING));
    int outerHeight = Math.min(rows, height + 2 * EDGE);
    Rect outer =
        new Rect((rows - outerHeight) / 2, (columns - outerWidth) / 2, outerHeight, outerWidth);
    boolean fills = outerHeight > rows - ROWS_WORTH_SHOWING;
    canvas.clear(
        fills
            ? new Rect(0, 0, rows, columns)
            : new Rect(
                outer.top(),
                Math.max(0, outer.left() - 1),
                outerHeight,
                Math.min(columns - outer.left() + 1, outerWidth + 2)));
    border(canvas, outer);
    int from = outer.left() + EDGE + PADDING;
    canvas.write(outer.top(), from, outer.right() - 2, " " + title + " ", canvas.palette.bold);
    return new Rect(
        outer.top() + EDGE,
        from,
        outerHeight - 2 * EDGE,
        Math.max(0, outerWidth - 2 * (EDGE + PADDING)));
  }

  /** Lines of two columns each would leave gaps, so those are drawn with ASCII. */
  private static void border(Canvas canvas, Rect box) {
    Palette palette = canvas.palette;
    boolean ascii = palette.settings.ascii() || palette.settings.ambiguous() == AmbiguousWidth.WIDE;
    String[] pieces = (ascii ? "+ + + + - |" : "┌ ┐ └ ┘ ─ │").split(" ", -1);
    int right = box.right() - 1;
    int bottom = box.bottom() - 1;
    canvas.repeat(box.top(), box.left(), box.right(), SafeText.of(pieces[4]), palette.dim);
    canvas.repeat(bottom, box.left(), box.right(), SafeText.of(pieces[4]), palette.dim);
    for (int row = box.top() + 1; row < bottom; row++) {
      canvas.write(row, box.left(), box.right(), pieces[5], palette.dim);
      canvas.write(row, right, box.right(), pieces[5], palette.dim);
    }
    canvas.write(box.top(), box.left(), box.right(), pieces[0], palette.dim);
    canvas.write(box.top(), right, box.right(), pieces[1], palette.dim);
    canvas.write(bottom, box.left(), box.right(), pieces[2], palette.dim);
    canvas.write(bottom, right, box.right(), pieces[3], palette.dim);
  }
}
