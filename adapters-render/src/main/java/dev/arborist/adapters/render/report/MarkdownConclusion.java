package dev.arborist.adapters.render.report;

import dev.arborist.domain.validation.report.Judgement;
import dev.arborist.domain.validation.report.Regressions;
import dev.arborist.domain.validation.report.Verdict;

/** How it went, and what stands against it. */
final class MarkdownConclusion implements MarkdownSection {

  @Override
  public String title() {
    return "Conclusion";
  }

  @Override
  public boolean isShown(Verdict verdict) {
    return true;
  }

  @Override
  public void write(Verdict verdict, Markdown page) {
    page.paragraph(Figures.conclusion(verdict));
    Regressions regressions = verdict.regressions();
    if (regressions != null) {
      page.paragraph(
          "Compared with "
              + ComparisonText.baseline(regressions)
              + ": "
              + ComparisonText.conclusion(regressions));
    }
    if (verdict.duet() != null && !verdict.holdsOnlyDuet()) {
      page.paragraph("The duet: " + DuetFigures.conclusion(verdict.duet()));
    }
    for (Judgement judgement : verdict.notPassed()) {
      page.raw("- **").text(judgement.requirement().id()).raw("** ");
      page.text(
          Figures.outcome(judgement.outcome())
              + ": target "
              + Figures.target(judgement.requirement())
              + ", actual "
              + judgement.actualText());
      page.raw("\n");
    }
    if (!verdict.notPassed().isEmpty()) {
      page.raw("\n");
    }
  }
}
