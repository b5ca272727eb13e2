package dev.arborist.adapters.render.report;

import dev.arborist.domain.validation.report.Regressions;
import dev.arborist.domain.validation.report.Verdict;
import java.util.List;

/** The run beside its baseline: what changed, by how much, and what that means for the build. */
final class MarkdownComparison implements MarkdownSection {

  @Override
  public String title() {
    return "Regressions against the baseline";
  }

  @Override
  public void write(Verdict verdict, Markdown page) {
    Regressions regressions = verdict.regressions();
    if (regressions == null) {
      page.paragraph("There is no baseline to compare with.");
      return;
    }
    ShortNames names = ComparisonText.names(regressions);
    page.paragraph(
        "Compared with "
            + ComparisonText.baseline(regressions)
            + ". "
            + ComparisonText.conclusion(regressions));
    for (String obstacle : regressions.obstacles()) {
      page.raw("- **Not comparable, so it gates nothing**: ").text(obstacle).raw("\n");
    }
    String word = ComparisonText.ruleWord(regressions);
    for (Regressions.RuleMet met : regressions.met()) {
      page.raw("- **" + word + "** ").text(ComparisonText.rule(met, names)).raw("\n");
    }
    regressions.notes().forEach(note -> page.item("Note", note));
    absent("Not compared (zero or no number)", regressions.uncomparable(), names, page);
    absent("Only in the baseline", regressions.missing(), names, page);
    absent("Only in this run", regressions.added(), names, page);
    if (page.page().charAt(page.page().length() - 2) != '\n') {
      page.raw("\n");
    }
    if (!regressions.comparison().benchmarks().isEmpty()) {
      page.table("Benchmark", "#Before", "#After", "#Change", "#Interval", "Verdict");
      ComparisonText.order(regressions)
          .forEach(i -> page.row(ComparisonText.cells(regressions, i, names)));
      page.raw("\n");
    }
  }

  private static void absent(String where, List<String> keys, ShortNames names, Markdown page) {
    if (!keys.isEmpty()) {
      page.item(where, String.join(", ", keys.stream().map(names::ofKey).toList()));
    }
  }
}
