package dev.arborist.adapters.render.report;

import dev.arborist.domain.validation.report.Verdict;
import dev.arborist.domain.validation.sample.Series;
import java.util.List;

/** Whether what was repeated gave the same result each time. */
final class MarkdownDeterminism implements MarkdownSection {

  @Override
  public String title() {
    return "Determinism";
  }

  @Override
  public void write(Verdict verdict, Markdown page) {
    List<Series> repeated = HtmlDeterminism.repeated(verdict);
    if (repeated.isEmpty()) {
      page.paragraph("Nothing was repeated.");
      return;
    }
    ShortNames names = ShortNames.ofSeries(repeated);
    page.table("What", "#Repetitions", "#The same result");
    for (Series series : repeated) {
      page.row(
          names.title(series),
          String.valueOf(HtmlDeterminism.repetitions(series)),
          HtmlNumbers.percent(HtmlDeterminism.rate(series)));
    }
    page.raw("\n");
  }
}
