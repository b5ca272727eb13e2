package dev.arborist.adapters.render.report;

import dev.arborist.domain.validation.report.Verdict;
import dev.arborist.domain.validation.sample.Series;
import dev.arborist.domain.validation.statistics.Summary;
import java.util.List;

/** All benchmarks in one table. */
final class MarkdownBenchmarks implements MarkdownSection {

  @Override
  public String title() {
    return "Benchmarks";
  }

  @Override
  public void write(Verdict verdict, Markdown page) {
    List<Series> benchmarks = Figures.benchmarks(verdict);
    if (benchmarks.isEmpty()) {
      page.paragraph("No benchmark was run.");
      return;
    }
    page.paragraph("Each launch is a JVM of its own; the figures describe the launches' means.");
    ShortNames names = ShortNames.ofSeries(benchmarks);
    page.table(
        "Benchmark",
        "Mode",
        "#Launches",
        "#Mean",
        "#Median",
        "#Least",
        "#Q1",
        "#Q3",
        "#Greatest",
        "#Std dev");
    for (Series series : benchmarks) {
      Summary summary = Figures.launches(series);
      page.row(
          names.title(series),
          series.mode(),
          String.valueOf(summary.n()),
          Figures.quantity(summary.mean(), series).toString(),
          Figures.quantity(summary.median(), series).toString(),
          Figures.quantity(summary.min(), series).toString(),
          Figures.quantity(summary.q1(), series).toString(),
          Figures.quantity(summary.q3(), series).toString(),
          Figures.quantity(summary.max(), series).toString(),
          Figures.quantity(summary.stddev(), series).toString());
    }
    page.raw("\n");
  }
}
