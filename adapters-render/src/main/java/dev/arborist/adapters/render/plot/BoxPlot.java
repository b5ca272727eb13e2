package dev.arborist.adapters.render.plot;

import dev.arborist.adapters.render.text.SafeText;
import dev.arborist.domain.validation.requirement.Dimension;
import java.util.List;
import java.util.Locale;

/** Box plots of one or several groups of values above each other, and the limit that they keep. */
public final class BoxPlot {

  private static final int WIDTH = 680;
  private static final int SIDE = 34;
  private static final int LABEL_COLUMNS = 30;
  private static final double COLUMN = 7.2;
  private static final int TOP = 22;
  private static final int ROW = 40;
  private static final int BOX = 16;
  private static final int FOOT = 26;
  private static final int TICKS_MAX = 6;
  private static final int DOTS_MAX = 40;

  private BoxPlot() {}

  /**
   * Values that belong together.
   *
   * @param label what they are; shown when there is more than one group
   * @param values the values; what is no finite number is left out
   */
  public record Group(String label, List<Double> values) {

    /** Keeps its own copy of the values. */
    public Group {
      values = values.stream().filter(Double::isFinite).toList();
    }
  }

  /**
   * Draws the groups that have values.
   *
   * @param title what is shown, for those who do not see it
   * @param groups the groups, the first on top; one of them at least has values
   * @param dimension what the values are
   * @param limit the limit; NaN when there is none
   * @param bound a value to be marked on the axis; NaN when there is none
   */
  public static Drawing of(
      String title, List<Group> groups, Dimension dimension, double limit, double bound) {
    List<Group> shown = groups.stream().filter(group -> !group.values().isEmpty()).toList();
    List<Box> boxes = shown.stream().map(group -> Box.of(group.values())).toList();
    double low = boxes.stream().mapToDouble(box -> box.summary().min()).min().orElseThrow();
    double high = boxes.stream().mapToDouble(box -> box.summary().max()).max().orElseThrow();
    double left = shown.size() > 1 ? Math.max(SIDE, 20 + COLUMN * labelColumns(shown)) : SIDE;
    LimitAxis axis =
        LimitAxis.of(
            Double.isFinite(bound) ? Math.min(low, bound) : low,
            Double.isFinite(bound) ? Math.max(high, bound) : high,
            limit,
            left,
            (double) WIDTH - SIDE,
            dimension,
            TICKS_MAX);
    int bottom = TOP + ROW * boxes.size();
    Canvas canvas = new Canvas();
    ticks(axis, bottom, canvas);
    for (int i = 0; i < boxes.size(); i++) {
      double middle = TOP + ROW * i + ROW * 0.4;
      if (shown.size() > 1) {
        canvas.label("label end", left - 16, middle + 4, label(shown.get(i)).toString());
      }
      box(boxes.get(i), axis, middle, canvas);
    }
    limit(axis, limit, dimension, bottom, canvas);
    if (Double.isFinite(bound)) {
      double at = axis.at(bound);
      canvas.path(
          "bound", at, bottom - 1, at - 5, bottom - 10, at + 5, bottom - 10, at, bottom - 1);
    }
    baseline(axis, left, bottom, canvas);
    return canvas.drawing(
        WIDTH, bottom + FOOT, title, description(shown, boxes, dimension, limit, bound));
  }

  private static SafeText label(Group group) {
    return SafeText.of(group.label()).fit(LABEL_COLUMNS);
  }

  private static int labelColumns(List<Group> groups) {
    return groups.stream().mapToInt(group -> label(group).width()).max().orElseThrow();
  }

  private static void ticks(LimitAxis axis, int bottom, Canvas canvas) {
    for (Axis.Tick tick : axis.ticks()) {
      canvas.line("grid", tick.at(), TOP, tick.at(), bottom);
      canvas.label("tick mid", tick.at(), bottom + 17.0, tick.label());
    }
  }

  private static void baseline(LimitAxis axis, double left, int bottom, Canvas canvas) {
    canvas.line("axis", left - 8, bottom, WIDTH - SIDE + 8.0, bottom);
    axis.breakAt()
        .ifPresent(
            at -> {
              canvas.rect("page", at - 4, bottom - 3.0, 8, 6);
              canvas.line("axis", at - 7, bottom + 6.0, at - 1, bottom - 6.0);
              canvas.line("axis", at + 1, bottom + 6.0, at + 7, bottom - 6.0);
            });
  }

  private static void box(Box box, Axis axis, double middle, Canvas canvas) {
    double q1 = axis.at(box.summary().q1());
    double q3 = axis.at(box.summary().q3());
    // With few values an interpolated quartile may lie beyond the last value that is no outlier.
    double low = Math.min(q1, axis.at(box.whiskerLow()));
    double high = Math.max(q3, axis.at(box.whiskerHigh()));
    double half = BOX / 2.0;
    canvas.line("whisker", low, middle, q1, middle).line("whisker", q3, middle, high, middle);
    canvas.line("whisker", low, middle - half / 2, low, middle + half / 2);
    canvas.line("whisker", high, middle - half / 2, high, middle + half / 2);
    canvas.rect("box", q1, middle - half, Math.max(q3 - q1, 1), BOX);
    double median = axis.at(box.summary().median());
    canvas.line("median", median, middle - half, median, middle + half);
    for (double outlier : box.outliers()) {
      canvas.circle("outlier", axis.at(outlier), middle, 3);
    }
    if (box.values().size() <= DOTS_MAX) {
      for (double value : box.values()) {
        canvas.circle("dot", axis.at(value), middle + half + 6, 2);
      }
    }
  }

  private static void limit(
      LimitAxis axis, double limit, Dimension dimension, int bottom, Canvas canvas) {
    if (!Double.isFinite(limit)) {
      return;
    }
    double at = axis.limitAt();
    canvas.line("limit", at, TOP - 4.0, at, bottom);
    String style = at > WIDTH * 0.8 ? "limit end" : at < WIDTH * 0.2 ? "limit" : "limit mid";
    double shift = at > WIDTH * 0.8 ? SIDE : at < WIDTH * 0.2 ? -SIDE / 2.0 : 0;
    canvas.label(
        style,
        Math.min(at + shift, WIDTH - 4.0),
        TOP - 9.0,
        "limit " + Labels.of(limit, dimension));
  }

  private static String description(
      List<Group> groups, List<Box> boxes, Dimension dimension, double limit, double bound) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < boxes.size(); i++) {
      Box box = boxes.get(i);
      text.append(
          String.format(
              Locale.ROOT,
              "%s%d values from %s to %s, median %s. ",
              boxes.size() > 1 ? groups.get(i).label() + ": " : "",
              box.values().size(),
              Labels.of(box.summary().min(), dimension),
              Labels.of(box.summary().max(), dimension),
              Labels.of(box.summary().median(), dimension)));
    }
    if (Double.isFinite(bound)) {
      text.append("Bound ").append(Labels.of(bound, dimension)).append(". ");
    }
    if (Double.isFinite(limit)) {
      text.append("Limit ").append(Labels.of(limit, dimension)).append('.');
    }
    return text.toString().strip();
  }
}
