package dev.arborist.adapters.render.report;

import dev.arborist.domain.validation.regression.Change;
import dev.arborist.domain.validation.report.Duet;
import dev.arborist.domain.validation.report.DuetResult;
import dev.arborist.domain.validation.report.ProfileChange;
import dev.arborist.domain.validation.report.Verdict;
import java.util.List;

/** Two versions that took turns: what changed, why, and how it was measured. */
final class MarkdownDuet implements MarkdownSection {

  @Override
  public String title() {
    return "Duet";
  }

  @Override
  public boolean isShown(Verdict verdict) {
    return verdict.duet() != null;
  }

  @Override
  public void write(Verdict verdict, Markdown page) {
    Duet duet = verdict.duet();
    if (duet == null) {
      return;
    }
    DuetFigures figures = new DuetFigures(duet);
    page.paragraph(DuetFigures.conclusion(duet));
    List<DuetResult> ordered = figures.ordered();
    page.table(DuetFigures.HEADINGS.toArray(String[]::new));
    ordered.forEach(result -> page.row(figures.cells(result)));
    page.raw("\n*Change*: of the time of an operation, the median of the pairs.\n\n");
    for (DuetResult result : ordered) {
      if (result.change() != Change.UNCHANGED || DuetFigures.isUnsteady(result)) {
        page.raw("- **").text(figures.name(result.benchmark())).raw("** ");
        page.text(String.join("; ", DuetFigures.reasons(result))).raw("\n");
      }
    }
    page.raw("\nHow it was measured:\n\n");
    figures.facts().forEach(fact -> page.item(fact.name(), fact.value()));
    page.raw("\n");
    for (DuetResult result : ordered) {
      ProfileChange profile = result.profile();
      if (profile != null) {
        page.paragraph(
            "What takes more of "
                + figures.name(result.benchmark())
                + " than before, in percent of an operation of the baseline:");
        grown("Method", profile.methods(), page);
        grown("Allocating line", profile.allocations(), page);
      }
    }
  }

  private static void grown(String what, List<ProfileChange.Growth> growths, Markdown page) {
    if (!growths.isEmpty()) {
      page.table(what, "#Before", "#After");
      for (ProfileChange.Growth growth : growths) {
        page.row(
            growth.name(),
            HtmlNumbers.percent(growth.percentBefore()),
            HtmlNumbers.percent(growth.percentAfter()));
      }
      page.raw("\n");
    }
  }
}
