package dev.arborist.adapters.render.report;

import dev.arborist.adapters.render.plot.EffectPlot;
import dev.arborist.adapters.render.plot.Labels;
import dev.arborist.adapters.render.plot.PairsPlot;
import dev.arborist.domain.validation.duet.PairScores;
import dev.arborist.domain.validation.regression.Change;
import dev.arborist.domain.validation.regression.PairedVerdict;
import dev.arborist.domain.validation.report.Duet;
import dev.arborist.domain.validation.report.DuetResult;
import dev.arborist.domain.validation.report.ProfileChange;
import dev.arborist.domain.validation.report.Verdict;
import java.util.List;

/** Two versions that took turns: what changed, by how much, what each pair found. */
final class HtmlDuet implements HtmlSection {

  /** More benchmarks that did not change are folded. */
  private static final int UNFOLDED_MAX = 12;

  @Override
  public String id() {
    return "duet";
  }

  @Override
  public String title() {
    return "Duet";
  }

  @Override
  public boolean isShown(Verdict verdict) {
    return verdict.duet() != null;
  }

  @Override
  public void write(Verdict verdict, Html html) {
    Duet duet = verdict.duet();
    if (duet == null) {
      return;
    }
    DuetFigures figures = new DuetFigures(duet);
    html.element("p", DuetFigures.conclusion(duet));
    if (duet.alarmed()) {
      html.raw("<div class=\"notice undecided\"><strong>").text("The control alarmed");
      html.raw("</strong><p>").text("The baseline seems to have changed against itself, ");
      html.text("so no time is to be trusted.").raw("</p></div>\n");
    }
    tables(duet, figures, html);
    figures.ordered().forEach(result -> profile(result, figures, html));
    html.element("h3", "How it was measured").raw("<dl>\n");
    figures.facts().forEach(fact -> HtmlFacts.fact(fact.name(), fact.value(), html));
    html.raw("</dl>\n");
  }

  private static void tables(Duet duet, DuetFigures figures, Html html) {
    List<DuetResult> ordered = figures.ordered();
    boolean folds = duet.count(Change.UNCHANGED) > UNFOLDED_MAX;
    List<DuetResult> first =
        ordered.stream().filter(one -> !folds || one.change() != Change.UNCHANGED).toList();
    double reach = reach(duet);
    html.raw("<p class=\"muted\">").text(explanation(duet, reach)).raw("</p>\n");
    if (!first.isEmpty()) {
      table("What changed most at the top", first, duet, figures, reach, html);
    }
    if (folds) {
      List<DuetResult> rest =
          ordered.stream().filter(one -> one.change() == Change.UNCHANGED).toList();
      html.raw("<details><summary><h3>Unchanged benchmarks</h3> <span class=\"n\">");
      html.text(HtmlNumbers.counted(rest.size(), "benchmark")).raw("</span></summary>\n<div>\n");
      table("Unchanged benchmarks", rest, duet, figures, reach, html);
      html.raw("</div></details>\n");
    }
  }

  private static double reach(Duet duet) {
    List<PairedVerdict> measured =
        duet.results().stream().map(DuetResult::time).filter(one -> one.pairs() > 0).toList();
    double margin = duet.settings().minimumEffect();
    return measured.isEmpty()
        ? 1 + 2 * margin
        : HtmlEffects.reach(
            measured.stream().mapToDouble(one -> Math.max(one.upper(), 1 / one.lower())), margin);
  }

  private static String explanation(Duet duet, double reach) {
    return "Change: of the time of an operation, also where a rate is measured; more is slower. The"
        + " large dot is the pairs' median, the line the ordered pairs that the verdict looks at,"
        + " the band what is too little to matter, ±"
        + DuetFigures.percent(duet.settings().minimumEffect())
        + ". Below, each small dot is a pair of launches: rings screened, dots judged. "
        + HtmlEffects.ends(reach);
  }

  private static void table(
      String caption,
      List<DuetResult> results,
      Duet duet,
      DuetFigures figures,
      double reach,
      Html html) {
    html.openTable(
        caption,
        "Benchmark",
        "Verdict",
        "#Before, after",
        "#Change, interval",
        "",
        "#Detectable",
        "#Pairs",
        "Judged by");
    html.raw("<tbody>\n");
    for (DuetResult result : results) {
      row(result, duet.settings().minimumEffect(), figures, reach, html);
    }
    html.raw("</tbody>").closeTable();
  }

  private static void row(
      DuetResult result, double margin, DuetFigures figures, double reach, Html html) {
    List<String> cells = figures.cells(result);
    html.raw("<tr><th scope=\"row\">").text(cells.get(0)).raw("</th><td>");
    html.change(result.change()).raw("</td>");
    two(cells.get(1), cells.get(2), html);
    two(cells.get(3), cells.get(4), html);
    html.raw("<td>");
    PairedVerdict time = result.time();
    if (time.pairs() > 0) {
      String style = Html.style(result.change());
      html.decorate(EffectPlot.of(time.effect(), time.lower(), time.upper(), margin, reach, style));
      html.raw("<br/>")
          .decorate(PairsPlot.of(ratios(result.screening()), ratios(result.judging()), reach));
    }
    html.raw("</td>").figure(cells.get(5)).figure(cells.get(6));
    html.raw("<td class=\"why\">").text(String.join("; ", DuetFigures.reasons(result)));
    html.raw("</td></tr>\n");
  }

  /** A cell of two lines, which leaves the row no higher than its plots. */
  private static void two(String above, String below, Html html) {
    html.raw("<td class=\"n\">").text(Labels.grouped(above)).raw("<br/>");
    html.text(Labels.grouped(below)).raw("</td>");
  }

  private static List<Double> ratios(List<PairScores> pairs) {
    return pairs.stream().map(PairScores::logRatio).toList();
  }

  private static void profile(DuetResult result, DuetFigures figures, Html html) {
    ProfileChange profile = result.profile();
    if (profile == null) {
      return;
    }
    String name = figures.name(result.benchmark());
    html.raw("<h3>What takes more of ").text(name).raw(" than before</h3>\n");
    html.raw("<p class=\"muted\">").text(HtmlNumbers.counted(profile.samplesBefore(), "stack"));
    html.text(" of the baseline were sampled, ").text(HtmlNumbers.grouped(profile.samplesAfter()));
    html.text(" of the candidate.").raw("</p>\n");
    if (profile.methods().isEmpty() && profile.allocations().isEmpty()) {
      html.element("p", "Nothing takes more beyond chance.");
    }
    grown(
        "Methods that take more time, in percent of an operation of the baseline",
        "Method",
        profile.methods(),
        html);
    grown(
        "Lines that allocate more, in percent of what an operation of the baseline does",
        "Line",
        profile.allocations(),
        html);
  }

  private static void grown(
      String caption, String what, List<ProfileChange.Growth> growths, Html html) {
    if (growths.isEmpty()) {
      return;
    }
    html.openTable(caption, what, "#Before", "#After");
    html.raw("<tbody>\n");
    for (ProfileChange.Growth growth : growths) {
      html.raw("<tr><th scope=\"row\">").code(growth.name()).raw("</th>");
      html.figure(HtmlNumbers.percent(growth.percentBefore()));
      html.figure(HtmlNumbers.percent(growth.percentAfter())).raw("</tr>\n");
    }
    html.raw("</tbody>").closeTable();
  }
}
