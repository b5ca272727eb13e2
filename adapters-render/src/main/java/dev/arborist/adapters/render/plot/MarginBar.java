package dev.arborist.adapters.render.plot;

/**
 * How far a limit is kept or missed, by factors: to the right of the middle it is kept.
 *
 * <p>Decoration of a number that stands beside it, so it has no title.
 */
public final class MarginBar {

  private static final int WIDTH = 104;
  private static final int HEIGHT = 12;
  private static final double MIDDLE = WIDTH * 0.25;

  /** Three decades to the right and one to the left. */
  private static final double DECADE = WIDTH * 0.25;

  private MarginBar() {}

  /**
   * Draws a margin.
   *
   * @param margin how many times the limit is kept: 1 when it is just kept
   * @param style the class of the bar, which gives its colour
   */
  public static Drawing of(double margin, String style) {
    Canvas canvas = new Canvas();
    double decades = margin > 0 ? Math.max(-1, Math.min(3, StrictMath.log10(margin))) : -1;
    double end = MIDDLE + decades * DECADE;
    canvas.rect("track", 0, 4, WIDTH, 4);
    canvas.rect(
        style, Math.min(MIDDLE, end), 2, Math.max(1.5, Math.abs(end - MIDDLE)), HEIGHT - 4.0);
    canvas.line("limit", MIDDLE, 0, MIDDLE, HEIGHT);
    return canvas.drawing(WIDTH, HEIGHT, "", "");
  }
}
