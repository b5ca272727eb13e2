package dev.arborist.adapters.render.report;

import dev.arborist.application.port.out.ReportRenderer;
import dev.arborist.domain.validation.report.Fact;
import dev.arborist.domain.validation.report.FailRule;
import dev.arborist.domain.validation.report.Gate;
import dev.arborist.domain.validation.report.Judgement;
import dev.arborist.domain.validation.report.Origin;
import dev.arborist.domain.validation.report.Outcome;
import dev.arborist.domain.validation.report.Regressions;
import dev.arborist.domain.validation.report.Regressions.RuleMet;
import dev.arborist.domain.validation.report.Verdict;
import dev.arborist.domain.validation.requirement.Requirement;
import dev.arborist.domain.validation.requirement.WhenInconclusive;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The requirements as test cases, in the XML of JUnit's first reporter as Surefire's schema 3.0 has
 * it, which build servers read.
 *
 * <p>Each rule by which a comparison fails is a case as well, and each benchmark of a duet. What
 * was not decided fails when its requirement says so, and is skipped otherwise. A run that required
 * nothing has one failed case, lest a server take it for a success. The time of each case is 0
 * because the schema demands one: what a requirement took is no part of a verdict.
 */
final class JunitReport implements ReportRenderer {

  private static final String SUITE = "Performance requirements";

  @Override
  public void render(Verdict verdict, OutputStream out) throws IOException {
    JunitSuite suite = new JunitSuite();
    boolean isNothing = verdict.series().isEmpty() || Figures.onlyMeasured(verdict);
    if (isNothing && !verdict.holdsOnlyDuet()) {
      suite.failed(
          SUITE,
          "Something is required and measured",
          "FAIL",
          Figures.conclusion(verdict),
          List.of());
    }
    verdict.judgements().forEach(judgement -> testcase(judgement, suite));
    Figures.rules(verdict).forEach(rule -> testcase(rule, verdict, suite));
    if (verdict.duet() != null) {
      JunitDuet.write(verdict.duet(), suite);
    }
    StringBuilder xml = new StringBuilder();
    xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite");
    JunitSuite.attribute("name", SUITE, xml);
    suite.counts(xml);
    xml.append(">\n  <properties>\n");
    properties(verdict, xml);
    xml.append("  </properties>\n").append(suite.cases()).append("</testsuite>\n");
    TextOutput.write(xml, out);
  }

  private static boolean fails(Judgement judgement) {
    return switch (judgement.outcome()) {
      case PASS -> false;
      case FAIL -> true;
      case INCONCLUSIVE -> judgement.requirement().whenInconclusive() == WhenInconclusive.FAIL;
    };
  }

  /** A rule that was not decided fails, as the build does. */
  private static boolean fails(FailRule rule, Verdict verdict) {
    return switch (compared(verdict).gate()) {
      case PASSED -> false;
      case FAILED -> !met(rule, verdict).isEmpty();
      case INCONCLUSIVE -> true;
    };
  }

  private static Regressions compared(Verdict verdict) {
    return Objects.requireNonNull(verdict.regressions(), "only a comparison has rules");
  }

  private static List<RuleMet> met(FailRule rule, Verdict verdict) {
    return compared(verdict).met().stream().filter(one -> one.rule().equals(rule)).toList();
  }

  private static void testcase(FailRule rule, Verdict verdict, JunitSuite suite) {
    Regressions regressions = compared(verdict);
    String about = "Comparison with " + regressions.baselineName();
    String name = "No benchmark meets " + rule;
    if (!fails(rule, verdict)) {
      suite.passed(about, name);
    } else if (regressions.gate() == Gate.INCONCLUSIVE) {
      String message = "not decided: " + ComparisonText.conclusion(regressions);
      suite.failed(about, name, "INCONCLUSIVE", message, regressions.obstacles());
    } else {
      ShortNames names = ComparisonText.names(regressions);
      List<String> worse =
          met(rule, verdict).stream().map(one -> ComparisonText.rule(one, names)).toList();
      suite.failed(about, name, "FAIL", "FAIL: " + rule + " is met", worse);
    }
  }

  private static void properties(Verdict verdict, StringBuilder xml) {
    Origin origin = verdict.origin();
    property("measuredAt", origin.measuredAt().toString(), xml);
    property("label", origin.label(), xml);
    property("commit", origin.commitText(), xml);
    property("machine", origin.machine(), xml);
    property("jvm", origin.jvm(), xml);
    for (Fact fact : verdict.environment()) {
      property(fact.name(), fact.value(), xml);
    }
    for (String warning : verdict.warnings()) {
      property("warning", warning, xml);
    }
  }

  private static void property(String name, String value, StringBuilder xml) {
    if (!value.isEmpty()) {
      xml.append("    <property");
      JunitSuite.attribute("name", name, xml);
      JunitSuite.attribute("value", value, xml);
      xml.append("/>\n");
    }
  }

  private static void testcase(Judgement judgement, JunitSuite suite) {
    Requirement requirement = judgement.requirement();
    String name = requirement.id() + ": " + requirement.title();
    String outcome = Figures.outcome(judgement.outcome());
    String message =
        outcome + ": target " + Figures.target(requirement) + ", actual " + judgement.actualText();
    if (judgement.outcome() == Outcome.PASS) {
      suite.passed(requirement.benchmark(), name);
    } else if (fails(judgement)) {
      suite.failed(requirement.benchmark(), name, outcome, message, details(judgement));
    } else {
      suite.skipped(requirement.benchmark(), name, message, details(judgement));
    }
  }

  private static List<String> details(Judgement judgement) {
    Requirement requirement = judgement.requirement();
    List<String> lines = new ArrayList<>();
    lines.add("metric: " + requirement.metric());
    if (!requirement.params().isEmpty()) {
      lines.add("params: " + requirement.params());
    }
    if (judgement.bound() != null) {
      lines.add("bound: " + judgement.boundText());
      lines.add("margin: " + Figures.margin(judgement));
    }
    lines.add("launches: " + judgement.launches());
    lines.add("judged by: " + judgement.reason());
    return lines;
  }
}
