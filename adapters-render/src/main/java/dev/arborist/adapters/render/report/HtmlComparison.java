package dev.arborist.adapters.render.report;

import dev.arborist.adapters.render.plot.EffectPlot;
import dev.arborist.domain.validation.regression.Change;
import dev.arborist.domain.validation.regression.Compared;
import dev.arborist.domain.validation.regression.Comparison;
import dev.arborist.domain.validation.report.FailRule;
import dev.arborist.domain.validation.report.Gate;
import dev.arborist.domain.validation.report.Regressions;
import dev.arborist.domain.validation.report.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The run beside its baseline: what changed, by how much, and what that means for the build. */
final class HtmlComparison implements HtmlSection {

  /** More benchmarks that did not change are folded. */
  private static final int UNFOLDED_MAX = 12;

  /** More of what met a rule is not listed: the table shows it. */
  private static final int RULES_MAX = 10;

  @Override
  public String id() {
    return "regressions";
  }

  @Override
  public String title() {
    return "Regressions against the baseline";
  }

  @Override
  public void write(Verdict verdict, Html html) {
    Regressions regressions = verdict.regressions();
    if (regressions == null) {
      html.raw("<p class=\"muted\">There is no baseline to compare with.</p>\n");
      return;
    }
    ShortNames names = ComparisonText.names(regressions);
    html.raw("<p>Compared with ").name(ComparisonText.baseline(regressions)).text(". ");
    html.text(ComparisonText.conclusion(regressions)).raw("</p>\n");
    notice("undecided", "Not comparable, so it gates nothing", regressions.obstacles(), html);
    notice(
        "fail",
        regressions.gate() == Gate.FAILED
            ? "Rules that are met, so the build fails"
            : "Rules that would be met, but are not decided",
        met(regressions, names),
        html);
    if (!regressions.comparison().benchmarks().isEmpty()) {
      tables(regressions, names, html);
    }
    html.raw("<dl>\n");
    regressions.notes().forEach(note -> HtmlFacts.fact("Note", note, html));
    String rules =
        regressions.rules().stream().map(FailRule::toString).collect(Collectors.joining(", "));
    HtmlFacts.fact("Rules", rules.isEmpty() ? "none: it is shown only" : rules, html);
    HtmlFacts.fact(
        "Not compared (zero or no number)", absent(regressions.uncomparable(), names), html);
    HtmlFacts.fact("Only in the baseline", absent(regressions.missing(), names), html);
    HtmlFacts.fact("Only in this run", absent(regressions.added(), names), html);
    html.raw("</dl>\n");
  }

  private static void notice(String style, String title, List<String> lines, Html html) {
    if (!lines.isEmpty()) {
      html.raw("<div class=\"notice " + style + "\"><strong>").text(title);
      html.raw("</strong><ul>\n");
      lines.forEach(line -> html.raw("<li>").name(line).raw("</li>\n"));
      html.raw("</ul></div>\n");
    }
  }

  private static List<String> met(Regressions regressions, ShortNames names) {
    List<String> lines = new ArrayList<>();
    regressions.met().stream()
        .limit(RULES_MAX)
        .forEach(met -> lines.add(ComparisonText.rule(met, names)));
    int more = regressions.met().size() - RULES_MAX;
    if (more > 0) {
      lines.add("and " + more + " more");
    }
    return lines;
  }

  private static String absent(List<String> keys, ShortNames names) {
    return keys.isEmpty()
        ? ""
        : HtmlNumbers.counted(keys.size(), "benchmark")
            + ": "
            + keys.stream().map(names::ofKey).collect(Collectors.joining(", "));
  }

  private static void tables(Regressions regressions, ShortNames names, Html html) {
    double reach =
        HtmlEffects.reach(
            regressions.comparison().benchmarks().stream()
                .mapToDouble(one -> Math.max(one.upper(), 1 / one.lower())),
            regressions.comparison().settings().margin());
    List<Compared> all = regressions.comparison().benchmarks();
    boolean folds = regressions.comparison().count(Change.UNCHANGED) > UNFOLDED_MAX;
    int[] order = ComparisonText.order(regressions).toArray();
    int[] first =
        Arrays.stream(order)
            .filter(i -> !folds || all.get(i).change() != Change.UNCHANGED)
            .toArray();
    html.raw("<p class=\"muted\">").text(explanation(regressions.comparison(), reach));
    html.raw("</p>\n");
    if (first.length > 0) {
      table("What changed most at the top", first, regressions, names, reach, html);
    }
    if (folds) {
      int[] unchanged =
          Arrays.stream(order).filter(i -> all.get(i).change() == Change.UNCHANGED).toArray();
      html.raw("<details><summary><h3>Unchanged</h3> <span class=\"n\">");
      html.text(HtmlNumbers.counted(unchanged.length, "benchmark"));
      html.raw("</span></summary>\n<div>\n");
      table("Unchanged benchmarks", unchanged, regressions, names, reach, html);
      html.raw("</div></details>\n");
    }
  }

  private static String explanation(Comparison comparison, double reach) {
    return "Change: how much more the value is than the baseline's, slower for times and faster"
        + " for rates, as dot; the line is its interval, the band what counts as unchanged, ±"
        + HtmlNumbers.percent(100 * comparison.settings().margin())
        + ". "
        + HtmlEffects.ends(reach);
  }

  private static void table(
      String caption,
      int[] indexes,
      Regressions regressions,
      ShortNames names,
      double reach,
      Html html) {
    html.openTable(
        caption,
        "Benchmark",
        "Verdict",
        "#Before",
        "#After",
        "#Change",
        "",
        "#Interval",
        "#Launches",
        "Judged by");
    html.raw("<tbody>\n");
    for (int i : indexes) {
      row(i, regressions, names, reach, html);
    }
    html.raw("</tbody>").closeTable();
  }

  private static void row(
      int index, Regressions regressions, ShortNames names, double reach, Html html) {
    Compared one = regressions.comparison().benchmarks().get(index);
    List<String> cells = ComparisonText.cells(regressions, index, names);
    html.raw("<tr><th scope=\"row\">").text(cells.get(0)).raw("</th><td>");
    html.change(one.change())
        .raw("</td>")
        .figure(cells.get(1))
        .figure(cells.get(2))
        .figure(cells.get(3))
        .raw("<td>");
    double margin = regressions.comparison().settings().margin();
    html.decorate(
        EffectPlot.of(
            one.effect(), one.lower(), one.upper(), margin, reach, Html.style(one.change())));
    html.raw("</td>").figure(cells.get(4));
    html.figure(one.baselineLaunches() + " / " + one.candidateLaunches());
    html.cell(one.reason()).raw("</tr>\n");
  }
}
