package dev.arborist.adapters.render.plot;

import dev.arborist.domain.validation.requirement.Dimension;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Costs against sizes, both by factors: a straight line is a power, its slope the exponent.
 *
 * <p>A dashed line to the curve's end shows what growing as the size does would look like.
 */
public final class LogLogPlot {

  private static final int WIDTH = 680;
  private static final int HEIGHT = 320;
  private static final int LEFT = 74;
  private static final int RIGHT = WIDTH - 24;
  private static final int TOP = 12;
  private static final int BOTTOM = HEIGHT - 48;
  private static final int TICKS_X = 9;
  private static final int TICKS_Y = 7;
  private static final int CURVE_POINTS = 65;
  private static final int ROW = 16;
  private static final double REFERENCE_SHARE = 0.3;
  private static final double ROOM = 1.25;

  private LogLogPlot() {}

  /**
   * Draws points and the curve through them.
   *
   * @param title what is shown, for those who do not see it
   * @param sizeName what the sizes are, shown under their axis
   * @param sizes a size a point, all positive
   * @param costs a cost a point, all positive
   * @param dimension what the costs are
   * @param curve the cost that the fit gives for a size
   */
  public static Drawing of(
      String title,
      String sizeName,
      List<Double> sizes,
      List<Double> costs,
      Dimension dimension,
      DoubleUnaryOperator curve) {
    double smallest = least(sizes);
    double largest = greatest(sizes);
    double low = Math.min(least(costs), curve.applyAsDouble(smallest));
    double high = Math.max(greatest(costs), curve.applyAsDouble(largest));
    Axis x = LogAxis.of(smallest / ROOM, largest * ROOM, LEFT, RIGHT, Dimension.NUMBER, TICKS_X);
    Axis y = LogAxis.of(low / ROOM, high * ROOM, BOTTOM, TOP, dimension, TICKS_Y);
    Canvas canvas = new Canvas();
    frame(x, y, canvas);
    canvas.label("label end", RIGHT, HEIGHT - 8.0, sizeName + " →");
    linear(x, y, smallest, largest, low, curve, canvas);
    canvas.path("curve", points(x, y, smallest, largest, curve));
    for (int i = 0; i < sizes.size(); i++) {
      canvas.circle("point", x.at(sizes.get(i)), y.at(costs.get(i)), 3.5);
    }
    String description =
        sizes.size()
            + " measurements, from "
            + Labels.of(least(costs), dimension)
            + " at "
            + Labels.of(smallest, Dimension.NUMBER)
            + " to "
            + Labels.of(greatest(costs), dimension)
            + " at "
            + Labels.of(largest, Dimension.NUMBER)
            + ", and the curve fitted to them.";
    return canvas.drawing(WIDTH, HEIGHT, title, description);
  }

  private static void frame(Axis x, Axis y, Canvas canvas) {
    for (Axis.Tick tick : x.ticks()) {
      canvas.line("grid", tick.at(), TOP, tick.at(), BOTTOM);
      canvas.label("tick mid", tick.at(), BOTTOM + 18.0, tick.label());
    }
    for (Axis.Tick tick : y.ticks()) {
      canvas.line("grid", LEFT, tick.at(), RIGHT, tick.at());
      canvas.label("tick end", LEFT - 8.0, tick.at() + 4, tick.label());
    }
    canvas.line("axis", LEFT, TOP, LEFT, BOTTOM).line("axis", LEFT, BOTTOM, RIGHT, BOTTOM);
  }

  /**
   * From the largest size's cost back to the smallest size, or to where it leaves the plot; left
   * out where that is so soon that it shows nothing.
   */
  private static void linear(
      Axis x,
      Axis y,
      double smallest,
      double largest,
      double low,
      DoubleUnaryOperator curve,
      Canvas canvas) {
    double end = curve.applyAsDouble(largest);
    double start = Math.max(smallest, largest * low / end);
    double left = x.at(start);
    double right = x.at(largest);
    if (right - left > REFERENCE_SHARE * (RIGHT - LEFT)) {
      double top = y.at(end * start / largest);
      canvas.path("reference", left, top, right, y.at(end));
      double away = top - y.at(curve.applyAsDouble(start));
      if (Math.abs(away) > ROW) {
        canvas.label("tick", left + (away > 0 ? 22 : 10), top + (away > 0 ? 4 : -12), "linear");
      }
    }
  }

  private static double[] points(
      Axis x, Axis y, double smallest, double largest, DoubleUnaryOperator curve) {
    double[] points = new double[2 * CURVE_POINTS];
    double factor = StrictMath.log(largest / smallest) / (CURVE_POINTS - 1);
    for (int i = 0; i < CURVE_POINTS; i++) {
      double size = smallest * StrictMath.exp(i * factor);
      points[2 * i] = x.at(size);
      points[2 * i + 1] = y.at(curve.applyAsDouble(size));
    }
    return points;
  }

  private static double least(List<Double> values) {
    return values.stream().mapToDouble(value -> value).min().orElseThrow();
  }

  private static double greatest(List<Double> values) {
    return values.stream().mapToDouble(value -> value).max().orElseThrow();
  }
}
