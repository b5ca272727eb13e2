package dev.arborist.adapters.render.report;

import dev.arborist.adapters.render.plot.SpreadPlot;
import dev.arborist.domain.validation.report.Verdict;
import dev.arborist.domain.validation.sample.Series;
import dev.arborist.domain.validation.sample.SeriesKey;
import dev.arborist.domain.validation.statistics.Summary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns of the table of benchmarks; those that nothing was measured for are left out. */
final class HtmlBenchmarkTable {

  private static final List<String> MORE = List.of("p50", "p95", "p99", "bytesPerOp");
  private static final List<String> COLUMNS =
      List.of(
          "Benchmark",
          "Spread",
          "#n",
          "#Mean",
          "#Median",
          "#Min",
          "#Q1",
          "#Q3",
          "#Max",
          "#Std dev");

  /** The average time of an operation; other modes of JMH are named. */
  private static final String USUAL_MODE = "avgt";

  private static final double[] REACHES = {0.01, 0.02, 0.05, 0.1, 0.2, 0.5};

  /** This share of the benchmarks fits into the column of spreads; the others run out of it. */
  private static final double FITTING = 0.75;

  /** What was run, and in which mode. */
  private record Ran(SeriesKey key, String mode) {

    static Ran of(Series series) {
      return new Ran(series.key(), series.mode());
    }
  }

  private final Map<String, Map<Ran, Series>> more;
  private final double reach;

  private HtmlBenchmarkTable(Map<String, Map<Ran, Series>> more, double reach) {
    this.more = more;
    this.reach = reach;
  }

  static HtmlBenchmarkTable of(Verdict verdict, List<Series> benchmarks) {
    Map<String, Map<Ran, Series>> more = new LinkedHashMap<>();
    for (String measure : MORE) {
      Map<Ran, Series> found = new LinkedHashMap<>();
      for (Series series : verdict.series()) {
        if (series.measure().equals(measure)) {
          found.putIfAbsent(Ran.of(series), series);
        }
      }
      if (!found.isEmpty()) {
        more.put(measure, found);
      }
    }
    return new HtmlBenchmarkTable(more, reach(benchmarks));
  }

  private static double reach(List<Series> benchmarks) {
    double[] deviations =
        benchmarks.stream()
            .map(Figures::launches)
            .filter(HtmlBenchmarkTable::isSpread)
            .mapToDouble(
                launches ->
                    Math.max(launches.max(), 2 * launches.median() - launches.min())
                            / launches.median()
                        - 1)
            .sorted()
            .toArray();
    if (deviations.length == 0) {
      return REACHES[0];
    }
    double covered = deviations[(int) ((deviations.length - 1) * FITTING)];
    return Arrays.stream(REACHES)
        .filter(one -> one >= covered)
        .findFirst()
        .orElse(REACHES[REACHES.length - 1]);
  }

  private static boolean isSpread(Summary launches) {
    return launches.median() > 0 && Double.isFinite(launches.max());
  }

  String explanation() {
    return "Each launch is a JVM of its own; n is how many there were, and the figures describe"
        + " their means. Spread: box plots of the launches' distances from their median, all to"
        + " the same scale, from −"
        + HtmlNumbers.percent(100 * reach)
        + " to +"
        + HtmlNumbers.percent(100 * reach)
        + "; a triangle at an end stands for values beyond it.";
  }

  void open(String caption, Html html) {
    List<String> headings = new ArrayList<>(COLUMNS);
    for (String measure : more.keySet()) {
      headings.add(measure.equals("bytesPerOp") ? "#Alloc/op" : "#" + measure);
    }
    html.openTable(caption, headings.toArray(String[]::new));
  }

  void group(String type, Html html) {
    html.raw("<tbody><tr class=\"grouped\"><th class=\"group\" scope=\"rowgroup\" colspan=\"");
    html.raw((long) COLUMNS.size() + more.size())
        .raw("\">")
        .text(type.isEmpty() ? "(no class)" : type);
    html.raw("</th></tr></tbody>\n");
  }

  void rows(List<Series> benchmarks, Html html) {
    html.raw("<tbody>\n");
    for (Series series : benchmarks) {
      row(series, html);
    }
    html.raw("</tbody>\n");
  }

  private void row(Series series, Html html) {
    Summary launches = Figures.launches(series);
    String name = HtmlNames.method(series.benchmark(), series.params());
    html.raw("<tr><th scope=\"row\">").text(name);
    if (!series.mode().equals(USUAL_MODE) && !series.mode().isEmpty()) {
      html.raw(" <span class=\"muted\">").text(series.mode()).raw("</span>");
    }
    html.raw("</th><td>");
    spread(name, series, launches, html);
    html.raw("</td>").figure(launches.n());
    for (double value :
        new double[] {
          launches.mean(),
          launches.median(),
          launches.min(),
          launches.q1(),
          launches.q3(),
          launches.max(),
          launches.stddev()
        }) {
      html.figure(Figures.quantity(value, series));
    }
    for (Map<Ran, Series> measure : more.values()) {
      @Nullable Series found = measure.get(Ran.of(series));
      html.figure(found == null ? "" : Figures.quantity(Figures.launches(found).mean(), found));
    }
    html.raw("</tr>\n");
  }

  private void spread(String name, Series series, Summary launches, Html html) {
    if (isSpread(launches) && launches.n() > 1) {
      List<Double> means =
          series.launches().stream().map(launch -> Summary.of(launch).mean()).toList();
      html.draw(SpreadPlot.of("Spread of " + name, means, reach));
    }
  }
}
