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

  @Override
  public void write(Verdict verdict, Html html) {
    List<Series> repeated =
        verdict.series().stream().filter(series -> series.measure().equals("passRate")).toList();
    if (repeated.isEmpty()) {
      html.raw("<p class=\"muted\">Nothing was repeated.</p>\n");
      return;
    }
    html.openTable(
        "How many repetitions gave the same result as the first.",
        "What",
        "#Launches",
        "#Repetitions",
        "#The same result",
        "");
    html.raw("<tbody>\n");
    for (Series series : repeated) {
      int repetitions = series.launches().stream().mapToInt(List::size).sum();
      double rate =
          series.launches().stream()
              .flatMap(List::stream)
              .mapToDouble(value -> value)
              .average()
              .orElse(0);
      html.raw("<tr><th scope=\"row\">").text(series.title()).raw("</th>");
      html.figure(HtmlNumbers.grouped(series.launches().size()));
      html.figure(HtmlNumbers.grouped(repetitions)).figure(HtmlNumbers.percent(rate));
      html.raw(
          rate >= ALL
              ? "<td class=\"pass\">✓ always the same</td></tr>\n"
              : "<td class=\"fail\">✗ differs</td></tr>\n");
    }
    html.raw("</tbody>").closeTable();
  }
}
