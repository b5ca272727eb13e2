package dev.arborist.adapters.render.report;

import dev.arborist.domain.validation.report.Verdict;
import dev.arborist.domain.validation.sample.Series;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The figures of every benchmark; many are folded by their classes. */
final class HtmlBenchmarks implements HtmlSection {

  /** More rows than these are folded. */
  private static final int UNFOLDED_MAX = 60;

  @Override
  public String id() {
    return "benchmarks";
  }

  @Override
  public String title() {
    return "Benchmarks";
  }

  @Override
  public void write(Verdict verdict, Html html) {
    List<Series> benchmarks = Figures.benchmarks(verdict);
    if (benchmarks.isEmpty()) {
      html.raw("<p class=\"muted\">No benchmark was run.</p>\n");
      return;
    }
    HtmlBenchmarkTable table = HtmlBenchmarkTable.of(verdict, benchmarks);
    html.element("p", table.explanation());
    Map<String, List<Series>> byType = new LinkedHashMap<>();
    for (Series series : benchmarks) {
      byType
          .computeIfAbsent(HtmlNames.type(series.benchmark()), type -> new ArrayList<>())
          .add(series);
    }
    if (benchmarks.size() <= UNFOLDED_MAX) {
      table.open("All benchmarks, by class", html);
      byType.forEach(
          (type, series) -> {
            table.group(type, html);
            table.rows(series, html);
          });
      html.closeTable();
      return;
    }
    ShortNames names = ShortNames.of(byType.keySet());
    byType.forEach(
        (type, series) -> {
          html.raw("<details><summary><h3>").name(names.of(type));
          html.raw("</h3> <span class=\"n\">");
          html.text(HtmlNumbers.counted(series.size(), "benchmark"));
          html.raw("</span></summary>\n<div>\n");
          table.open(type, html);
          table.rows(series, html);
          html.closeTable().raw("</div></details>\n");
        });
  }
}
