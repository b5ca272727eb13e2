package dev.arborist.adapters.render.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.application.port.out.ReportRenderer;
import dev.arborist.domain.validation.report.Duet;
import dev.arborist.domain.validation.report.FailRule;
import dev.arborist.domain.validation.report.Gate;
import dev.arborist.domain.validation.report.Verdict;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A duet in the reports of a run. */
class DuetReportsTest {

  private static String render(ReportRenderer renderer, Verdict verdict) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    renderer.render(verdict, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Element parsed(ReportRenderer renderer, Verdict verdict) throws Exception {
    byte[] xml = render(renderer, verdict).getBytes(StandardCharsets.UTF_8);
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml))
        .getDocumentElement();
  }

  private static List<Element> all(Element element, String tag) {
    NodeList found = element.getElementsByTagName(tag);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  private static Verdict besideRequirements(Duet duet) {
    Verdict measured = Examinations.realistic();
    return new Verdict(
        measured.origin(),
        measured.judgements(),
        measured.series(),
        measured.scalings(),
        measured.leaks(),
        measured.profiles(),
        measured.laboratory(),
        measured.regressions(),
        duet,
        measured.environment(),
        measured.warnings());
  }

  private static Duet withRules(Duet duet, List<FailRule> rules) {
    return new Duet(
        duet.results(),
        duet.control(),
        duet.onlyBaseline(),
        duet.onlyCandidate(),
        duet.settings(),
        rules,
        duet.seed(),
        duet.environment());
  }

  @Test
  void aReportOfADuetHasNoSectionsOfWhatWasNotDone() throws Exception {
    Verdict verdict = Duets.verdict(Duets.realistic());
    String markdown = render(Reports.markdown(), verdict);
    List<String> sections =
        all(parsed(Reports.html(), verdict), "h2").stream().map(Element::getTextContent).toList();

    assertEquals(List.of("Duet", "Environment", "Conclusion"), sections);
    assertEquals(
        List.of("## Duet", "## Environment", "## Conclusion"),
        markdown.lines().filter(line -> line.startsWith("## ")).toList());
  }

  @Test
  void aRunWithoutADuetDoesNotSpeakOfOne() throws IOException {
    for (ReportRenderer renderer :
        List.of(Reports.html(), Reports.markdown(), Reports.github(), Reports.junit())) {
      String report = render(renderer, Examinations.realistic());
      assertFalse(report.contains("uet</h2>") || report.contains("# Duet"), report);
      assertFalse(report.contains("took turns") || report.contains("Duet:"), report);
    }
  }

  @Test
  void besideRequirementsAllSectionsAreThere() throws Exception {
    Verdict both = besideRequirements(Duets.realistic());

    assertEquals(13, all(parsed(Reports.html(), both), "h2").size());
    assertTrue(render(Reports.markdown(), both).contains(" The duet failed. Measured at"));
    String console = render(Reports.console(), both);
    assertTrue(console.contains("NFR001"), console);
    assertTrue(console.contains("BedBenchmark.throughput plants=100 thrpt"), console);
  }

  @Test
  void thePageShowsWhatEachPairFound() throws Exception {
    Element page = parsed(Reports.html(), Duets.verdict(Duets.realistic()));
    List<Element> rows = all(all(page, "tbody").get(0), "tr");

    assertEquals(14, rows.size());
    assertTrue(rows.get(0).getTextContent().contains("✗ regressed1,236,885 ops/s1,012,805 ops/s"));
    assertEquals(1 + 7 + 30, all(rows.get(0), "circle").size(), "the median and the pairs");
    assertEquals(0, all(rows.get(4), "svg").size(), "of a pair that failed nothing is known");
    assertTrue(rows.get(4).getTextContent().contains("forked VM failed with exit code 3"));
    assertTrue(page.getTextContent().contains("com.example.garden.Seed.hash1.2 %12.8 %"));
  }

  @Test
  void manyThatDidNotChangeAreFolded() throws Exception {
    Element page = parsed(Reports.html(), Duets.verdict(Duets.unchanged(40)));

    assertEquals(40, all(all(page, "details").get(0), "tr").size() - 1);
  }

  @Test
  void eachBenchmarkIsATestCase() throws Exception {
    Element suite = parsed(Reports.junit(), Duets.verdict(Duets.realistic()));

    assertEquals("15", suite.getAttribute("tests"), "14 that both have and 1 that vanished");
    assertEquals("4", suite.getAttribute("failures"));
    assertEquals("1", suite.getAttribute("errors"));
    Element slower = all(suite, "testcase").get(0);
    assertEquals("com.example.garden.SeedBenchmark.sow", slower.getAttribute("classname"));
    assertEquals("Duet: plants=100 avgt", slower.getAttribute("name"));
    String message = all(slower, "failure").get(0).getAttribute("message");
    assertTrue(message.startsWith("REGRESSED: 30 of 30 pairs are slower; 216 bytes"), message);
    assertTrue(message.endsWith("it meets the rule regressed"), message);
  }

  /** A build server must not see a success where the command fails, nor the other way round. */
  @Test
  void theTestCasesFailWhenTheGateDoes() throws Exception {
    List<List<FailRule>> rules =
        List.of(
            List.of(), List.of(FailRule.parse("regressed")), List.of(FailRule.parse("median:5%")));
    Duet nothing = Duets.duet(List.of(), List.of());
    for (List<FailRule> some : rules) {
      for (Duet duet : List.of(Duets.realistic(), Duets.unchanged(3), nothing, Duets.hostile())) {
        Verdict verdict = Duets.verdict(withRules(duet, some));
        Element suite = parsed(Reports.junit(), verdict);
        boolean fails =
            !suite.getAttribute("failures").equals("0")
                || !suite.getAttribute("errors").equals("0");
        assertEquals(verdict.gate() != Gate.PASSED, fails, some + " " + verdict.gate());
        assertEquals(Integer.parseInt(suite.getAttribute("tests")), all(suite, "testcase").size());
      }
    }
  }

  @Test
  void theDeliverableHeedsTheDuet() throws IOException {
    String slower = render(Reports.deliverable(true), Duets.verdict(Duets.realistic()));
    String same = render(Reports.deliverable(true), Duets.verdict(Duets.unchanged(5)));

    assertTrue(slower.contains("\"regression_detected\" : true"), slower);
    assertTrue(slower.contains("\"next_recommended_action\" : \"fix what regressed and"), slower);
    assertTrue(slower.contains("\"total_benchmarks\" : 14"), slower);
    assertTrue(same.contains("\"regression_detected\" : false"), same);
    assertTrue(same.contains("\"all_benchmarks_passed\" : true"), same);
    assertTrue(same.contains("\"status\" : \"success\""), same);
    String both = render(Reports.deliverable(true), besideRequirements(Duets.unchanged(5)));
    assertTrue(both.contains("\"regression_detected\" : true"), "the comparison found one");
  }
}
