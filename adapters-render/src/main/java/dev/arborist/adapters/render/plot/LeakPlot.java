package dev.arborist.adapters.render.plot;

import dev.arborist.domain.validation.requirement.Dimension;
import java.util.List;

/** The bytes that were live after each batch of operations, a line for each launch. */
public final class LeakPlot {

  private static final int WIDTH = 680;
  private static final int HEIGHT = 260;
  private static final int LEFT = 82;
  private static final int RIGHT = WIDTH - 34;
  private static final int TOP = 24;
  private static final int BOTTOM = HEIGHT - 48;
  private static final int TICKS_X = 8;
  private static final int TICKS_Y = 6;
  private static final double PADDING = 0.08;

  private LeakPlot() {}

  /**
   * One launch.
   *
   * @param operations how many operations had been done by the end of each batch
   * @param liveBytes the live bytes at the end of each batch, as many
   * @param dropped how many batches at the start were dropped as warm-up
   */
  public record Launch(List<Double> operations, List<Double> liveBytes, int dropped) {

    /** Keeps its own copies. */
    public Launch {
      operations = List.copyOf(operations);
      liveBytes = List.copyOf(liveBytes);
    }

    int batches() {
      return liveBytes.size();
    }
  }

  /**
   * Draws the launches into one plot; what was dropped of the first one is shaded.
   *
   * @param title what is shown, for those who do not see it
   * @param launches one or more, with finite values
   */
  public static Drawing of(String title, List<Launch> launches) {
    double[] bytes =
        launches.stream()
            .flatMap(launch -> launch.liveBytes().stream())
            .mapToDouble(value -> value)
            .sorted()
            .toArray();
    double low = bytes[0];
    double high = bytes[bytes.length - 1];
    double padding = PADDING * (high - low);
    double last =
        launches.stream()
            .flatMap(launch -> launch.operations().stream())
            .mapToDouble(value -> value)
            .max()
            .orElseThrow();
    Axis x = LinearAxis.of(0, last, LEFT, RIGHT, Dimension.NUMBER, TICKS_X);
    Axis y =
        LinearAxis.of(
            Math.max(0, low - padding), high + padding, BOTTOM, TOP, Dimension.SIZE, TICKS_Y);
    Canvas canvas = new Canvas();
    dropped(launches.get(0), x, canvas);
    frame(x, y, canvas);
    for (Launch launch : launches) {
      line(launch, x, y, canvas);
    }
    return canvas.drawing(WIDTH, HEIGHT, title, description(launches));
  }

  private static void dropped(Launch launch, Axis x, Canvas canvas) {
    if (launch.dropped() > 0) {
      double end = x.at(launch.operations().get(launch.dropped() - 1));
      canvas.rect("dropped", LEFT, TOP, end - LEFT, (double) BOTTOM - TOP);
      canvas.label("tick", LEFT + 6.0, TOP - 7.0, "dropped");
    }
  }

  private static void frame(Axis x, Axis y, Canvas canvas) {
    for (Axis.Tick tick : y.ticks()) {
      canvas.line("grid", LEFT, tick.at(), RIGHT, tick.at());
      canvas.label("tick end", LEFT - 8.0, tick.at() + 4, tick.label());
    }
    for (Axis.Tick tick : x.ticks()) {
      canvas.line("axis", tick.at(), BOTTOM, tick.at(), BOTTOM + 4.0);
      canvas.label("tick mid", tick.at(), BOTTOM + 18.0, tick.label());
    }
    canvas.line("axis", LEFT, BOTTOM, RIGHT, BOTTOM);
    canvas.label("label end", RIGHT, HEIGHT - 8.0, "operations →");
  }

  private static void line(Launch launch, Axis x, Axis y, Canvas canvas) {
    double[] points = new double[2 * launch.batches()];
    for (int i = 0; i < launch.batches(); i++) {
      points[2 * i] = x.at(launch.operations().get(i));
      points[2 * i + 1] = y.at(launch.liveBytes().get(i));
    }
    canvas.path("launch", points);
    for (int i = 0; i < launch.batches(); i++) {
      canvas.circle(
          i < launch.dropped() ? "outlier" : "point", points[2 * i], points[2 * i + 1], 3);
    }
  }

  private static String description(List<Launch> launches) {
    Launch first = launches.get(0);
    return launches.size()
        + (launches.size() == 1 ? " launch" : " launches")
        + " of "
        + first.batches()
        + " batches, the first "
        + first.dropped()
        + " dropped; the first launch goes from "
        + Labels.of(first.liveBytes().get(first.dropped()), Dimension.SIZE)
        + " to "
        + Labels.of(first.liveBytes().get(first.batches() - 1), Dimension.SIZE)
        + ".";
  }
}
