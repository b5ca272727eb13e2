package dev.arborist.adapters.render.report;

import dev.arborist.domain.validation.report.Judgement;
import dev.arborist.domain.validation.report.Regressions;
import dev.arborist.domain.validation.report.Verdict;
import java.util.List;

/** How it went, and what stands against it. */
final class HtmlConclusion implements HtmlSection {

  @Override
  public String id() {
    return "conclusion";
  }

  @Override
  public String title() {
    return "Conclusion";
  }

  @Override
  public boolean isShown(Verdict verdict) {
    return true;
  }

  @Override
  public void write(Verdict verdict, Html html) {
    html.element("p", Figures.conclusion(verdict) + " " + gate(verdict));
    Regressions regressions = verdict.regressions();
    if (regressions != null) {
      html.raw("<p>").text("Compared with " + ComparisonText.baseline(regressions) + ": ");
      html.text(ComparisonText.conclusion(regressions)).raw("</p>\n");
    }
    if (verdict.duet() != null && !verdict.holdsOnlyDuet()) {
      html.element("p", "The duet: " + DuetFigures.conclusion(verdict.duet()));
    }
    List<Judgement> judgements = verdict.judgements();
    if (verdict.notPassed().isEmpty()) {
      return;
    }
    html.openTable("What did not pass", "Id", "Verdict", "#Target", "#Result", "Judged by");
    html.raw("<tbody>\n");
    for (int i = 0; i < judgements.size(); i++) {
      Judgement judgement = judgements.get(i);
      switch (judgement.outcome()) {
        case PASS -> {}
        case FAIL, INCONCLUSIVE -> row(i, judgement, html);
      }
    }
    html.raw("</tbody>").closeTable();
  }

  private static void row(int index, Judgement judgement, Html html) {
    html.raw("<tr><td><a href=\"#" + HtmlRequirements.anchor(index) + "\">");
    html.text(judgement.requirement().id()).raw("</a></td><td>").outcome(judgement.outcome());
    html.raw("</td>").figure(Figures.target(judgement.requirement()));
    html.figure(judgement.actualText()).cell(judgement.reason()).raw("</tr>\n");
  }

  private static String gate(Verdict verdict) {
    return switch (verdict.gate()) {
      case PASSED -> "Nothing stands against the build.";
      case FAILED -> "The build fails.";
      case INCONCLUSIVE -> "Nothing failed, but something that must be proven is not.";
    };
  }
}
