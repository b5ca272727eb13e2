package dev.arborist.adapters.render.report;

import dev.arborist.domain.validation.report.Verdict;
import dev.arborist.domain.validation.sample.Series;
import dev.arborist.domain.validation.statistics.Summary;
import java.util.List;

/** What stays reachable, what the process takes at its peak, and how it grows. */
final class MarkdownMemory implements MarkdownSection {

  @Override
  public String title() {
    return "Memory";
  }

  @Override
  public void write(Verdict verdict, Markdown page) {
    List<Series> sizes = HtmlMemory.memory(verdict);
    if (sizes.isEmpty()) {
      page.paragraph("No memory was measured.");
      return;
    }
    ShortNames names = ShortNames.ofSeries(sizes);
    page.table("What", "Measure", "#Launches", "#Mean", "#Least", "#Greatest");
    for (Series series : sizes) {
      Summary summary = Figures.launches(series);
      page.row(
          names.title(series),
          HtmlMemory.words(series),
          String.valueOf(summary.n()),
          Figures.quantity(summary.mean(), series).toString(),
          Figures.quantity(summary.min(), series).toString(),
          Figures.quantity(summary.max(), series).toString());
    }
    page.raw("\n");
  }
}
