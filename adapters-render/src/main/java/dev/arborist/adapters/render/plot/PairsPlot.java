package dev.arborist.adapters.render.plot;

import java.util.List;

/**
 * What each pair of launches found, small enough for a cell, on the scale of {@link EffectPlot}.
 *
 * <p>Decoration of numbers that stand beside it, so it has no title.
 */
public final class PairsPlot {

  private static final int HEIGHT = 16;
  private static final double RADIUS = 2;

  /** Rings above, dots below, so that they do not cover each other. */
  private static final double SCREENING = 4;

  private static final double JUDGING = 11;

  private PairsPlot() {}

  /**
   * Draws logarithms of ratios; what lies beyond the ends stands at the end.
   *
   * @param screening what the pairs found that screened
   * @param judging what those found that judged
   * @param reach how many times more than 1 the right end is
   */
  public static Drawing of(List<Double> screening, List<Double> judging, double reach) {
    Canvas canvas = new Canvas();
    canvas.line("axis", EffectPlot.at(1, reach), 0, EffectPlot.at(1, reach), HEIGHT);
    screening.forEach(one -> canvas.circle("outlier", x(one, reach), SCREENING, RADIUS));
    judging.forEach(one -> canvas.circle("dot", x(one, reach), JUDGING, RADIUS));
    return canvas.drawing(EffectPlot.WIDTH, HEIGHT, "", "");
  }

  private static double x(double logRatio, double reach) {
    return EffectPlot.at(StrictMath.exp(logRatio), reach);
  }
}
