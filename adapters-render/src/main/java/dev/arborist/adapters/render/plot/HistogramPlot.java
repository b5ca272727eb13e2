package dev.arborist.adapters.render.plot;

import dev.arborist.domain.validation.requirement.Dimension;
import java.util.List;

/** How often values of which size occurred. */
public final class HistogramPlot {

  private static final int WIDTH = 680;
  private static final int HEIGHT = 260;
  private static final int LEFT = 58;
  private static final int RIGHT = WIDTH - 34;
  private static final int TOP = 24;
  private static final int BOTTOM = HEIGHT - 34;
  private static final int TICKS_X = 8;
  private static final int TICKS_Y = 5;

  private HistogramPlot() {}

  /**
   * Draws the values that are finite numbers.
   *
   * @param title what is shown, for those who do not see it
   * @param values the values
   * @param dimension what they are
   * @throws IllegalArgumentException when none is a finite number
   */
  public static Drawing of(String title, List<Double> values, Dimension dimension) {
    Bins bins = Bins.of(values);
    LinearAxis x = LinearAxis.of(bins.low(), bins.high(), LEFT, RIGHT, dimension, TICKS_X);
    int most = bins.mostInOne();
    LinearAxis y =
        LinearAxis.of(0, most, BOTTOM, TOP, Dimension.NUMBER, Math.max(1, Math.min(TICKS_Y, most)));
    Canvas canvas = new Canvas();
    for (Axis.Tick tick : y.ticks()) {
      canvas.line("grid", LEFT, tick.at(), RIGHT, tick.at());
      canvas.label("tick end", LEFT - 8.0, tick.at() + 4, tick.label());
    }
    for (int i = 0; i < bins.counts().size(); i++) {
      double top = y.at(bins.counts().get(i));
      double from = x.at(bins.edge(i));
      canvas.rect("bar", from + 0.5, top, x.at(bins.edge(i + 1)) - from - 1, BOTTOM - top);
    }
    for (Axis.Tick tick : x.ticks()) {
      canvas.line("axis", tick.at(), BOTTOM, tick.at(), BOTTOM + 4.0);
      canvas.label("tick mid", tick.at(), BOTTOM + 18.0, tick.label());
    }
    canvas.line("axis", LEFT, BOTTOM, RIGHT, BOTTOM);
    int count = bins.counts().stream().mapToInt(one -> one).sum();
    String description =
        count
            + " values in "
            + bins.counts().size()
            + " intervals from "
            + Labels.of(bins.low(), dimension)
            + " to "
            + Labels.of(bins.high(), dimension)
            + ", at most "
            + most
            + " in one.";
    return canvas.drawing(WIDTH, HEIGHT, title, description);
  }
}
