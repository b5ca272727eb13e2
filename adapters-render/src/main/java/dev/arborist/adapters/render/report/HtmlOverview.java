package dev.arborist.adapters.render.report;

import dev.arborist.adapters.render.plot.MarginBar;
import dev.arborist.domain.validation.report.Judgement;
import dev.arborist.domain.validation.report.Verdict;
import dev.arborist.domain.validation.requirement.Requirement;
import java.util.List;

/** All requirements in one table. */
final class HtmlOverview implements HtmlSection {

  @Override
  public String id() {
    return "requirements";
  }

  @Override
  public String title() {
    return "Requirements";
  }

  @Override
  public void write(Verdict verdict, Html html) {
    List<Judgement> judgements = verdict.judgements();
    if (judgements.isEmpty()) {
      html.raw("<p class=\"muted\">No requirement was judged.</p>\n");
      return;
    }
    html.openTable(
        "Margin: how many times better than the limit the bound is that the verdict rests on. "
            + "The bar shows it by factors of ten; its mark is the limit.",
        "Id",
        "Verdict",
        "Requirement",
        "#Target",
        "#Result",
        "#Margin",
        "");
    html.raw("<tbody>\n");
    for (int i = 0; i < judgements.size(); i++) {
      row(i, judgements.get(i), html);
    }
    html.raw("</tbody>").closeTable();
  }

  private static void row(int index, Judgement judgement, Html html) {
    Requirement requirement = judgement.requirement();
    html.raw("<tr><td><a href=\"#").raw(HtmlRequirements.anchor(index)).raw("\">");
    html.text(requirement.id()).raw("</a></td><td>").outcome(judgement.outcome());
    html.raw("</td><th scope=\"row\">").text(requirement.title());
    html.raw("</th>").figure(Figures.target(requirement));
    html.figure(judgement.actualText()).figure(Figures.margin(judgement)).raw("<td>");
    if (judgement.bound() != null && !Double.isNaN(judgement.margin())) {
      html.decorate(MarginBar.of(judgement.margin(), Html.style(judgement.outcome())));
    }
    html.raw("</td></tr>\n");
  }
}
