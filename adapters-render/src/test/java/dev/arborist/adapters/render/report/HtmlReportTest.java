package dev.arborist.adapters.render.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.domain.validation.regression.Change;
import dev.arborist.domain.validation.report.Judge;
import dev.arborist.domain.validation.report.JudgeRules;
import dev.arborist.domain.validation.report.Judgement;
import dev.arborist.domain.validation.report.Laboratory;
import dev.arborist.domain.validation.report.Origin;
import dev.arborist.domain.validation.report.Regressions;
import dev.arborist.domain.validation.report.Verdict;
import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.requirement.Metric;
import dev.arborist.domain.validation.requirement.Quantity;
import dev.arborist.domain.validation.requirement.Requirement;
import dev.arborist.domain.validation.requirement.WhenInconclusive;
import dev.arborist.domain.validation.sample.Series;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The report as a page. */
class HtmlReportTest {

  static Verdict empty() {
    return new Verdict(
        Origin.at(Instant.EPOCH),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        null,
        List.of(),
        List.of());
  }

  private static List<Verdict> all() {
    return List.of(
        Examinations.realistic(),
        Examinations.large(70, 30),
        Examinations.hostile(),
        empty(),
        Duets.verdict(Duets.realistic()),
        Duets.verdict(Duets.unchanged(40)),
        Duets.verdict(Duets.hostile()));
  }

