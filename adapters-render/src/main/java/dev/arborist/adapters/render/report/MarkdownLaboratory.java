package dev.arborist.adapters.render.report;

import dev.arborist.domain.validation.report.Laboratory;
import dev.arborist.domain.validation.report.Verdict;
import java.util.List;

/** What was repeated, killed, damaged and planted beside what was timed. */
final class MarkdownLaboratory implements MarkdownSection {

  @Override
  public String title() {
    return "Laboratory";
  }

  @Override
  public void write(Verdict verdict, Markdown page) {
    Laboratory laboratory = verdict.laboratory();
    if (laboratory == null) {
      page.paragraph("This project has no laboratory.");
      return;
    }
    write(laboratory, page);
  }

  static void write(Laboratory laboratory, Markdown page) {
    page.raw("**").text(LaboratoryText.word(laboratory.status())).raw("**\n\n");
    LaboratoryText.sentences(laboratory).forEach(page::paragraph);
    list(LaboratoryText.problems(laboratory), page);
    if (!laboratory.experiments().isEmpty()) {
      page.table("Experiment", "Done");
      for (Laboratory.Experiment experiment : laboratory.experiments()) {
        page.row(experiment.name(), LaboratoryText.done(experiment));
      }
      page.raw("\n");
    }
    if (!laboratory.canaries().isEmpty()) {
      page.paragraph("The planted faults:");
      list(laboratory.canaries().stream().map(Laboratory.Canary::name).toList(), page);
    }
    if (!laboratory.survivors().isEmpty()) {
      page.paragraph("The mutants that survived:");
      list(laboratory.survivors(), page);
    }
  }

  private static void list(List<String> lines, Markdown page) {
    lines.forEach(line -> page.raw("- ").text(line).raw("\n"));
    page.raw(lines.isEmpty() ? "" : "\n");
  }
}
