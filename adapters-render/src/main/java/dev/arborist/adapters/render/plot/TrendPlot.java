package dev.arborist.adapters.render.plot;

import dev.arborist.domain.validation.requirement.Dimension;
import java.util.List;
import java.util.stream.DoubleStream;

/** Values over runs, each with how far it was scattered; a run without a value leaves a gap. */
public final class TrendPlot {

  private static final int WIDTH = 680;
  private static final int HEIGHT = 260;
  private static final int LEFT = 82;
  private static final int RIGHT = WIDTH - 28;
  private static final int TOP = 24;
  private static final int BOTTOM = HEIGHT - 34;
  private static final int TICKS_Y = 6;
  private static final int LABELS_MAX = 11;
  private static final double PADDING = 0.08;

  private TrendPlot() {}

  /**
   * One run.
   *
   * @param label what the run is called
   * @param value its value; NaN when it has none
   * @param low the least of what the value sums up
   * @param high the greatest of what the value sums up
   */
  public record Point(String label, double value, double low, double high) {

    /** A run that has no value. */
    public static Point missing(String label) {
      return new Point(label, Double.NaN, Double.NaN, Double.NaN);
    }

    boolean isThere() {
      return Double.isFinite(value);
    }
  }

  /**
   * Draws the runs at equal distances.
   *
   * @param title what is shown, for those who do not see it
   * @param points the runs, the first on the left
   * @param dimension what the values are
   * @param limit the limit; NaN when there is none
   */
  public static Drawing of(String title, List<Point> points, Dimension dimension, double limit) {
    double[] all =
        points.stream()
            .flatMapToDouble(point -> DoubleStream.of(point.value(), point.low(), point.high()))
            .filter(Double::isFinite)
            .toArray();
    if (all.length == 0) {
      return new Canvas()
          .label("label mid", WIDTH / 2.0, HEIGHT / 2.0, "no run has a value")
          .drawing(WIDTH, HEIGHT, title, "No run has a value.");
    }
    double low = DoubleStream.of(all).min().orElseThrow();
    double high = DoubleStream.of(all).max().orElseThrow();
    boolean limited = limit >= low - 2 * (high - low) && limit <= high + 2 * (high - low);
    low = limited ? Math.min(low, limit) : low;
    high = limited ? Math.max(high, limit) : high;
    double padding = Math.max(PADDING * (high - low), 0.01 * Math.abs(high));
    double bottom = low >= 0 ? Math.max(0, low - padding) : low - padding;
    Axis y = LinearAxis.of(bottom, high + padding, BOTTOM, TOP, dimension, TICKS_Y);
    Canvas canvas = new Canvas();
    frame(points, y, canvas);
    if (limited) {
      canvas.line("limit", LEFT, y.at(limit), RIGHT, y.at(limit));
      canvas.label("limit end", RIGHT, y.at(limit) - 5, "limit " + Labels.of(limit, dimension));
    }
    runs(points, y, canvas);
    return canvas.drawing(WIDTH, HEIGHT, title, description(points, dimension));
  }

  private static double x(int index, int count) {
    return count == 1
        ? (LEFT + RIGHT) / 2.0
        : LEFT + 14 + (RIGHT - LEFT - 28.0) * index / (count - 1);
  }

  private static void frame(List<Point> points, Axis y, Canvas canvas) {
    for (Axis.Tick tick : y.ticks()) {
      canvas.line("grid", LEFT, tick.at(), RIGHT, tick.at());
      canvas.label("tick end", LEFT - 8.0, tick.at() + 4, tick.label());
    }
    int every = (points.size() + LABELS_MAX - 1) / LABELS_MAX;
    // From the last run back, which is the one that everybody looks for.
    for (int i = points.size() - 1; i >= 0; i -= every) {
      canvas.label("tick mid", x(i, points.size()), BOTTOM + 18.0, points.get(i).label());
    }
    canvas.line("axis", LEFT, BOTTOM, RIGHT, BOTTOM);
  }

  private static void runs(List<Point> points, Axis y, Canvas canvas) {
    int count = points.size();
    for (int i = 0; i < count; i++) {
      Point point = points.get(i);
      if (!point.isThere()) {
        continue;
      }
      double x = x(i, count);
      if (Double.isFinite(point.low()) && Double.isFinite(point.high())) {
        canvas.line("whisker", x, y.at(point.low()), x, y.at(point.high()));
      }
      if (i > 0 && points.get(i - 1).isThere()) {
        canvas.path(
            "curve", x(i - 1, count), y.at(points.get(i - 1).value()), x, y.at(point.value()));
      }
    }
    for (int i = 0; i < count; i++) {
      if (points.get(i).isThere()) {
        canvas.circle("point", x(i, count), y.at(points.get(i).value()), 3.5);
      }
    }
  }

  private static String description(List<Point> points, Dimension dimension) {
    List<Point> there = points.stream().filter(Point::isThere).toList();
    if (there.isEmpty()) {
      return "No run has a value.";
    }
    Point first = there.get(0);
    Point last = there.get(there.size() - 1);
    return there.size()
        + " of "
        + points.size()
        + " runs have a value, from "
        + Labels.of(first.value(), dimension)
        + " in "
        + first.label()
        + " to "
        + Labels.of(last.value(), dimension)
        + " in "
        + last.label()
        + ".";
  }
}
