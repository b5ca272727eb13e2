package dev.arborist.adapters.render.report;

import dev.arborist.domain.validation.report.Verdict;
import dev.arborist.domain.validation.sample.Series;
import java.util.List;

/** Whether what was repeated gave the same result each time. */
final class HtmlDeterminism implements HtmlSection {

  private static final double ALL = 100;

  @Override
  public String id() {
    return "determinism";
  }

  @Override
  public String title() {
    return "Determinism";
  }

  /** What was repeated to see whether it gives the same result. */
  static List<Series> repeated(Verdict verdict) {
    return verdict.series().stream().filter(series -> series.measure().equals("passRate")).toList();
  }

  /** How often all launches together repeated it. */
  static int repetitions(Series series) {
    return series.launches().stream().mapToInt(List::size).sum();
  }

  /** What share of all repetitions gave the same result, in percent. */
  static double rate(Series series) {
    return series.launches().stream()
        .flatMap(List::stream)
        .mapToDouble(value -> value)
        .average()
        .orElse(0);
  }

  @Override
  public void write(Verdict verdict, Html html) {
    List<Series> repeated = repeated(verdict);
    if (repeated.isEmpty()) {
      html.raw("<p class=\"muted\">Nothing was repeated.</p>\n");
      return;
    }
    ShortNames names = ShortNames.ofSeries(repeated);
    html.openTable(
        "How many repetitions gave the same result as the first.",
        "What",
        "#Launches",
        "#Repetitions",
        "#The same result",
        "");
    html.raw("<tbody>\n");
    for (Series series : repeated) {
      double rate = rate(series);
      html.raw("<tr><th scope=\"row\">").text(names.title(series)).raw("</th>");
      html.figure(HtmlNumbers.grouped(series.launches().size()));
      html.figure(HtmlNumbers.grouped(repetitions(series))).figure(HtmlNumbers.percent(rate));
      html.raw(
          rate >= ALL
              ? "<td class=\"pass\">✓ always the same</td></tr>\n"
              : "<td class=\"fail\">✗ differs</td></tr>\n");
    }
    html.raw("</tbody>").closeTable();
  }
}