  private static String html(Verdict verdict) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Reports.html().render(verdict, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Document page(Verdict verdict) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(html(verdict).getBytes(StandardCharsets.UTF_8)));
  }

  private static List<Element> elements(Document page, String tag) {
    NodeList found = page.getElementsByTagName(tag);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  @Test
  void thePageIsWellFormedAndHasNothingToRunOrToLoad() throws Exception {
    for (Verdict verdict : all()) {
      Document page = page(verdict);
      for (String tag : List.of("script", "link", "img", "iframe", "object", "form", "base")) {
        assertEquals(0, page.getElementsByTagName(tag).getLength(), tag);
      }
      Element policy = elements(page, "meta").get(1);
      assertEquals("Content-Security-Policy", policy.getAttribute("http-equiv"));
      assertEquals("default-src 'none'; style-src 'unsafe-inline'", policy.getAttribute("content"));
      for (Element element : elements(page, "*")) {
        assertFalse(element.hasAttribute("src") || element.hasAttribute("onclick"));
      }
      assertFalse(elements(page, "style").get(0).getTextContent().contains("url("));
    }
  }

  @Test
  void theSameVerdictGivesTheSamePage() throws IOException {
    assertEquals(html(Examinations.realistic()), html(Examinations.realistic()));
  }

  @Test
  void everyRequirementHasOneSectionAndOneRowAndItsVerdictInWords() throws Exception {
    Verdict verdict = Examinations.realistic();
    Document page = page(verdict);
    List<Judgement> judgements = verdict.judgements();
    for (int i = 0; i < judgements.size(); i++) {
      String id = judgements.get(i).requirement().id();
      Element section = section(page, "r" + (i + 1));
      Element summary = (Element) section.getElementsByTagName("summary").item(0);
      assertTrue(summary.getTextContent().startsWith(id + ": "), summary.getTextContent());
      String word = Figures.outcome(judgements.get(i).outcome());
      assertTrue(summary.getTextContent().contains(word), summary.getTextContent());
      boolean passed = word.equals("PASS");
      assertEquals(!passed, section.hasAttribute("open"), "what did not pass is unfolded");
      long headings =
          elements(page, "h3").stream()
              .filter(heading -> heading.getTextContent().startsWith(id + ": "))
              .count();
      assertEquals(1, headings, id);
    }
    NodeList rows = section(page, "requirements").getElementsByTagName("tr");
    assertEquals(judgements.size() + 1, rows.getLength());
  }

  private static Element section(Document page, String id) {
    return elements(page, "*").stream()
        .filter(element -> element.getAttribute("id").equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("nothing has the id " + id));
  }

  @Test
  void everyLinkLeadsSomewhereAndNoIdIsGivenTwice() throws Exception {
    for (Verdict verdict : all()) {
      Document page = page(verdict);
      TreeSet<String> ids = new TreeSet<>();
      for (Element element : elements(page, "*")) {
        String id = element.getAttribute("id");
        assertTrue(id.isEmpty() || ids.add(id), id);
      }
      for (Element link : elements(page, "a")) {
        assertTrue(ids.contains(link.getAttribute("href").substring(1)));
      }
    }
  }

  @Test
  void aScreenReaderFindsHeadingsAndKnowsTablesAndPlots() throws Exception {
    for (Verdict verdict : all()) {
      Document page = page(verdict);
      assertEquals(1, elements(page, "h1").size());
      assertEquals(verdict.holdsOnlyDuet() ? 3 : 12, elements(page, "h2").size());
      for (Element heading : elements(page, "th")) {
        assertFalse(heading.getAttribute("scope").isEmpty(), heading.getTextContent());
      }
      for (Element svg : elements(page, "svg")) {
        Element around = (Element) svg.getParentNode();
        boolean hidden =
            around.getAttribute("aria-hidden").equals("true")
                || svg.getAttribute("aria-hidden").equals("true");
        boolean titled = svg.getElementsByTagName("title").getLength() == 1;
        assertTrue(hidden || (titled && svg.getAttribute("role").equals("img")));
      }
    }
  }

  @Test
  void whatStrangersWroteIsOnlyShown() throws Exception {
    for (Verdict hostile : List.of(Examinations.hostile(), Duets.verdict(Duets.hostile()))) {
      String html = html(hostile);
      assertFalse(html.contains("<script"));
      for (char control : new char[] {'\u0000', '\u001b', '\u202e'}) {
        assertEquals(-1, html.indexOf(control));
      }
      assertTrue(html.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;it&#39;s&quot;"));
      assertTrue(html.contains("&lt;U+202E&gt;gnp.exe"));
    }
  }

  @Test
  void whatWasNotMeasuredIsSaid() throws IOException {
    String html = html(empty());
    for (String sentence :
        List.of(
            "Nothing was measured, so nothing is proven.",
            "No requirement was judged.",
            "No memory was measured.",
            "No benchmark ran at three sizes or more.",
            "Nothing was repeated.",
            "Nothing was repeated in batches to look for leaks.",
            "There is no baseline to compare with.",
            "No stage was timed and nothing was profiled.",
            "No benchmark was run.",
            "Nothing is known of the machine.")) {
      assertTrue(html.contains(sentence), sentence);
    }
  }

  @Test
  void figuresCarryUnitsAndTheFitIsSaidInWords() throws Exception {
    Document page = page(Examinations.realistic());
    String growth = section(page, "scalability").getTextContent();
    assertTrue(growth.contains("The time grows as tasks does."), growth);
    assertTrue(growth.contains("with 98 % confidence the exponent lies between"), growth);
    String stages = section(page, "components").getTextContent();
    assertTrue(stages.contains("query") && stages.contains("org.sqlite.core.NativeDB.step"));
    String determinism = section(page, "determinism").getTextContent();
    assertTrue(determinism.contains("DeterminismProbe.flaky2683.3 %✗ differs"), determinism);
    String undecided = section(page, "r6").getTextContent();
    assertTrue(undecided.contains("launch more often"), undecided);
    assertTrue(section(page, "r15").getTextContent().contains("shown under Scalability"));
  }

  @Test
  void whatTheLaboratoryMissedStandsBeforeWhatItDid() throws Exception {
    String failed = section(page(Examinations.realistic()), "laboratory").getTextContent();
    assertTrue(failed.contains("✗ failed"), failed);
    assertTrue(failed.contains("99 tests passed, 1 failed and 1 could not be run"), failed);
    assertTrue(failed.contains("1 of 2 planted faults were found"), failed);
    assertTrue(failed.contains("planted and not found: a commit that nobody hears of"), failed);
    assertTrue(failed.indexOf("not done: damage") < failed.indexOf("1,071 kills, 12 failures"));
    Verdict verdict = empty().besides(Laboratories.confirmed());
    String confirmed = section(page(verdict), "laboratory").getTextContent();
    assertTrue(confirmed.contains("✓ confirmed"), confirmed);
    assertTrue(confirmed.contains("60 runs in all: 100 % passed."), confirmed);
    Verdict without = empty().besides(Laboratory.notRun("there is no report"));
    String none = section(page(without), "laboratory").getTextContent();
    assertTrue(none.contains("? not run"), none);
    assertTrue(none.contains("Nothing is known of what was measured: there is no report."), none);
  }

  @Test
  void leaksAreCountedAndDrawnAndTheirSuspectsNamed() throws Exception {
    Element leaks = section(page(Examinations.realistic()), "leaks");
    Element table = (Element) leaks.getElementsByTagName("table").item(0);
    assertEquals(1 + 3, table.getElementsByTagName("tr").getLength());
    Element leaky = (Element) table.getElementsByTagName("tr").item(1);
    String shown = leaky.getTextContent();
    assertTrue(shown.startsWith("LeakProbe.watchAndForget✗ leaks2 of 3"), shown);
    assertTrue(shown.contains("B/op"), shown);
    assertTrue(table.getElementsByTagName("tr").item(2).getTextContent().contains("no leak0 of 3"));
    assertEquals(3, leaks.getElementsByTagName("svg").getLength());
    Element plot = (Element) leaks.getElementsByTagName("svg").item(0);
    assertEquals(3, plot.getElementsByTagName("path").getLength(), "a line for each launch");
    assertEquals(90, plot.getElementsByTagName("circle").getLength());
    assertTrue(leaks.getTextContent().contains("+1.12 MB+20,000dev.arborist.domain.task.Task"));
    String memory = section(page(Examinations.realistic()), "memory").getTextContent();
    assertFalse(memory.contains("LeakProbe"), "live bytes are judged, not averaged");
  }

  @Test
  void theComparisonHasARowForEachBenchmarkWithTheRegressedAtTheTop() throws Exception {
    Verdict verdict = Examinations.realistic();
    Regressions regressions = Objects.requireNonNull(verdict.regressions());
    Element section = section(page(verdict), "regressions");
    int benchmarks = regressions.comparison().benchmarks().size();
    int regressed = regressions.comparison().count(Change.REGRESSED);
    assertTrue(regressed > 0 && regressions.comparison().count(Change.IMPROVED) > 0);
    String folded = ((Element) section.getElementsByTagName("details").item(0)).getTextContent();
    assertTrue(
        folded.startsWith("Unchanged " + regressions.comparison().count(Change.UNCHANGED)), folded);
    List<String> rows = new ArrayList<>();
    NodeList found = section.getElementsByTagName("tr");
    for (int i = 0; i < found.getLength(); i++) {
      rows.add(found.item(i).getTextContent());
    }
    rows.removeIf(row -> row.startsWith("Benchmark"));
    assertEquals(benchmarks, rows.size());
    assertTrue(rows.subList(0, regressed).stream().allMatch(row -> row.contains("✗ regressed")));
    assertEquals(benchmarks, section.getElementsByTagName("svg").getLength());
    String text = section.getTextContent();
    assertTrue(text.contains("run 0007 (2026-03-01T03:00:00Z, commit 77aa0c1d2e)"), text);
    assertTrue(text.contains("Only in the baseline1 benchmark: GoneBenchmark.run size=10"), text);
    assertTrue(text.contains("median:25%: "), text);
    assertTrue(text.contains("Rulesmedian:25%, regressed"), text);
  }

  @Test
  void whatKeepsTheRunsFromBeingComparedIsSaidFirst() throws Exception {
    Element section = section(page(Examinations.hostile()), "regressions");
    Element notice = (Element) section.getElementsByTagName("div").item(0);
    assertEquals("notice undecided", notice.getAttribute("class"));
    assertTrue(notice.getTextContent().startsWith("Not comparable, so it gates nothing"));
  }

  @Test
  void manyBenchmarksAreFoldedByTheirClasses() throws Exception {
    Document page = page(Examinations.large(1_000, 80));
    Element benchmarks = section(page, "benchmarks");
    assertEquals(40, benchmarks.getElementsByTagName("details").getLength());
    assertEquals(1_000 + 40, benchmarks.getElementsByTagName("tr").getLength());
    assertEquals(1_000, benchmarks.getElementsByTagName("svg").getLength());
  }

  @Test
  void valuesThatAreNoNumbersDoNotBreakThePage() throws Exception {
    List<List<Double>> launches =
        List.of(
            List.of(Double.NaN, 1.0),
            List.of(Double.POSITIVE_INFINITY),
            List.of(0.0, 0.0),
            List.of(Double.NEGATIVE_INFINITY, 5.0));
    List<Series> series = new ArrayList<>();
    List<Requirement> requirements = new ArrayList<>();
    for (String metric :
        List.of("mean ns", "max ns", "retained B", "growth %", "passRate %", "counter:n")) {
      Metric measured = Metric.parse(metric.split(" ", 2)[0]);
      String unit = metric.contains(" ") ? metric.split(" ", 2)[1] : "";
      Quantity limit = Quantity.parse(("0 " + unit).strip());
      Dimension dimension = limit.unit().dimension();
      series.add(new Series("B.run", new TreeMap<>(), measured.measure(), "", dimension, launches));
      series.add(
          new Series(
              "B.zero",
              new TreeMap<>(),
              measured.measure(),
              "",
              dimension,
              List.of(List.of(0.0, 0.0))));
      for (String benchmark : List.of("B.run", "B.zero")) {
        requirements.add(
            new Requirement(
                metric + benchmark,
                "t",
                benchmark,
                new TreeMap<>(),
                measured,
                limit,
                null,
                WhenInconclusive.WARN));
      }
    }
    series.add(new Series("B.run", new TreeMap<>(), "stage:x", "", Dimension.TIME, launches));
    Judge judge = new Judge(series, JudgeRules.ONE_LOOK);
    Verdict verdict =
        new Verdict(
            Origin.at(Instant.EPOCH),
            requirements.stream().map(judge::judge).toList(),
            series,
            List.of(),
            List.of(),
            List.of(),
            null,
            null,
            null,
            List.of(),
            List.of());
    assertEquals(12, elements(page(verdict), "h2").size());
  }
}
