package dev.arborist.adapters.render.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.domain.validation.report.Judgement;
import dev.arborist.domain.validation.report.Outcome;
import dev.arborist.domain.validation.report.Regressions;
import dev.arborist.domain.validation.report.Regressions.RuleMet;
import dev.arborist.domain.validation.report.Verdict;
import dev.arborist.domain.validation.requirement.WhenInconclusive;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The requirements as test cases. */
class JunitReportTest {

  private static String xml(Verdict verdict) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Reports.junit().render(verdict, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Element suite(Verdict verdict) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml(verdict).getBytes(StandardCharsets.UTF_8)))
        .getDocumentElement();
  }

  private static List<Element> children(Element element, String tag) {
    NodeList found = element.getElementsByTagName(tag);
    List<Element> children = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      children.add((Element) found.item(i));
    }
    return children;
  }

  private static long count(Verdict verdict, Predicate<Judgement> which) {
    return verdict.judgements().stream().filter(which).count();
  }

  @Test
  void theCountsAreThoseOfTheCasesAndOfTheVerdict() throws Exception {
    for (Verdict verdict : List.of(Examinations.realistic(), Examinations.large(90, 80))) {
      Predicate<Judgement> undecided = one -> one.outcome() == Outcome.INCONCLUSIVE;
      Predicate<Judgement> tolerated =
          undecided.and(one -> one.requirement().whenInconclusive() == WhenInconclusive.WARN);
      long skipped = count(verdict, tolerated);
      Regressions compared = verdict.regressions();
      int rules = compared == null ? 0 : compared.rules().size();
      long met =
          compared == null ? 0 : compared.met().stream().map(RuleMet::rule).distinct().count();
      long failed = verdict.notPassed().size() - skipped + met;
      Element suite = suite(verdict);
      int cases = verdict.judgements().size() + rules;
      assertEquals(cases, children(suite, "testcase").size());
      assertEquals(String.valueOf(cases), suite.getAttribute("tests"));
      assertEquals(String.valueOf(failed), suite.getAttribute("failures"));
      assertEquals(failed, children(suite, "failure").size());
      assertEquals(String.valueOf(skipped), suite.getAttribute("skipped"));
      assertEquals(skipped, children(suite, "skipped").size());
      assertEquals("0", suite.getAttribute("errors"));
    }
  }

  @Test
  void aCaseIsNamedAfterItsRequirementAndSaysWhyItFailed() throws Exception {
    Element suite = suite(Examinations.realistic());
    Element missed = children(suite, "testcase").get(6);
    assertEquals("EnqueueBenchmark.enqueue", missed.getAttribute("classname"));
    assertEquals("NFR007: An enqueue in memory takes under 20 us", missed.getAttribute("name"));
    Element failure = children(missed, "failure").get(0);
    assertTrue(
        failure.getAttribute("message").matches("FAIL: target ≤ 20 us, actual 2[0-9.]+ us"),
        failure.getAttribute("message"));
    assertEquals("FAIL", failure.getAttribute("type"));
    String details = failure.getTextContent();
    for (String line : List.of("metric: mean", "params: {store=memory}", "launches: 5")) {
      assertTrue(details.contains("\n" + line), details);
    }
    Element kept = children(suite, "testcase").get(0);
    assertEquals(0, children(kept, "*").size());
  }

  @Test
  void whatIsUndecidedFailsOrIsSkippedAsItsRequirementSays() throws Exception {
    Element mustBeProven = children(suite(Examinations.realistic()), "testcase").get(5);
    assertEquals("INCONCLUSIVE", children(mustBeProven, "failure").get(0).getAttribute("type"));
    Element aim = children(suite(Examinations.large(90, 80)), "testcase").get(0);
    assertTrue(
        children(aim, "skipped").get(0).getAttribute("message").startsWith("INCONCLUSIVE: target"));
  }

  @Test
  void theEnvironmentIsInTheProperties() throws Exception {
    List<String> properties =
        children(suite(Examinations.realistic()), "property").stream()
            .map(one -> one.getAttribute("name") + "=" + one.getAttribute("value"))
            .toList();
    assertTrue(properties.contains("commit=3f51390a7b+"), properties::toString);
    assertTrue(properties.contains("CPU=AMD EPYC 7B13, 2 cores"), properties::toString);
    assertTrue(properties.contains("measuredAt=2026-03-14T15:09:26Z"), properties::toString);
  }

  @Test
  void aRunThatRequiredNothingFails() throws Exception {
    Element suite = suite(HtmlReportTest.empty());
    assertEquals("1", suite.getAttribute("failures"));
    assertEquals(
        "Nothing was measured, so nothing is proven.",
        children(suite, "failure").get(0).getAttribute("message"));
  }

  @Test
  void whatXmlCannotHoldIsReplaced() throws Exception {
    String xml = xml(Examinations.hostile());
    for (char control : new char[] {'\u0000', '\u001b', '\u202e'}) {
      assertEquals(-1, xml.indexOf(control));
    }
    Element failed = children(suite(Examinations.hostile()), "testcase").get(0);
    assertTrue(failed.getAttribute("name").startsWith("<script>alert(1)</script> & \"it's\" ␀␛"));
    assertFalse(children(failed, "failure").get(0).getAttribute("message").contains("\n"));
    assertEquals(xml, xml(Examinations.hostile()));
  }
}
