package dev.arborist.adapters.render.plot;

/**
 * How many times another value a value is, with its interval, small enough for a cell.
 *
 * <p>Decoration of numbers that stand beside it, so it has no title.
 */
public final class EffectPlot {

  static final int WIDTH = 150;
  private static final int HEIGHT = 18;
  private static final int SIDE = 7;
  private static final double MIDDLE = HEIGHT / 2.0;

  private EffectPlot() {}

  /**
   * Draws an effect by factors around 1, which is the middle; what lies beyond the ends stands at
   * the end as a triangle.
   *
   * @param effect the estimate
   * @param lower the lower end of its interval
   * @param upper the upper end of its interval
   * @param margin how far from 1 nothing has changed, such as 0.05: a band
   * @param reach how many times more than 1 the right end is; the left end is as many times less
   * @param style the class that gives the colour
   */
  public static Drawing of(
      double effect, double lower, double upper, double margin, double reach, String style) {
    Canvas canvas = new Canvas();
    double from = at(1 / (1 + margin), reach);
    canvas.rect("track", from, 2, at(1 + margin, reach) - from, HEIGHT - 4.0);
    canvas.line("axis", WIDTH / 2.0, 0, WIDTH / 2.0, HEIGHT);
    double low = at(lower, reach);
    canvas.rect(style, low, MIDDLE - 1, Math.max(1, at(upper, reach) - low), 2);
    canvas.circle(style, at(effect, reach), MIDDLE, 4);
    if (!(lower * reach >= 1)) {
      canvas.path("bound", 0, MIDDLE, SIDE - 1.0, MIDDLE - 4, SIDE - 1.0, MIDDLE + 4, 0, MIDDLE);
    }
    if (!(upper <= reach)) {
      double end = WIDTH - SIDE + 1.0;
      canvas.path("bound", WIDTH, MIDDLE, end, MIDDLE - 4, end, MIDDLE + 4, WIDTH, MIDDLE);
    }
    return canvas.drawing(WIDTH, HEIGHT, "", "");
  }

  static double at(double factor, double reach) {
    double share = factor > 0 ? StrictMath.log(factor) / StrictMath.log(reach) : -1;
    return WIDTH / 2.0 + Math.max(-1, Math.min(1, share)) * (WIDTH / 2.0 - SIDE);
  }
}
