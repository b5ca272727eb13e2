package dev.arborist.adapters.render.report;

import dev.arborist.domain.validation.regression.Change;
import dev.arborist.domain.validation.report.Duet;
import dev.arborist.domain.validation.report.LeakReport;
import dev.arborist.domain.validation.report.Origin;
import dev.arborist.domain.validation.report.Outcome;
import dev.arborist.domain.validation.report.Regressions;
import dev.arborist.domain.validation.report.Verdict;

/** What stands above everything: how it went, in one sentence and a few numbers, and of what. */
final class HtmlSummary {

  private HtmlSummary() {}

  static void write(Verdict verdict, Html html) {
    html.raw("<header>\n<h1>Performance Validation Report</h1>\n");
    html.raw(
        "<p class=\"verdict " + style(verdict) + "\"><span class=\"sign\" aria-hidden=\"true\">");
    html.raw(sign(verdict)).raw("</span><span>").text(Figures.conclusion(verdict));
    html.raw("</span></p>\n<ul class=\"tiles\">\n");
    if (!verdict.judgements().isEmpty()) {
      tile(verdict.count(Outcome.PASS), "pass", "passed", html);
      tile(verdict.count(Outcome.FAIL), "fail", "failed", html);
      tile(verdict.count(Outcome.INCONCLUSIVE), "undecided", "inconclusive", html);
    }
    Duet duet = verdict.duet();
    int benchmarks =
        Figures.benchmarks(verdict).size() + (duet == null ? 0 : duet.results().size());
    tile(benchmarks, "", benchmarks == 1 ? "benchmark" : "benchmarks", html);
    Regressions regressions = verdict.regressions();
    if (regressions != null || duet != null) {
      int compared = regressions == null ? 0 : regressions.comparison().count(Change.REGRESSED);
      int paired = duet == null ? 0 : duet.count(Change.REGRESSED);
      tile(compared + paired, "fail", "regressed", html);
    }
    if (duet != null) {
      tile(duet.count(Change.IMPROVED), "pass", "improved", html);
      tile(duet.count(Change.INCONCLUSIVE), "undecided", "inconclusive", html);
    }
    int leaks = (int) verdict.leaks().stream().filter(LeakReport::leaks).count();
    if (!verdict.leaks().isEmpty()) {
      tile(leaks, "fail", leaks == 1 ? "leak" : "leaks", html);
    }
    int warnings = verdict.warnings().size();
    tile(warnings, "undecided", warnings == 1 ? "warning" : "warnings", html);
    html.raw("</ul>\n<dl>\n");
    origin(verdict.origin(), html);
    html.raw("</dl>\n</header>\n");
  }

  private static void tile(int number, String style, String what, Html html) {
    html.raw(number > 0 && !style.isEmpty() ? "<li><b class=\"" + style + "\">" : "<li><b>");
    html.text(HtmlNumbers.grouped(number)).raw("</b> ").text(what).raw("</li>\n");
  }

  private static void origin(Origin origin, Html html) {
    HtmlFacts.fact("Run", origin.label(), html);
    html.raw("<dt>Measured</dt><dd><time datetime=\"").text(origin.measuredAt().toString());
    html.raw("\">").text(HtmlNumbers.time(origin.measuredAt())).raw("</time></dd>\n");
    HtmlFacts.fact(
        "Commit",
        origin.commitText() + (origin.dirty() ? " (with uncommitted changes)" : ""),
        html);
    HtmlFacts.fact("Machine", origin.machine(), html);
    HtmlFacts.fact("JVM", origin.jvm(), html);
  }

  private static String style(Verdict verdict) {
    return switch (verdict.gate()) {
      case PASSED -> "pass";
      case FAILED -> Figures.onlyMeasured(verdict) ? "undecided" : "fail";
      case INCONCLUSIVE -> "undecided";
    };
  }

  private static String sign(Verdict verdict) {
    return switch (style(verdict)) {
      case "pass" -> "✓";
      case "fail" -> "✗";
      default -> "?";
    };
  }
}
