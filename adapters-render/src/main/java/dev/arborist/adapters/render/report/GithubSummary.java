package dev.arborist.adapters.render.report;

import dev.arborist.adapters.render.report.FittedPage.Weight;
import dev.arborist.application.port.out.ReportRenderer;
import dev.arborist.domain.validation.regression.Change;
import dev.arborist.domain.validation.report.Duet;
import dev.arborist.domain.validation.report.Fact;
import dev.arborist.domain.validation.report.Gate;
import dev.arborist.domain.validation.report.Judgement;
import dev.arborist.domain.validation.report.Origin;
import dev.arborist.domain.validation.report.Outcome;
import dev.arborist.domain.validation.report.Regressions;
import dev.arborist.domain.validation.report.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A summary for a pull request in GitHub's Markdown: how it went, what changed, and folded below it
 * what did not and how it was measured.
 *
 * <p>It fits into a comment. What others wrote stands in spans of code, where GitHub looks for no
 * people, no issues and no links.
 */
final class GithubSummary implements ReportRenderer {

  /** What GitHub takes for a comment, in characters. A step's summary may be longer. */
  static final int BYTES_MAX = 65_536;

  @Override
  public void render(Verdict verdict, OutputStream out) throws IOException {
    GithubPage page = new GithubPage();
    page.frame("### " + sign(verdict) + " " + GithubPage.plain(Figures.conclusion(verdict)) + "\n");
    Duet duet = verdict.duet();
    if (duet != null) {
      GithubDuet.write(duet, page);
    }
    if (verdict.regressions() != null) {
      comparison(verdict.regressions(), page);
    }
    requirements(verdict, page);
    List<Fact> facts = new ArrayList<>(origin(verdict.origin()));
    facts.addAll(duet == null ? List.of() : new DuetFigures(duet).facts());
    facts.addAll(verdict.environment());
    verdict.warnings().forEach(warning -> facts.add(new Fact("Warning", warning)));
    page.openFold("How it was measured");
    facts.forEach(fact -> page.fact(fact.name(), fact.value()));
    page.closeFold();
    TextOutput.write(page.fit(BYTES_MAX), out);
  }

  private static String sign(Verdict verdict) {
    return switch (verdict.gate()) {
      case PASSED -> "✅";
      case FAILED -> "❌";
      case INCONCLUSIVE -> "❔";
    };
  }

  private static List<Fact> origin(Origin origin) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Run", origin.label()));
    facts.add(new Fact("Measured", HtmlNumbers.time(origin.measuredAt())));
    facts.add(new Fact("Commit", origin.commitText()));
    facts.add(new Fact("Machine", origin.machine()));
    facts.add(new Fact("JVM", origin.jvm()));
    return facts.stream().filter(fact -> !fact.value().isEmpty()).toList();
  }

  private static void comparison(Regressions regressions, GithubPage page) {
    ShortNames names = ComparisonText.names(regressions);
    page.frame("\n**Compared with the baseline**: ");
    page.frame(GithubPage.plain(ComparisonText.conclusion(regressions)) + "\n");
    page.line(Weight.REASON, "\nBaseline: " + page.code(ComparisonText.baseline(regressions)));
    List<String> changed = new ArrayList<>();
    List<String> rest = new ArrayList<>();
    ComparisonText.order(regressions)
        .forEach(
            i -> {
              Change change = regressions.comparison().benchmarks().get(i).change();
              String row = page.row(ComparisonText.cells(regressions, i, names));
              (change == Change.UNCHANGED ? rest : changed).add(row);
            });
    List<String> headings =
        List.of("Benchmark", "#Before", "#After", "#Change", "#Interval", "Verdict");
    page.table(headings, changed);
    String word = regressions.gate() == Gate.FAILED ? "FAIL " : "UNDECIDED ";
    regressions
        .met()
        .forEach(
            met ->
                page.line(Weight.CHANGE, "- " + word + page.code(ComparisonText.rule(met, names))));
    regressions
        .obstacles()
        .forEach(one -> page.line(Weight.CHANGE, "- Not comparable: " + page.code(one)));
    page.foldedTable(headings, rest, "unchanged");
  }

  private static void requirements(Verdict verdict, GithubPage page) {
    if (verdict.judgements().isEmpty()) {
      return;
    }
    List<String> missed = new ArrayList<>();
    List<String> kept = new ArrayList<>();
    for (Judgement judgement : verdict.judgements()) {
      String row =
          page.row(
              List.of(
                  judgement.requirement().id() + ": " + judgement.requirement().title(),
                  Figures.target(judgement.requirement()),
                  judgement.actualText(),
                  Figures.margin(judgement),
                  Figures.outcome(judgement.outcome())));
      (judgement.outcome() == Outcome.PASS ? kept : missed).add(row);
    }
    page.frame("\n**Requirements**\n");
    List<String> headings = List.of("Requirement", "#Target", "#Actual", "#Margin", "Verdict");
    page.table(headings, missed);
    page.foldedTable(headings, kept, "met");
  }
}
