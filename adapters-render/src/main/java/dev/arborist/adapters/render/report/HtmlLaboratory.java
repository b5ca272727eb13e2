package dev.arborist.adapters.render.report;

import dev.arborist.domain.validation.report.Laboratory;
import dev.arborist.domain.validation.report.Laboratory.Status;
import dev.arborist.domain.validation.report.Verdict;
import java.util.List;

/** What was repeated, killed, damaged and planted beside what was timed. */
final class HtmlLaboratory implements HtmlSection {

  @Override
  public String id() {
    return "laboratory";
  }

  @Override
  public String title() {
    return "Laboratory";
  }

  @Override
  public void write(Verdict verdict, Html html) {
    Laboratory laboratory = verdict.laboratory();
    if (laboratory == null) {
      html.raw("<p class=\"muted\">This project has no laboratory.</p>\n");
      return;
    }
    chip(laboratory.status(), html.raw("<p>")).raw("</p>\n");
    LaboratoryText.sentences(laboratory).forEach(sentence -> html.element("p", sentence));
    list(LaboratoryText.problems(laboratory), html);
    if (!laboratory.experiments().isEmpty()) {
      html.openTable("What was done to the product without finding a fault.", "Experiment", "Done");
      html.raw("<tbody>\n");
      for (Laboratory.Experiment experiment : laboratory.experiments()) {
        html.raw("<tr><th scope=\"row\">").text(experiment.name()).raw("</th>");
        html.cell(LaboratoryText.done(experiment)).raw("</tr>\n");
      }
      html.raw("</tbody>").closeTable();
    }
    folded(
        "The planted faults",
        laboratory.canaries().stream().map(Laboratory.Canary::name).toList(),
        html);
    folded("The mutants that survived", laboratory.survivors(), html);
  }

  private static Html chip(Status status, Html html) {
    String word = LaboratoryText.word(status);
    return switch (status) {
      case CONFIRMED -> html.chip("pass", "✓", word);
      case FAILED -> html.chip("fail", "✗", word);
      case INCOMPLETE, NOT_RUN -> html.chip("undecided", "?", word);
    };
  }

  private static void folded(String title, List<String> lines, Html html) {
    if (!lines.isEmpty()) {
      html.raw("<details><summary>").text(title).raw("</summary>\n<div>\n");
      list(lines, html);
      html.raw("</div></details>\n");
    }
  }

  private static void list(List<String> lines, Html html) {
    if (!lines.isEmpty()) {
      html.raw("<ul>\n");
      lines.forEach(line -> html.element("li", line));
      html.raw("</ul>\n");
    }
  }
}
