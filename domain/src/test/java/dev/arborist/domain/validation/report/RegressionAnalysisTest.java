package dev.arborist.domain.validation.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.domain.validation.regression.Change;
import dev.arborist.domain.validation.regression.ComparisonSettings;
import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.requirement.Metric;
import dev.arborist.domain.validation.requirement.Quantity;
import dev.arborist.domain.validation.requirement.Requirement;
import dev.arborist.domain.validation.requirement.WhenInconclusive;
import dev.arborist.domain.validation.sample.Series;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RegressionAnalysisTest {

  private static final int LAUNCHES = 10;

  private static Series series(String name, Dimension dimension, double value) {
    List<List<Double>> launches = new ArrayList<>();
    for (int launch = 0; launch < LAUNCHES; launch++) {
      launches.add(List.of(value * (1 + launch * 0.001)));
    }
    return new Series(
        name,
        new TreeMap<>(),
        "score",
        dimension == Dimension.TIME ? "avgt" : "thrpt",
        dimension,
        launches);
  }

  private static Series time(String name, double nanos) {
    return series(name, Dimension.TIME, nanos);
  }

  private static Series ruler(double nanos) {
    return new Series(
        RegressionAnalysis.RULERS + "cpu",
        new TreeMap<>(),
        "score",
        "",
        Dimension.TIME,
        List.of(List.of(nanos, nanos * 1.01, nanos * 50)));
  }

  private static Verdict run(String machine, String jvm, Series... series) {
    return new Verdict(
        new Origin(Instant.EPOCH, "", "", false, machine, jvm),
        List.of(),
        Arrays.asList(series),
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        null,
        List.of(),
        List.of());
  }

  private static Verdict run(Series... series) {
    return run("m", "j", series);
  }

  private static Regressions compare(Verdict before, Verdict after, String... rules) {
    return RegressionAnalysis.of(
        "old",
        before,
        after,
        ComparisonSettings.standard(),
        Arrays.stream(rules).map(FailRule::parse).toList());
  }

  @Test
  void whatGotSlowerIsDetectedAndFailsOnlyWhenARuleSaysSo() {
    Verdict before = run(time("a.B.run", 100));
    Verdict after = run(time("a.B.run", 120));
    Regressions shown = compare(before, after);
    assertTrue(shown.detected());
    assertEquals(Gate.PASSED, shown.gate());
    Regressions gating = compare(before, after, "regressed");
    assertEquals(Gate.FAILED, gating.gate());
    assertEquals(20, gating.met().get(0).percentWorse(), 0.01);
    assertEquals(100.45, gating.values().get(0).before(), 1e-9);
    assertEquals(Gate.PASSED, compare(after, before, "regressed", "max:1%").gate());
  }

  @Test
  void aRateThatFellIsSlowerAndOneThatRoseIsFaster() {
    Verdict before = run(series("a.B.run", Dimension.RATE, 100));
    Verdict less = run(series("a.B.run", Dimension.RATE, 80));
    assertEquals(Change.REGRESSED, compare(before, less).comparison().benchmarks().get(0).change());
    assertEquals(25, compare(before, less, "mean:20%").met().get(0).percentWorse(), 0.01);
    assertEquals(Change.IMPROVED, compare(less, before).comparison().benchmarks().get(0).change());
    assertEquals(Gate.PASSED, compare(less, before, "mean:20%").gate());
  }

  @Test
  void otherMachinesAreShownAndDecideNoRule() {
    Regressions regressions =
        compare(
            run("one", "j", time("a.B.run", 100)),
            run("two", "j", time("a.B.run", 200)),
            "regressed");
    assertEquals(1, regressions.met().size());
    assertEquals(Gate.INCONCLUSIVE, regressions.gate());
    assertTrue(regressions.obstacles().get(0).contains("another machine: one; now two"));
  }

  @Test
  void aMachineThatWasInAnotherStateDecidesNoRule() {
    Series run = time("a.B.run", 100);
    Regressions drifted = compare(run(run, ruler(10)), run(run, ruler(12)), "regressed");
    assertEquals(Gate.INCONCLUSIVE, drifted.gate());
    assertEquals(1, drifted.comparison().benchmarks().size(), "rulers are not compared");
    assertTrue(drifted.obstacles().get(0).contains("120 %"), drifted.obstacles().get(0));
    assertEquals(
        Gate.PASSED, compare(run(run, ruler(10)), run(run, ruler(10.5)), "regressed").gate());
  }

  @Test
  void anUnknownMachineAndAnotherJvmAreNoted() {
    Series run = time("a.B.run", 100);
    Regressions regressions = compare(run("", "17", run), run("m", "25", run), "regressed");
    assertEquals(2, regressions.notes().size());
    assertEquals(Gate.PASSED, regressions.gate());
    assertTrue(compare(run(run), run(run)).notes().isEmpty());
  }

  @Test
  void whatOnlyOneRunHasIsNamedAndNothingInCommonDecidesNothing() {
    Regressions regressions =
        compare(run(time("a.B.old", 100)), run(time("a.B.now", 100)), "regressed");
    assertEquals(List.of("a.B.old (avgt)"), regressions.missing());
    assertEquals(List.of("a.B.now (avgt)"), regressions.added());
    assertEquals(Gate.INCONCLUSIVE, regressions.gate());
  }

  @Test
  void valuesWithoutLogarithmsAndOtherDimensionsAreNotCompared() {
    Series fine = time("a.B.run", 100);
    Verdict before = run(fine, time("a.B.zero", 0), time("a.B.nan", Double.NaN));
    Regressions regressions = compare(before, before, "median:5%");
    assertEquals(1, regressions.comparison().benchmarks().size());
    assertEquals(List.of("a.B.nan (avgt)", "a.B.zero (avgt)"), regressions.uncomparable());
    assertEquals(Gate.INCONCLUSIVE, regressions.gate(), "it may be what got slower");
  }

  @Test
  void aBenchmarkThatVanishedOrIsInconclusiveLeavesTheRuleUndecided() {
    Series fine = time("a.B.run", 100);
    Verdict both = run(fine, time("a.B.gone", 100));
    assertEquals(Gate.INCONCLUSIVE, compare(both, run(fine), "median:5%").gate());
    assertEquals(List.of("a benchmark is missing"), compare(both, run(fine), "max:5%").undecided());
    Series few =
        new Series(
            "a.B.few",
            new TreeMap<>(),
            "score",
            "avgt",
            Dimension.TIME,
            List.of(List.of(100.0), List.of(130.0), List.of(160.0)));
    Verdict scattered = run(fine, few);
    assertEquals(Gate.INCONCLUSIVE, compare(scattered, scattered, "regressed").gate());
    assertEquals(Gate.PASSED, compare(scattered, scattered, "median:5%").gate(), "that is plain");
    assertEquals(Gate.PASSED, compare(scattered, scattered).gate());
  }

  @Test
  void aVerdictPassesOnlyWhenItsRequirementsAndItsRulesDo() {
    Verdict before = run(time("a.B.run", 100));
    Verdict after = run(time("a.B.run", 120));
    assertEquals(Gate.FAILED, after.gate(), "nothing was required");
    assertEquals(Gate.FAILED, after.comparedWith(compare(before, after)).gate());
    assertEquals(Gate.FAILED, after.comparedWith(compare(before, after, "regressed")).gate());
    assertEquals(Gate.PASSED, before.comparedWith(compare(after, before, "regressed")).gate());
    assertFalse(before.passed());
  }

  @Test
  void whatIsUndecidedFailsNothingOnlyWhereItIsAnAim() {
    for (WhenInconclusive policy : WhenInconclusive.values()) {
      Requirement requirement =
          new Requirement(
              "NFR001",
              "It is fast",
              "B.run",
              new TreeMap<>(),
              Metric.parse("mean"),
              Quantity.parse("1 ms"),
              null,
              policy);
      Judgement undecided =
          new Judgement(requirement, Outcome.INCONCLUSIVE, 1.0, 2.0, 0.5, 5, "too few");
      Verdict run = run(time("a.B.run", 100));
      Verdict verdict =
          new Verdict(
              run.origin(),
              List.of(undecided),
              run.series(),
              List.of(),
              List.of(),
              List.of(),
              null,
              null,
              null,
              List.of(),
              List.of());
      Gate expected = policy == WhenInconclusive.FAIL ? Gate.INCONCLUSIVE : Gate.PASSED;
      assertEquals(expected, verdict.gate());
    }
  }
}
