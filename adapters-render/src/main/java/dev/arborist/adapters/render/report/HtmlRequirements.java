package dev.arborist.adapters.render.report;

import dev.arborist.adapters.render.plot.BoxPlot;
import dev.arborist.domain.validation.report.Judgement;
import dev.arborist.domain.validation.report.Outcome;
import dev.arborist.domain.validation.report.Verdict;
import dev.arborist.domain.validation.requirement.Metric.Kind;
import dev.arborist.domain.validation.requirement.Requirement;
import java.util.List;

/** Each requirement with what it was judged by; those that did not pass are unfolded. */
final class HtmlRequirements implements HtmlSection {

  /** As many are unfolded however they ended. */
  private static final int UNFOLDED_MAX = 8;

  private static final int GROUPS_MAX = 12;

  @Override
  public String id() {
    return "evidence";
  }

  @Override
  public String title() {
    return "Evidence";
  }

  /** What links to the requirement lead to. */
  static String anchor(int index) {
    return "r" + (index + 1);
  }

  @Override
  public void write(Verdict verdict, Html html) {
    List<Judgement> judgements = verdict.judgements();
    if (judgements.isEmpty()) {
      html.raw("<p class=\"muted\">No requirement was judged.</p>\n");
      return;
    }
    html.raw(
        """
        <p class="muted">In the plots, the box holds the middle half of the values and the thick \
        line is their median; whiskers end at the last values within 1.5 box lengths, rings are \
        outliers. The dots below are the values themselves, ▼ is the bound that the verdict rests \
        on. A limit that is far away stands behind a break of the axis.</p>
        """);
    for (int i = 0; i < judgements.size(); i++) {
      write(i, judgements.get(i), judgements.size() <= UNFOLDED_MAX, verdict, html);
    }
  }

  private static void write(
      int index, Judgement judgement, boolean unfolded, Verdict verdict, Html html) {
    Requirement requirement = judgement.requirement();
    boolean open = unfolded || judgement.outcome() != Outcome.PASS;
    html.raw("<details id=\"" + anchor(index) + (open ? "\" open=\"open\">" : "\">"));
    html.raw("<summary><h3>").text(requirement.id()).raw(": ").name(requirement.title());
    html.raw("</h3> <span class=\"n\">").text(judgement.actualText()).raw(" (");
    html.text(Figures.target(requirement)).raw(")</span> ").outcome(judgement.outcome());
    html.raw("</summary>\n<div class=\"judged\">\n");
    Evidence evidence = Evidence.of(judgement, verdict);
    facts(judgement, evidence, html);
    plot(judgement, evidence, html);
    html.raw("</div></details>\n");
  }

  private static void facts(Judgement judgement, Evidence evidence, Html html) {
    Requirement requirement = judgement.requirement();
    html.raw("<div><dl>\n");
    HtmlFacts.fact("Target", requirement.metric() + " " + Figures.target(requirement), html);
    HtmlFacts.fact("Result", judgement.actualText(), html);
    if (judgement.bound() != null) {
      if (!judgement.bound().equals(judgement.actual())) {
        HtmlFacts.fact("Bound", judgement.boundText(), html);
      }
      HtmlFacts.fact("Margin", distance(judgement), html);
    }
    html.raw("<dt>Measured by</dt><dd>").code(requirement.benchmark());
    html.text(params(requirement)).raw("</dd>\n");
    if (judgement.launches() > 0) {
      HtmlFacts.fact("Samples", samples(judgement, evidence), html);
    }
    HtmlFacts.fact("Judged by", judgement.reason(), html);
    if (judgement.outcome() == Outcome.INCONCLUSIVE) {
      HtmlFacts.fact("Undecided", undecided(judgement), html);
    }
    html.raw("</dl>\n");
    if (requirement.metric().kind() == Kind.EXPONENT && judgement.launches() > 0) {
      html.raw("<p>The curve is shown under <a href=\"#scalability\">Scalability</a>.</p>\n");
    }
    html.raw("</div>\n");
  }

  private static String samples(Judgement judgement, Evidence evidence) {
    int groups = evidence.groups().size();
    return HtmlNumbers.counted(judgement.launches(), "launch", "launches")
        + (groups > 1 ? " of each of " + groups + " measurements" : "")
        + ", "
        + HtmlNumbers.counted(evidence.samples(), "value")
        + (groups > 1 ? "; the worst measurement counts" : "")
        + (evidence.differentValues() == 1 && evidence.samples() > 1 ? ", all the same" : "");
  }

  /** The parameters in words; nothing when there are none. */
  static String params(Requirement requirement) {
    StringBuilder text = new StringBuilder();
    requirement
        .params()
        .forEach(
            (name, value) ->
                text.append(text.isEmpty() ? " with " : ", ").append(name + " = " + value));
    return text.toString();
  }

  private static String distance(Judgement judgement) {
    double margin = judgement.margin();
    if (Double.isNaN(margin) || Double.isInfinite(margin)) {
      return "the limit is kept";
    }
    if (margin >= 1) {
      return isOne(margin) ? "at the limit" : HtmlNumbers.plain(margin) + "× within the limit";
    }
    return !(margin > 0) || isOne(1 / margin)
        ? "beyond the limit"
        : HtmlNumbers.plain(1 / margin) + "× beyond the limit";
  }

  private static boolean isOne(double margin) {
    return HtmlNumbers.plain(margin).equals("1");
  }

  private static String undecided(Judgement judgement) {
    return switch (judgement.requirement().whenInconclusive()) {
      case FAIL -> cause(judgement) + " What is not proven fails the build.";
      case WARN -> cause(judgement) + " This is an aim: it fails nothing.";
    };
  }

  private static String cause(Judgement judgement) {
    if (judgement.isMissedElsewhere()) {
      return "The limit was missed on a machine slower than the one that it was set on.";
    }
    Double detectable = judgement.detectable();
    return detectable == null
        ? "The measurements do not tell on which side of the limit the value is."
        : "The value could only be told from a limit that is "
            + HtmlNumbers.percent(100 * detectable)
            + " or more away from it; launch more often, or on a quieter machine.";
  }

  private static void plot(Judgement judgement, Evidence evidence, Html html) {
    if (evidence.differentValues() < 2) {
      return;
    }
    int all = evidence.groups().size();
    List<BoxPlot.Group> shown = evidence.groups().subList(0, Math.min(GROUPS_MAX, all));
    Requirement requirement = judgement.requirement();
    Double bound = judgement.bound();
    boolean marked = bound != null && judgement.detectable() != null;
    html.raw("<figure>");
    html.draw(
        BoxPlot.of(
            requirement.id() + ": " + evidence.what(),
            shown,
            evidence.dimension(),
            requirement.limit().kept(),
            marked ? bound : Double.NaN));
    html.raw("<figcaption>").text(evidence.what());
    if (all > shown.size()) {
      html.text("; " + (all - shown.size()) + " more are not shown");
    }
    html.raw("</figcaption></figure>\n");
  }
}
