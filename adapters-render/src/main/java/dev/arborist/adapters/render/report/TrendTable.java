package dev.arborist.adapters.render.report;

import dev.arborist.adapters.render.plot.Drawing;
import dev.arborist.adapters.render.plot.Sparkline;
import dev.arborist.adapters.render.plot.TrendPlot;
import dev.arborist.domain.validation.report.RunId;
import dev.arborist.domain.validation.report.TrendPoint;
import dev.arborist.domain.validation.requirement.Metric;
import dev.arborist.domain.validation.requirement.Quantity;
import dev.arborist.domain.validation.requirement.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How benchmarks developed over the runs of a history. */
public final class TrendTable {

  private static final double PERCENT = 100;

  /** Each thing's points, the oldest run first. */
  private final Map<Key, List<TrendPoint>> byKey;

  private final ShortNames names;

  private final TreeSet<RunId> runs = new TreeSet<>();

  /** What is one line. */
  private record Key(
      String benchmark, SortedMap<String, String> params, String measure, String mode) {

    static Key of(TrendPoint point) {
      return new Key(point.benchmark(), point.params(), point.measure(), point.mode());
    }
  }

  /**
   * The development of these points.
   *
   * @param points of scores and of what else was measured; the oldest run first
   * @param everything whether to show more than scores
   */
  public TrendTable(List<TrendPoint> points, boolean everything) {
    List<TrendPoint> shown =
        points.stream()
            .filter(point -> everything || point.measure().equals(Metric.SCORE))
            .toList();
    byKey =
        shown.stream()
            .collect(Collectors.groupingBy(Key::of, LinkedHashMap::new, Collectors.toList()));
    names = ShortNames.of(shown.stream().map(TrendPoint::benchmark).toList());
    shown.forEach(point -> runs.add(point.run()));
  }

  private String name(Key key) {
    String name = HtmlNames.withParams(names.of(key.benchmark()), key.params());
    String measure = key.measure().equals(Metric.SCORE) ? "" : " " + key.measure();
    return name + measure + (key.mode().isEmpty() ? "" : " (" + key.mode() + ")");
  }

  /** A table with a sparkline for each: a gap is a run that did not measure it. */
  public String text() {
    if (byKey.isEmpty()) {
      return "no run measured such a benchmark\n";
    }
    TextTable table = new TextTable(2);
    String span = runs.size() == 1 ? "run " + runs.first() : runs.first() + " to " + runs.last();
    table.row(List.of("Benchmark", span, "First", "Last", "Change"));
    byKey.forEach(
        (key, points) -> {
          TrendPoint first = points.get(0);
          TrendPoint last = points.get(points.size() - 1);
          double change = PERCENT * (last.launches().mean() / first.launches().mean() - 1);
          table.row(
              List.of(
                  name(key),
                  Sparkline.of(values(points)),
                  quantity(first),
                  quantity(last),
                  points.size() == 1 || !Double.isFinite(change) ? "" : signed(change)));
        });
    StringBuilder text = new StringBuilder();
    table.appendTo(text);
    return text.toString();
  }

  /** A plot for each, by its name. */
  public Map<String, Drawing> drawings() {
    Map<String, Drawing> drawings = new LinkedHashMap<>();
    byKey.forEach(
        (key, points) -> {
          Map<RunId, TrendPoint> byRun = byRun(points);
          List<TrendPlot.Point> drawn = new ArrayList<>();
          for (RunId run : runs) {
            TrendPoint point = byRun.get(run);
            drawn.add(
                point == null
                    ? TrendPlot.Point.missing(run.toString())
                    : new TrendPlot.Point(
                        run.toString(),
                        point.launches().mean(),
                        point.launches().min(),
                        point.launches().max()));
          }
          drawings.put(
              name(key), TrendPlot.of(name(key), drawn, points.get(0).dimension(), Double.NaN));
        });
    return drawings;
  }

  private List<Double> values(List<TrendPoint> points) {
    Map<RunId, TrendPoint> byRun = byRun(points);
    return runs.stream()
        .map(byRun::get)
        .map(point -> point == null ? Double.NaN : point.launches().mean())
        .toList();
  }

  private static Map<RunId, TrendPoint> byRun(List<TrendPoint> points) {
    Map<RunId, TrendPoint> byRun = new TreeMap<>();
    points.forEach(point -> byRun.put(point.run(), point));
    return byRun;
  }

  private static String quantity(TrendPoint point) {
    return Quantity.ofKept(point.launches().mean(), point.dimension()).toString();
  }

  private static String signed(double percent) {
    double rounded = Math.rint(percent * 10) / 10 + 0.0;
    return (rounded >= 0 ? "+" : "") + new Quantity(rounded, Unit.PERCENT);
  }
}
