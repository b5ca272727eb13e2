package dev.arborist.adapters.render.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.arborist.application.port.out.ReportRenderer;
import dev.arborist.domain.validation.regression.Comparison;
import dev.arborist.domain.validation.regression.ComparisonSettings;
import dev.arborist.domain.validation.report.Fact;
import dev.arborist.domain.validation.report.FailRule;
import dev.arborist.domain.validation.report.Gate;
import dev.arborist.domain.validation.report.Judge;
import dev.arborist.domain.validation.report.JudgeRules;
import dev.arborist.domain.validation.report.Judgement;
import dev.arborist.domain.validation.report.Laboratory;
import dev.arborist.domain.validation.report.Origin;
import dev.arborist.domain.validation.report.Outcome;
import dev.arborist.domain.validation.report.RegressionAnalysis;
import dev.arborist.domain.validation.report.Regressions;
import dev.arborist.domain.validation.report.Verdict;
import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.requirement.Metric;
import dev.arborist.domain.validation.requirement.Quantity;
import dev.arborist.domain.validation.requirement.Requirement;
import dev.arborist.domain.validation.requirement.WhenInconclusive;
import dev.arborist.domain.validation.requirement.Yardstick;
import dev.arborist.domain.validation.sample.Series;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReportsTest {

  private static Requirement requirement(String id, String metric, String limit) {
    return new Requirement(
        id,
        "It is | fast",
        "B.run",
        new TreeMap<>(),
        Metric.parse(metric),
        Quantity.parse(limit),
        null,
        WhenInconclusive.FAIL);
  }

  private static Verdict verdict(String timeLimit) {
    List<Series> series = new ArrayList<>();
    for (int tasks : new int[] {10, 100, 1_000}) {
      double nanos = tasks * 1e4;
      series.add(
          new Series(
              "x.B.run",
              new TreeMap<>(Map.of("tasks", String.valueOf(tasks))),
              "score",
              "avgt",
              Dimension.TIME,
              List.of(
                  List.of(nanos, nanos * 1.01),
                  List.of(nanos * 0.99, nanos),
                  List.of(nanos, nanos))));
    }
    series.add(
        new Series(
            "x.B.run",
            new TreeMap<>(),
            "passRate",
            "",
            Dimension.SHARE,
            List.of(List.of(100.0, 100.0))));
    series.add(
        new Series(
            "x.B.run",
            new TreeMap<>(),
            "retained",
            "",
            Dimension.SIZE,
            List.of(List.of(64.0), List.of(65.0))));
    series.add(
        new Series(
            RegressionAnalysis.RULERS + "cpu",
            new TreeMap<>(),
            "score",
            "",
            Dimension.TIME,
            List.of(List.of(5.0), List.of(5.0), List.of(5.0))));
    Judge judge = new Judge(series, JudgeRules.ONE_LOOK);
    List<Judgement> judgements =
        List.of(
            judge.judge(requirement("NFR001", "mean", timeLimit)),
            judge.judge(requirement("NFR002", "passRate", "100 %")),
            judge.judge(requirement("NFR003", "retained", "120 B")));
    return new Verdict(
        Origin.at(Instant.parse("2026-01-01T00:00:00Z")),
        judgements,
        series,
        judge.scalings(),
        List.of(),
        List.of(),
        null,
        null,
        null,
        List.of(new Fact("CPU", "two of them")),
        List.of("the machine was busy"));
  }

  private static String render(ReportRenderer renderer, Verdict verdict) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    renderer.render(verdict, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static List<ReportRenderer> all() {
    return List.of(
        Reports.markdown(),
        Reports.html(),
        Reports.junit(),
        Reports.deliverable(true),
        Reports.github(),
        Reports.console());
  }

  @Test
  void theSameVerdictGivesTheSameBytes() throws IOException {
    for (ReportRenderer renderer : all()) {
      assertArrayEquals(
          render(renderer, verdict("100 ms")).getBytes(StandardCharsets.UTF_8),
          render(renderer, verdict("100 ms")).getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void theConsoleNamesWhatIsNotMet() throws IOException {
    String met = render(Reports.console(), verdict("100 ms"));
    assertTrue(met.contains("All 3 requirements are met."), met);
    assertTrue(met.contains("warning: the machine was busy"), met);
    String missed = render(Reports.console(), verdict("1 us"));
    assertTrue(missed.contains("FAIL NFR001: It is | fast; target ≤ 1 us, actual 10"), missed);
    assertTrue(missed.contains("1 of 3 requirements failed."), missed);
  }

  @Test
  void theMarkdownHasASectionForEachRequirementAndForEachKindOfEvidence() throws IOException {
    String text = render(Reports.markdown(), verdict("100 ms"));
    for (String heading :
        List.of(
            "# Performance Validation Report",
            "## NFR001: It is | fast",
            "## Memory",
            "## Scalability",
            "## Determinism",
            "## Leaks",
            "## Component breakdown and bottlenecks",
            "## Benchmarks",
            "## Regressions against the baseline",
            "## Environment",
            "## Conclusion")) {
      assertTrue(text.contains(heading + "\n"), heading);
    }
    assertTrue(text.contains("| It is \\| fast |"), "a bar does not end a cell");
    assertTrue(text.contains("| linear |"), text);
    assertTrue(text.contains("- CPU: two of them\n"), text);
  }

  @Test
  void theMarkdownTellsOfLeaksBottlenecksAndRegressions() throws IOException {
    Verdict verdict = Examinations.realistic();
    String text = render(Reports.markdown(), verdict);
    assertTrue(text.contains("| LeakProbe.watchAndForget | leaks | 2 of 3 |"), text);
    assertTrue(text.contains("- `dev.arborist.domain.task.Task`: +1.12 MB, +20,000 objects"), text);
    assertTrue(text.contains("| TreeBenchmark.queryLayoutRender tasks=100 | query |"), text);
    assertTrue(text.contains("- 41.3 % `org.sqlite.core.NativeDB.step`\n"), text);
    assertTrue(
        text.contains("**TreeBenchmark.queryLayoutRender tasks=1000**, 2,431 samples"), text);
    assertTrue(text.contains("| REGRESSED |"), text);
    assertTrue(text.contains("- **FAIL** median:25%: "), text);
    assertTrue(text.contains("- Only in the baseline: GoneBenchmark.run size=10 (avgt)\n"), text);
    assertTrue(text.contains("| other.CacheBenchmark.walk |"), text);
    assertTrue(text.contains("| 400 → 800 (nᵏ with k = "), text);
    assertFalse(text.contains("\n\n\n"), "one empty line is enough");
  }

  @Test
  void whatStrangersWroteIsNoMarkdown() throws IOException {
    String text = render(Reports.markdown(), Examinations.hostile());
    for (char control : new char[] {'\u0000', '\u001b', '\u202e'}) {
      assertEquals(-1, text.indexOf(control));
    }
    String outsideOfCode = text.replaceAll("`[^`]*`", "");
    assertFalse(outsideOfCode.matches("(?s).*[^\\\\]<.*"), outsideOfCode);
    assertFalse(outsideOfCode.contains(" & "), outsideOfCode);
  }

  @Test
  void markupInTextsIsOnlyShown() {
    String text = new Markdown().text("# a_b _c_ [x](y) *z* `q` \\ | ~~s~~").page().toString();
    assertEquals("\\# a_b \\_c\\_ \\[x\\](y) \\*z\\* \\`q\\` \\\\ | \\~\\~s\\~\\~", text);
    assertEquals("| a\\|b |\n", new Markdown().row("a|b").page().toString());
    assertEquals("``a`b``", new Markdown().code("a`b").page().toString());
    assertEquals("`` `a ``", new Markdown().code("`a").page().toString());
  }

  @Test
  void theConsoleSaysWhatRegressedAndNotTheWholeComparison() throws IOException {
    Verdict verdict = Examinations.realistic();
    String text = render(Reports.console(), verdict);
    assertTrue(text.contains("\nCompared with run 0007 (2026-03-01T03:00:00Z"), text);
    assertTrue(text.contains("\nREGRESSED "), text);
    assertTrue(text.contains("\nIMPROVED "), text);
    assertTrue(text.contains("\nFAIL median:25%: "), text);
    assertFalse(text.contains("UNCHANGED"), text);
    assertTrue(text.endsWith(" inconclusive. A rule is met, so it fails.\n"), text);
    String hostile = render(Reports.console(), Examinations.hostile());
    for (char control : new char[] {'\u0000', '\u001b', '\u202e'}) {
      assertEquals(-1, hostile.indexOf(control));
    }
    assertTrue(hostile.contains("\nnot comparable, so it gates nothing: <script>"), hostile);
  }

  @Test
  void theDeliverableIsJsonAndHoldsTheFigures() throws IOException {
    Map<String, String> deliverable = fields(render(Reports.deliverable(true), verdict("100 ms")));
    assertEquals("success", deliverable.get("execution_status/status"));
    assertEquals("arborist", deliverable.get("execution_status/agent_name"));
    assertEquals("1", deliverable.get("deliverables/performance_tests/benchmark_count"));
    assertEquals("2", deliverable.get("deliverables/determinism_tests/run_count"));
    assertEquals("100.0", deliverable.get("deliverables/determinism_tests/pass_rate"));
    assertEquals("0", deliverable.get("deliverables/determinism_tests/flaky_tests_detected"));
    assertEquals("linear", deliverable.get("deliverables/scalability_tests/scaling_behavior"));
    assertEquals("PASS", deliverable.get("nfr_validation_results/NFR001/status"));
    assertEquals("≤ 100 ms", deliverable.get("nfr_validation_results/NFR001/target"));
    assertEquals("3", deliverable.get("benchmark_summary/total_benchmarks"));
    assertEquals("accept", deliverable.get("orchestration_context/next_recommended_action"));
  }

  private static Series series(
      String benchmark, String measure, String mode, Dimension dimension, double value) {
    return sized(benchmark, Map.of(), measure, mode, dimension, value);
  }

  private static Series sized(
      String benchmark,
      Map<String, String> params,
      String measure,
      String mode,
      Dimension dimension,
      double value) {
    return new Series(
        benchmark,
        new TreeMap<>(params),
        measure,
        mode,
        dimension,
        List.of(List.of(value), List.of(value * 1.01), List.of(value * 0.99)));
  }

  /** What an examination of these series finds. */
  private static Verdict examined(List<Series> series, Requirement... requirements) {
    Judge judge = new Judge(series, JudgeRules.ONE_LOOK);
    return new Verdict(
        Origin.at(Instant.EPOCH),
        Arrays.stream(requirements).map(judge::judge).toList(),
        series,
        judge.scalings(),
        List.of(),
        List.of(),
        null,
        null,
        null,
        List.of(),
        List.of());
  }

  @Test
  void theDeliverableCountsRatesAndLeaksAndTellsTheFastestGrowth() throws IOException {
    List<Series> series = new ArrayList<>();
    series.add(series("x.R.run", "score", "thrpt", Dimension.RATE, 1_000));
    series.add(series("x.B.run", "retained", "", Dimension.SIZE, 64));
    series.add(series("x.B.run", "live", "", Dimension.SIZE, 64));
    for (int n : new int[] {10, 100, 1_000, 10_000}) {
      Map<String, String> size = Map.of("size", String.valueOf(n));
      series.add(sized("x.A.run", size, "score", "avgt", Dimension.TIME, 100.0 * n));
      series.add(sized("x.C.run", size, "score", "avgt", Dimension.TIME, (double) n * n));
    }
    Verdict verdict =
        examined(
            series, requirement("NFR1", "retained", "1 kB"), requirement("NFR2", "leak", "8 B"));
    assertEquals(Outcome.PASS, verdict.judgements().get(0).outcome());
    assertEquals(Outcome.FAIL, verdict.judgements().get(1).outcome());
    Map<String, String> told = fields(render(Reports.deliverable(true), verdict));
    assertEquals("3", told.get("deliverables/performance_tests/benchmark_count"));
    assertEquals("2", told.get("deliverables/memory_tests/test_count"));
    assertEquals("false", told.get("deliverables/memory_tests/memory_targets_validated"));
    assertEquals("quadratic", told.get("deliverables/scalability_tests/scaling_behavior"));
  }

  @Test
  void whatKeepsItsLimitByBeingLessThanNothingIsShownSo() throws IOException {
    Series less = series("x.B.run", "counter:balance", "avgt", Dimension.NUMBER, -4);
    Verdict verdict = examined(List.of(less), requirement("NFR1", "counter:balance", "10"));
    assertTrue(render(Reports.console(), verdict).contains("∞"));
    String page = render(Reports.html(), verdict);
    assertTrue(page.contains("the limit is kept"), page);
    assertFalse(page.contains("beyond the limit"), page);
  }

  @Test
  void thePageTellsTheModesOfABenchmarkApart() throws IOException {
    List<Series> series =
        List.of(
            series("x.B.run", "score", "avgt", Dimension.TIME, 400),
            series("x.B.run", "bytesPerOp", "avgt", Dimension.SIZE, 24),
            series("x.B.run", "score", "sample", Dimension.TIME, 410),
            series("x.B.run", "bytesPerOp", "sample", Dimension.SIZE, 88));
    String page = render(Reports.html(), examined(series));
    assertTrue(page.contains(">24 B<"), page);
    assertTrue(page.contains(">88 B<"), page);
  }

  @Test
  void ratesAreNoEvidenceOfARatio() {
    List<Series> series =
        List.of(
            series("x.B.run", "score", "avgt", Dimension.TIME, 400),
            series("x.B.run", "score", "thrpt", Dimension.RATE, 250),
            series("x.Raw.run", "score", "avgt", Dimension.TIME, 100),
            series("x.Raw.run", "score", "thrpt", Dimension.RATE, 1_000));
    Requirement atMost =
        new Requirement(
            "NFR1",
            "t",
            "B.run",
            new TreeMap<>(),
            Metric.parse("mean"),
            Quantity.parse("5"),
            new Yardstick("Raw.run", new TreeMap<>()),
            WhenInconclusive.FAIL);
    Verdict verdict = examined(series, atMost);
    Evidence evidence = Evidence.of(verdict.judgements().get(0), verdict);
    assertEquals(1, evidence.groups().size());
    assertEquals(4, evidence.groups().get(0).values().get(0), 0.1);
  }

  @Test
  void theDeliverableSaysWhatTheLaboratoryFound() throws IOException {
    String at = "deliverables/determinism_tests/laboratory";
    Verdict verdict = verdict("100 ms");
    Map<String, String> without = fields(render(Reports.deliverable(true), verdict));
    assertEquals("null", without.get(at));
    assertEquals("true", without.get("orchestration_context/determinism_confirmed"));
    Map<String, String> confirmed = laboratory(verdict, Laboratories.confirmed());
    assertEquals("confirmed", confirmed.get(at + "/status"));
    assertEquals("60", confirmed.get(at + "/run_count"));
    assertEquals("100.0", confirmed.get(at + "/pass_rate"));
    assertEquals("1", confirmed.get(at + "/planted_faults_found"));
    Map<String, String> failed = laboratory(verdict, Laboratories.failed(""));
    assertEquals("failed", failed.get(at + "/status"));
    assertEquals("95.0", failed.get(at + "/pass_rate"));
    assertEquals("1", failed.get(at + "/flaky_tests_detected"));
    assertEquals("2", failed.get(at + "/planted_faults"));
    assertEquals("false", failed.get("orchestration_context/determinism_confirmed"));
    Map<String, String> none = laboratory(verdict, Laboratory.notRun("another commit"));
    assertEquals("not run", none.get(at + "/status"));
    assertEquals("another commit", none.get(at + "/reason"));
    assertEquals("null", none.get(at + "/pass_rate"));
    assertEquals("true", none.get("orchestration_context/determinism_confirmed"));
  }

  private static Map<String, String> laboratory(Verdict verdict, Laboratory laboratory)
      throws IOException {
    return fields(render(Reports.deliverable(true), verdict.besides(laboratory)));
  }

  @Test
  void theLaboratoryStandsInTheReportAndByItself() throws IOException {
    Laboratory laboratory = Laboratories.incomplete();
    String alone = Reports.markdown(laboratory);
    assertTrue(alone.startsWith("# Determinism and crash laboratory\n\n**incomplete**\n"), alone);
    assertTrue(alone.contains("\n- could not be run: strace: missing\n- not done: calls\n"), alone);
    assertTrue(alone.contains("\n| calls | 1,071 kills, 12 failures |\n"), alone);
    String report = render(Reports.markdown(), verdict("1 s").besides(laboratory));
    String section = alone.substring(alone.indexOf("**incomplete**"));
    assertTrue(report.contains("## Laboratory\n\n" + section), report);
  }

  @Test
  void aPerfectResultAndARunWithoutRequirementsAreReported() throws IOException {
    Series none =
        new Series(
            "x.B.run", new TreeMap<>(), "growth", "", Dimension.SHARE, List.of(List.of(0.0)));
    Verdict perfect = examined(List.of(none), requirement("NFR001", "growth", "20 %"));
    for (ReportRenderer renderer : all()) {
      assertFalse(render(renderer, perfect).isEmpty());
    }
    assertTrue(render(Reports.console(), perfect).contains("∞"));
    Verdict measured =
        new Verdict(
            Origin.at(Instant.EPOCH),
            List.of(),
            verdict("1 s").series(),
            List.of(),
            List.of(),
            List.of(),
            null,
            null,
            null,
            List.of(),
            List.of());
    Map<String, String> deliverable = fields(render(Reports.deliverable(true), measured));
    assertEquals("measured", deliverable.get("execution_status/status"));
    assertEquals("false", deliverable.get("orchestration_context/performance_validated"));
  }

  /** The verdict beside an earlier run of which every time was so many times as long. */
  private static Verdict compared(Verdict now, double factor, List<String> obstacles) {
    List<Series> old = new ArrayList<>();
    for (Series one : now.series()) {
      List<List<Double>> launches =
          one.launches().stream()
              .map(launch -> launch.stream().map(value -> value * factor).toList())
              .toList();
      old.add(
          new Series(
              one.benchmark(), one.params(), one.measure(), one.mode(), one.dimension(), launches));
    }
    Verdict baseline =
        new Verdict(
            now.origin(),
            List.of(),
            old,
            List.of(),
            List.of(),
            List.of(),
            null,
            null,
            null,
            List.of(),
            List.of());
    Regressions found =
        RegressionAnalysis.of(
            "old.json",
            baseline,
            now,
            ComparisonSettings.standard(),
            List.of(FailRule.parse("median:5%"), FailRule.parse("median:900%")));
    return now.comparedWith(
        new Regressions(
            found.baselineName(),
            found.baseline(),
            found.comparison(),
            found.values(),
            found.uncomparable(),
            found.missing(),
            found.added(),
            found.notes(),
            obstacles,
            found.rules(),
            found.met()));
  }

  @Test
  void aRuleThatIsMetIsAFailureInEveryFormat() throws IOException {
    Verdict slower = compared(verdict("100 ms"), 0.5, List.of());
    assertEquals(Gate.FAILED, slower.gate());
    Map<String, String> deliverable = fields(render(Reports.deliverable(true), slower));
    assertEquals("failure", deliverable.get("execution_status/status"));
    assertEquals("false", deliverable.get("benchmark_summary/all_benchmarks_passed"));
    assertEquals("true", deliverable.get("benchmark_summary/regression_detected"));
    assertEquals("false", deliverable.get("orchestration_context/performance_validated"));
    assertEquals(
        "fix what regressed and run again",
        deliverable.get("orchestration_context/next_recommended_action"));
    String sentence = "All 3 requirements are met. The comparison with the baseline failed.";
    for (ReportRenderer renderer : List.of(Reports.console(), Reports.markdown(), Reports.html())) {
      assertTrue(render(renderer, slower).contains(sentence), sentence);
    }
    Verdict foreign = compared(verdict("100 ms"), 0.5, List.of("another machine"));
    deliverable = fields(render(Reports.deliverable(true), foreign));
    assertEquals("failure", deliverable.get("execution_status/status"));
    assertTrue(render(Reports.html(), foreign).contains("baseline decided no rule."));
    Verdict same = compared(verdict("100 ms"), 1, List.of());
    deliverable = fields(render(Reports.deliverable(true), same));
    assertEquals("success", deliverable.get("execution_status/status"));
    assertEquals("true", deliverable.get("orchestration_context/performance_validated"));
    assertEquals("false", deliverable.get("benchmark_summary/regression_detected"));
    assertFalse(render(Reports.console(), same).contains("The comparison with"));
  }

  @Test
  void noRegressionIsDeniedWhereNothingWasCompared() throws IOException {
    Verdict alone = verdict("100 ms");
    Verdict strange = besideAnother(alone, List.of(), List.of());
    for (Verdict verdict : List.of(alone, strange)) {
      String deliverable = render(Reports.deliverable(true), verdict);
      assertTrue(deliverable.contains("\"regression_detected\" : null"), deliverable);
    }
  }

  /** The verdict beside a run that has no benchmark in common with it. */
  private static Verdict besideAnother(
      Verdict now, List<FailRule> rules, List<Regressions.RuleMet> met) {
    return now.comparedWith(
        new Regressions(
            "other.json",
            now.origin(),
            new Comparison(List.of(), ComparisonSettings.standard()),
            List.of(),
            List.of(),
            List.of("y.C.run avgt"),
            List.of("x.B.run avgt"),
            List.of(),
            List.of(),
            rules,
            met));
  }

  /** Of one launch each nothing is certain, and a rule on the median is met all the same. */
  @Test
  void aRuleThatIsMetIsARegression() throws IOException {
    FailRule rule = FailRule.parse("median:5%");
    var met = new Regressions.RuleMet(rule, "x.B.run avgt", 30);
    Verdict slower = besideAnother(verdict("100 ms"), List.of(rule), List.of(met));
    String deliverable = render(Reports.deliverable(true), slower);
    assertTrue(deliverable.contains("\"regression_detected\" : true"), deliverable);
  }

  @Test
  void aLimitThatASlowerMachineMissedIsNotCalledTooNear() throws IOException {
    Requirement aim =
        new Requirement(
            "AIM",
            "It is fast",
            "B.run",
            new TreeMap<>(),
            Metric.parse("mean"),
            Quantity.parse("1000 ns"),
            null,
            WhenInconclusive.WARN);
    Series measured = series("x.B.run", "score", "avgt", Dimension.TIME, 1_500);
    Verdict slow =
        examined(List.of(measured, ruler(170)), aim).withAimsOf(examined(List.of(ruler(100))));
    assertEquals(Outcome.INCONCLUSIVE, slow.judgements().get(0).outcome());
    String page = render(Reports.html(), slow);
    assertTrue(
        page.contains(
            "The limit was missed on a machine slower than the one that it was set on."
                + " This is an aim: it fails nothing."),
        page);
    assertFalse(page.contains("could only be told"), page);
  }

  private static Series ruler(double nanos) {
    return series(RegressionAnalysis.RULERS + "cpu", "score", "", Dimension.TIME, nanos);
  }

  @Test
  void everyRuleIsATestCase() throws IOException {
    String met = render(Reports.junit(), compared(verdict("100 ms"), 0.5, List.of()));
    assertTrue(met.contains("tests=\"5\" failures=\"1\""), met);
    assertTrue(met.contains("name=\"No benchmark meets median:5%\" time=\"0\">\n"), met);
    assertTrue(met.contains("name=\"No benchmark meets median:900%\" time=\"0\"/>"), met);
    assertTrue(met.contains("got 100 % worse"), met);
    String foreign =
        render(Reports.junit(), compared(verdict("100 ms"), 0.5, List.of("another machine")));
    assertTrue(foreign.contains("tests=\"5\" failures=\"2\""), foreign);
    assertTrue(foreign.contains("message=\"not decided: "), foreign);
    assertTrue(foreign.contains("another machine</failure>"), foreign);
    String same = render(Reports.junit(), compared(verdict("100 ms"), 1, List.of()));
    assertTrue(same.contains("tests=\"5\" failures=\"0\""), same);
  }

  @Test
  void whatIsToleratedUndecidedEndsWellAndIsNotValidated() throws IOException {
    Verdict tolerated = Examinations.large(5, 0);
    Series series = tolerated.series().get(0);
    Requirement aim =
        new Requirement(
            "AIM",
            "It is fast",
            series.benchmark(),
            new TreeMap<>(),
            Metric.parse("mean"),
            Figures.quantity(Figures.launches(series).mean(), series),
            null,
            WhenInconclusive.WARN);
    Judge judge = new Judge(tolerated.series(), JudgeRules.ONE_LOOK);
    Verdict verdict =
        new Verdict(
            tolerated.origin(),
            List.of(judge.judge(aim)),
            tolerated.series(),
            List.of(),
            List.of(),
            List.of(),
            null,
            null,
            null,
            List.of(),
            List.of());
    assertEquals(Gate.PASSED, verdict.gate());
    Map<String, String> deliverable = fields(render(Reports.deliverable(true), verdict));
    assertEquals("success", deliverable.get("execution_status/status"));
    assertEquals("false", deliverable.get("orchestration_context/performance_validated"));
  }

  @Test
  void anEmptyRunIsAFailureInEveryFormat() throws IOException {
    Verdict empty =
        new Verdict(
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
    assertTrue(render(Reports.console(), empty).contains("Nothing was measured"));
    assertTrue(render(Reports.markdown(), empty).contains("Nothing was measured"));
    Map<String, String> deliverable = fields(render(Reports.deliverable(true), empty));
    assertEquals("failure", deliverable.get("execution_status/status"));
    assertFalse(
        Boolean.parseBoolean(deliverable.get("orchestration_context/performance_validated")));
  }

  /** Scalars by their path; of an array's elements the first wins. */
  private static Map<String, String> fields(String json) throws IOException {
    Map<String, String> fields = new TreeMap<>();
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token.isScalarValue()) {
          String path = parser.getParsingContext().pathAsPointer(false).toString();
          fields.putIfAbsent(path.replaceAll("/[0-9]+", "").substring(1), parser.getText());
        }
      }
    }
    return fields;
  }

  @Test
  void whatALimitIsRelativeToIsSaid() throws IOException {
    Yardstick raw = new Yardstick("Raw.run", new TreeMap<>());
    Yardstick small = new Yardstick("B.run", new TreeMap<>(Map.of("tasks", "10")));
    Verdict verdict =
        new Verdict(
            Origin.at(Instant.EPOCH),
            List.of(relative("1.5", raw), relative("150 %", raw), relative("2", small)),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            null,
            null,
            null,
            List.of(),
            List.of());
    String shown = render(Reports.console(), verdict);
    assertTrue(shown.contains("≤ 1.5× Raw.run"), shown);
    assertTrue(shown.contains("≤ 150 % of Raw.run"), shown);
    assertTrue(shown.contains("≤ 2× that at tasks=10"), shown);
  }

  private static Judgement relative(String limit, Yardstick yardstick) {
    Requirement requirement =
        new Requirement(
            "NFR001",
            "It is fast",
            "B.run",
            new TreeMap<>(),
            Metric.parse("mean"),
            Quantity.parse(limit),
            yardstick,
            WhenInconclusive.FAIL);
    return new Judge(List.of(), JudgeRules.ONE_LOOK).judge(requirement);
  }
}
