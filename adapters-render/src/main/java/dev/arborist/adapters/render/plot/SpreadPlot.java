package dev.arborist.adapters.render.plot;

import java.util.List;

/** A box plot small enough for a cell: how far values lie from their median. */
public final class SpreadPlot {

  private static final int WIDTH = 110;
  private static final int HEIGHT = 18;
  private static final int SIDE = 6;
  private static final double MIDDLE = HEIGHT / 2.0;
  private static final double HALF = 5;

  private SpreadPlot() {}

  /**
   * Draws values; what lies beyond the ends stands at the end as a triangle.
   *
   * @param title what is shown, for those who do not see it
   * @param values the values; their median is positive, one of them is finite
   * @param reach what share of the median the ends are away from it, such as 0.1
   */
  public static Drawing of(String title, List<Double> values, double reach) {
    Box box = Box.of(values);
    double median = box.summary().median();
    Canvas canvas = new Canvas();
    canvas.line("grid", SIDE, MIDDLE, (double) WIDTH - SIDE, MIDDLE);
    canvas.line("axis", WIDTH / 2.0, 1, WIDTH / 2.0, HEIGHT - 1.0);
    double q1 = at(box.summary().q1(), median, reach);
    double q3 = at(box.summary().q3(), median, reach);
    double low = Math.min(q1, at(box.whiskerLow(), median, reach));
    double high = Math.max(q3, at(box.whiskerHigh(), median, reach));
    canvas.line("whisker", low, MIDDLE, q1, MIDDLE).line("whisker", q3, MIDDLE, high, MIDDLE);
    canvas.rect("box", q1, MIDDLE - HALF, Math.max(1, q3 - q1), 2 * HALF);
    canvas.line("median", WIDTH / 2.0, MIDDLE - HALF, WIDTH / 2.0, MIDDLE + HALF);
    for (double outlier : box.outliers()) {
      if (Math.abs(outlier / median - 1) <= reach) {
        canvas.circle("outlier", at(outlier, median, reach), MIDDLE, 2);
      }
    }
    if (box.summary().min() < median * (1 - reach)) {
      canvas.path("bound", 0, MIDDLE, SIDE - 1.0, MIDDLE - 4, SIDE - 1.0, MIDDLE + 4, 0, MIDDLE);
    }
    if (box.summary().max() > median * (1 + reach)) {
      double end = WIDTH - SIDE + 1.0;
      canvas.path("bound", WIDTH, MIDDLE, end, MIDDLE - 4, end, MIDDLE + 4, WIDTH, MIDDLE);
    }
    return canvas.drawing(WIDTH, HEIGHT, title, "");
  }

  private static double at(double value, double median, double reach) {
    double share = Math.max(-1, Math.min(1, (value / median - 1) / reach));
    return WIDTH / 2.0 + share * (WIDTH / 2.0 - SIDE);
  }
}
