package dev.arborist.adapters.render.report;

import dev.arborist.domain.validation.report.Verdict;
import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.sample.Series;
import dev.arborist.domain.validation.statistics.Summary;
import java.util.List;

/** What stays reachable, what the process takes at its peak, and how it grows. */
final class HtmlMemory implements HtmlSection {

  @Override
  public String id() {
    return "memory";
  }

  @Override
  public String title() {
    return "Memory";
  }

  private static boolean isMemory(Series series) {
    return switch (series.measure()) {
      case "growth" -> true;
      case "bytesPerOp" -> false;
      default ->
          series.dimension() == Dimension.SIZE
              && !series.measure().startsWith(HtmlBreakdown.STAGE_PREFIX);
    };
  }

  @Override
  public void write(Verdict verdict, Html html) {
    List<Series> sizes = verdict.series().stream().filter(HtmlMemory::isMemory).toList();
    if (sizes.isEmpty()) {
      html.raw("<p class=\"muted\">No memory was measured.</p>\n");
      return;
    }
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
      html.raw("<tr><th scope=\"row\">").text(series.title()).raw("</th>").cell(words(series));
      html.figure(summary.n()).figure(Figures.quantity(summary.mean(), series));
      html.figure(Figures.quantity(summary.median(), series));
      html.figure(Figures.quantity(summary.min(), series));
      html.figure(Figures.quantity(summary.max(), series)).raw("</tr>\n");
    }
    html.raw("</tbody>").closeTable();
  }

  private static String words(Series series) {
    return switch (series.measure()) {
      case "retained" -> "retained: stays reachable";
      case "peakRss" -> "peakRss: growth of resident memory";
      case "growth" -> "growth over repetitions";
      default -> series.measure();
    };
  }
}
