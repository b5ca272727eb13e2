package dev.arborist.adapters.render.report;

import dev.arborist.domain.validation.report.LeakReport;
import dev.arborist.domain.validation.report.Verdict;
import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.sample.Series;
import dev.arborist.domain.validation.sample.SeriesKey;
import dev.arborist.domain.validation.statistics.Summary;
import java.util.List;

/** What stays reachable, what the process takes at its peak, and how it grows. */
final class HtmlMemory implements HtmlSection {

  /** The measure of the bytes that are live after each batch of operations. */
  static final String LIVE = "live";

  @Override
  public String id() {
    return "memory";
  }

  @Override
  public String title() {
    return "Memory";
  }

  /** What was measured of memory, but for what is judged as a leak and allocation. */
  static List<Series> memory(Verdict verdict) {
    List<SeriesKey> judged = verdict.leaks().stream().map(LeakReport::operation).toList();
    return verdict.series().stream()
        .filter(
            series ->
                switch (series.measure()) {
                  case "growth" -> true;
                  case "bytesPerOp" -> false;
                  case LIVE -> !judged.contains(series.key());
                  default -> series.dimension() == Dimension.SIZE;
                })
        .toList();
  }

  @Override
  public void write(Verdict verdict, Html html) {
    List<Series> sizes = memory(verdict);
    if (sizes.isEmpty()) {
      html.raw("<p class=\"muted\">No memory was measured.</p>\n");
      return;
    }
    ShortNames names = ShortNames.ofSeries(sizes);
    html.openTable(
        "What each launch, a JVM of its own, measured. Allocation is in the table of benchmarks.",
        "What",
        "Measure",
        "#Launches",
        "#Mean",
        "#Median",
        "#Least",
        "#Greatest");
    html.raw("<tbody>\n");
    for (Series series : sizes) {
      Summary summary = Figures.launches(series);
      html.raw("<tr><th scope=\"row\">").text(names.title(series)).raw("</th>").cell(words(series));
      html.figure(summary.n()).figure(Figures.quantity(summary.mean(), series));
      html.figure(Figures.quantity(summary.median(), series));
      html.figure(Figures.quantity(summary.min(), series));
      html.figure(Figures.quantity(summary.max(), series)).raw("</tr>\n");
    }
    html.raw("</tbody>").closeTable();
  }

  /** The measure in words. */
  static String words(Series series) {
    return switch (series.measure()) {
      case "retained" -> "retained: stays reachable";
      case "peakRss" -> "peakRss: growth of resident memory";
      case "growth" -> "growth over repetitions";
      case LIVE -> "live: after each batch";
      default -> series.measure();
    };
  }
}
