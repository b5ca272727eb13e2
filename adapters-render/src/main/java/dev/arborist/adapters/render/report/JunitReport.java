package dev.arborist.adapters.render.report;

import dev.arborist.adapters.render.text.SafeText;
import dev.arborist.adapters.render.text.Xml;
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
 * <p>Each rule by which a comparison fails is a case as well. What was not decided fails when its
 * requirement says so, and is skipped otherwise. A run that required nothing has one failed case,
 * lest a server take it for a success. The time of each case is 0 because the schema demands one:
 * what a requirement took is no part of a verdict.
 */
final class JunitReport implements ReportRenderer {

  private static final String SUITE = "Performance requirements";

  @Override
  public void render(Verdict verdict, OutputStream out) throws IOException {
    StringBuilder xml = new StringBuilder();
    List<FailRule> rules = Figures.rules(verdict);
    boolean nothing =
        verdict.series().isEmpty() || (verdict.judgements().isEmpty() && rules.isEmpty());
    long missed = verdict.judgements().stream().filter(JunitReport::fails).count();
    long skipped = verdict.notPassed().size() - missed;
    long met = rules.stream().filter(rule -> fails(rule, verdict)).count();
    int tests = verdict.judgements().size() + rules.size() + (nothing ? 1 : 0);
    xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite");
    attribute("name", SUITE, xml);
    attribute("tests", String.valueOf(tests), xml);
    attribute("failures", String.valueOf(missed + met + (nothing ? 1 : 0)), xml);
    attribute("errors", "0", xml);
    attribute("skipped", String.valueOf(skipped), xml);
    xml.append(">\n  <properties>\n");
    properties(verdict, xml);
    xml.append("  </properties>\n");
    if (nothing) {
      open(SUITE, "Something is required and measured", xml);
      xml.append(">\n");
      because("failure", "FAIL", Figures.conclusion(verdict), List.of(), xml);
      xml.append("  </testcase>\n");
    }
    for (Judgement judgement : verdict.judgements()) {
      testcase(judgement, xml);
    }
    for (FailRule rule : rules) {
      testcase(rule, verdict, xml);
    }
    xml.append("</testsuite>\n");
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

  private static void testcase(FailRule rule, Verdict verdict, StringBuilder xml) {
    Regressions regressions = compared(verdict);
    open("Comparison with " + regressions.baselineName(), "No benchmark meets " + rule, xml);
    if (!fails(rule, verdict)) {
      xml.append("/>\n");
      return;
    }
    xml.append(">\n");
    if (regressions.gate() == Gate.INCONCLUSIVE) {
      String message = "not decided: " + ComparisonText.conclusion(regressions);
      because("failure", "INCONCLUSIVE", message, regressions.obstacles(), xml);
    } else {
      ShortNames names = ComparisonText.names(regressions);
      List<String> worse =
          met(rule, verdict).stream().map(one -> ComparisonText.rule(one, names)).toList();
      because("failure", "FAIL", "FAIL: " + rule + " is met", worse, xml);
    }
    xml.append("  </testcase>\n");
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
      attribute("name", name, xml);
      attribute("value", value, xml);
      xml.append("/>\n");
    }
  }

  private static void testcase(Judgement judgement, StringBuilder xml) {
    Requirement requirement = judgement.requirement();
    open(requirement.benchmark(), requirement.id() + ": " + requirement.title(), xml);
    if (judgement.outcome() == Outcome.PASS) {
      xml.append("/>\n");
      return;
    }
    xml.append(">\n");
    String outcome = Figures.outcome(judgement.outcome());
    String message =
        outcome + ": target " + Figures.target(requirement) + ", actual " + judgement.actualText();
    if (fails(judgement)) {
      because("failure", outcome, message, details(judgement), xml);
    } else {
      because("skipped", "", message, details(judgement), xml);
    }
    xml.append("  </testcase>\n");
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

  private static void open(String className, String name, StringBuilder xml) {
    xml.append("  <testcase");
    attribute("classname", className, xml);
    attribute("name", name, xml);
    attribute("time", "0", xml);
  }

  private static void because(
      String tag, String type, String message, List<String> details, StringBuilder xml) {
    xml.append("    <").append(tag);
    attribute("message", message, xml);
    if (!type.isEmpty()) {
      attribute("type", type, xml);
    }
    xml.append('>');
    for (String line : details) {
      xml.append('\n');
      Xml.escape(SafeText.of(line).toString(), xml);
    }
    xml.append("</").append(tag).append(">\n");
  }

  private static void attribute(String name, String value, StringBuilder xml) {
    xml.append(' ').append(name).append("=\"");
    Xml.escape(SafeText.of(value).toString(), xml);
    xml.append('"');
  }
}
