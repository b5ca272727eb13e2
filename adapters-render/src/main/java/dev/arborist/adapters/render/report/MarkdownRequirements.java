package dev.arborist.adapters.render.report;

import dev.arborist.domain.validation.report.Judgement;
import dev.arborist.domain.validation.report.Verdict;
import dev.arborist.domain.validation.requirement.Requirement;

/** All requirements in one table, then each with what it was judged by. */
final class MarkdownRequirements {

  private MarkdownRequirements() {}

  static void write(Verdict verdict, Markdown page) {
    if (verdict.judgements().isEmpty()) {
      return;
    }
    page.table("Id", "Requirement", "#Target", "#Actual", "#Margin", "Verdict");
    for (Judgement judgement : verdict.judgements()) {
      Requirement requirement = judgement.requirement();
      page.row(
          requirement.id(),
          requirement.title(),
          Figures.target(requirement),
          judgement.actualText(),
          Figures.margin(judgement),
          Figures.outcome(judgement.outcome()));
    }
    page.raw("\n*Margin*: how many times better than the limit the bound is ");
    page.raw("that the verdict rests on.\n\n");
    verdict.judgements().forEach(judgement -> write(judgement, page));
  }

  private static void write(Judgement judgement, Markdown page) {
    Requirement requirement = judgement.requirement();
    page.heading(requirement.id() + ": " + requirement.title());
    page.raw("- Verdict: **" + Figures.outcome(judgement.outcome()) + "**\n");
    page.item("Target", requirement.metric() + " " + Figures.target(requirement));
    page.item("Result", judgement.actualText());
    if (judgement.bound() != null) {
      String margin = Figures.margin(judgement);
      page.item("Bound", judgement.boundText() + (margin.isEmpty() ? "" : ", margin " + margin));
    }
    page.raw("- Measured by: ").code(requirement.benchmark());
    page.text(HtmlRequirements.params(requirement)).raw("\n");
    page.item(
        "Samples",
        HtmlNumbers.counted(judgement.launches(), "launch", "launches")
            + "; "
            + judgement.reason());
    page.raw("\n");
  }
}
