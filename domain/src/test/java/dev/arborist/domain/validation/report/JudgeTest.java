package dev.arborist.domain.validation.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.domain.validation.leak.LeakFinding;
import dev.arborist.domain.validation.leak.Suspect;
import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.requirement.Metric;
import dev.arborist.domain.validation.requirement.Quantity;
import dev.arborist.domain.validation.requirement.Requirement;
import dev.arborist.domain.validation.requirement.WhenInconclusive;
import dev.arborist.domain.validation.sample.Series;
import dev.arborist.domain.validation.sample.SeriesKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class JudgeTest {

  private static Requirement requirement(String metric, String limit) {
    return new Requirement(
        "NFR001",
        "It is fast",
        "B.run",
        new TreeMap<>(),
        Metric.parse(metric),
        Quantity.parse(limit),
        null,
        WhenInconclusive.FAIL);
  }

  private static Series series(String measure, Dimension dimension, String tasks, double... means) {
    List<List<Double>> launches = new ArrayList<>();
    for (double mean : means) {
      launches.add(List.of(mean * 0.9, mean * 1.1));
    }
    return new Series(
        "x.B.run", new TreeMap<>(Map.of("tasks", tasks)), measure, "avgt", dimension, launches);
  }

  private static Series time(double... millis) {
    double[] nanos = new double[millis.length];
    for (int i = 0; i < nanos.length; i++) {
      nanos[i] = millis[i] * 1e6;
    }
    return series("score", Dimension.TIME, "100", nanos);
  }

  private static Judgement judge(Requirement requirement, Series... series) {
    return new Judge(List.of(series), JudgeRules.ONE_LOOK).judge(requirement);
  }

  @Test
  void aBoundWithinTheLimitPasses() {
    Judgement judgement = judge(requirement("mean", "10 ms"), time(5, 5.1, 4.9, 5, 5));
    assertEquals(Outcome.PASS, judgement.outcome());
    assertEquals(5, judgement.launches());
    assertTrue(judgement.margin() > 1.8 && judgement.margin() < 2, "" + judgement.margin());
  }

  @Test
  void anOppositeBoundBeyondTheLimitFails() {
    assertEquals(
        Outcome.FAIL, judge(requirement("mean", "4 ms"), time(5, 5.1, 4.9, 5, 5)).outcome());
  }

  @Test
  void inBetweenItIsInconclusive() {
    assertEquals(
        Outcome.INCONCLUSIVE, judge(requirement("mean", "5.05 ms"), time(5, 6, 4, 5, 5)).outcome());
  }

  @Test
  void largerIsBetterForRates() {
    Series rate = series("score", Dimension.RATE, "100", 1_000, 1_010, 990, 1_000, 1_005);
    assertEquals(Outcome.PASS, judge(requirement("mean", "900 ops/s"), rate).outcome());
    assertEquals(Outcome.FAIL, judge(requirement("mean", "1100 ops/s"), rate).outcome());
  }

  @Test
  void aRateIsShownInTheUnitOfItsLimit() {
    Series rate = series("score", Dimension.RATE, "100", 100, 100, 100);
    Judgement judgement = judge(requirement("mean", "5000 ops/min"), rate);
    assertEquals("6000 ops/min", judgement.actualText());
    assertEquals("6000 ops/min", judgement.boundText());
    assertEquals("5 ms", judge(requirement("mean", "1 s"), time(5, 5, 5)).actualText());
  }

  @Test
  void aRequirementThatMeasuredNothingFails() {
    Judgement judgement = judge(requirement("retained", "10 B"), time(5, 5));
    assertEquals(Outcome.FAIL, judgement.outcome());
    assertNull(judgement.actual());
    assertEquals("nothing measured", judgement.actualText());
    assertEquals(0, judgement.margin());
  }

  @Test
  void aTimeIsNotComparedWithARate() {
    assertEquals(Outcome.FAIL, judge(requirement("mean", "1 ops/s"), time(5, 5)).outcome());
  }

  @Test
  void percentilesNeedAModeThatHasThem() {
    Judgement judgement = judge(requirement("p99", "10 ms"), time(5, 5));
    assertEquals(Outcome.FAIL, judgement.outcome());
    assertTrue(judgement.reason().contains("avgt"), judgement.reason());
  }

  @Test
  void theGreatestValueIsComparedAsObserved() {
    Judgement judgement = judge(requirement("max", "5.6 ms"), time(5, 5.1, 4.9));
    assertEquals(5.61e6, judgement.actual(), 1);
    assertEquals(Outcome.FAIL, judgement.outcome());
  }

  private static Series run(String benchmark, String measure, String mode, double nanos) {
    return new Series(
        benchmark,
        new TreeMap<>(),
        measure,
        mode,
        Dimension.TIME,
        List.of(List.of(nanos), List.of(nanos)));
  }

  @Test
  void theGreatestOperationOfOneBenchmarkHidesNoOther() {
    Series operations = run("x.B.run", "max", "sample", 5e6);
    Series sampled = run("x.B.run", "score", "sample", 1e6);
    for (Series other :
        List.of(run("y.B.run", "score", "avgt", 5e8), run("x.B.run", "score", "ss", 5e8))) {
      Judgement judgement = judge(requirement("max", "10 ms"), operations, sampled, other);
      assertEquals(Outcome.FAIL, judgement.outcome());
      assertEquals("500 ms", judgement.actualText());
    }
    Judgement judgement =
        judge(requirement("max", "10 ms"), operations, run("x.B.run", "score", "sample", 2e7));
    assertEquals("5 ms", judgement.actualText(), "the score of a mode is not its greatest");
  }

  @Test
  void aBenchmarkThatWasTimedOtherwiseIsNotLeftOut() {
    Judgement percentile =
        judge(
            requirement("p99", "10 ms"),
            run("x.B.run", "p99", "sample", 5e6),
            run("x.B.run", "score", "sample", 1e6),
            run("y.B.run", "score", "avgt", 1e6));
    assertEquals(Outcome.FAIL, percentile.outcome());
    assertEquals("no percentile was measured of B.run, only mode 'avgt'", percentile.reason());
    Series rate = series("score", Dimension.RATE, "7", 1_000, 1_000, 1_000);
    Judgement mean = judge(requirement("mean", "10 ms"), time(5, 5, 5.01), rate);
    assertEquals(Outcome.FAIL, mean.outcome());
    assertTrue(mean.reason().contains("not measured of B.run tasks=7"), mean.reason());
  }

  @Test
  void aParameterWhoseCounterWasNotSeenIsNotLeftOut() {
    Requirement few = requirement("counter:misses", "10");
    Series counted = series("counter:misses", Dimension.NUMBER, "10", 3, 3);
    Series small = series("score", Dimension.TIME, "10", 5e6, 5e6);
    Judgement partly = judge(few, counted, small, time(5, 5));
    assertEquals(Outcome.FAIL, partly.outcome());
    assertEquals("no counter:misses was measured of B.run tasks=100", partly.reason());
    Series other = run("y.B.run", "score", "avgt", 1e6);
    assertEquals(Outcome.PASS, judge(few, counted, small, other).outcome(), "it counts nothing");
  }

  @Test
  void whatIsDetectableIsHowFarAwayTheBoundIs() {
    Judgement rate =
        judge(requirement("mean", "60 ops/s"), series("score", Dimension.RATE, "100", 100));
    assertEquals(1 - rate.bound() / rate.actual(), rate.detectable(), 1e-12);
    Judgement time = judge(requirement("mean", "10 ms"), time(5));
    assertEquals(time.bound() / time.actual() - 1, time.detectable(), 1e-12);
  }

  @Test
  void onePassMissedFailsAPassRate() {
    Series passes =
        new Series(
            "x.B.run",
            new TreeMap<>(),
            "passRate",
            "",
            Dimension.SHARE,
            List.of(List.of(100.0, 0.0, 100.0)));
    assertEquals(Outcome.FAIL, judge(requirement("passRate", "100 %"), passes).outcome());
  }

  @Test
  void theWorstOfSeveralParametersCounts() {
    Series slow = series("score", Dimension.TIME, "5000", 50e6, 51e6, 49e6);
    Judgement judgement = judge(requirement("mean", "10 ms"), time(1, 1, 1.01), slow, time(1, 1));
    assertEquals(Outcome.FAIL, judgement.outcome());
    assertEquals("50 ms", judgement.actualText());
  }

  @Test
  void growthIsJudgedByTheUpperEndOfItsExponent() {
    Series[] linear = new Series[6];
    Series[] quadratic = new Series[6];
    int[] sizes = {10, 50, 100, 500, 1_000, 5_000};
    for (int i = 0; i < sizes.length; i++) {
      double n = sizes[i];
      String tasks = String.valueOf(sizes[i]);
      linear[i] = series("score", Dimension.TIME, tasks, 10 * n, 10.1 * n, 9.9 * n);
      quadratic[i] = series("score", Dimension.TIME, tasks, n * n, 1.01 * n * n, 0.99 * n * n);
    }
    Requirement atMost = requirement("exponent", "1.25");
    assertEquals(Outcome.PASS, judge(atMost, linear).outcome());
    assertEquals(Outcome.FAIL, judge(atMost, quadratic).outcome());
    assertEquals(Outcome.FAIL, judge(atMost, time(1, 1)).outcome());
    assertEquals(
        List.of(10L, 50L, 100L, 500L, 1_000L, 5_000L),
        new Judge(List.of(linear), JudgeRules.ONE_LOOK).scalings().get(0).sizes());
  }

  @Test
  void aBenchmarkThatRanInTwoModesIsJudgedByTheOneThatFits() {
    Series rate = series("score", Dimension.RATE, "100", 1_000, 1_000, 1_000);
    Judgement judgement = judge(requirement("mean", "10 ms"), rate, time(5, 5, 5.01));
    assertEquals(Outcome.PASS, judgement.outcome());
  }

  @Test
  void nothingAllocatedIsJudgedAndNoNumberIsNot() {
    Series none = series("bytesPerOp", Dimension.SIZE, "100", 0, 0, 0);
    assertEquals(Outcome.PASS, judge(requirement("bytesPerOp", "1 B"), none).outcome());
    Series broken = series("bytesPerOp", Dimension.SIZE, "100", 1, Double.NaN, 1);
    assertEquals(Outcome.FAIL, judge(requirement("bytesPerOp", "9 B"), broken).outcome());
  }

  @Test
  void theWorstGrowthOfSeveralBenchmarksCounts() {
    List<Series> both = new ArrayList<>();
    for (int n : new int[] {10, 100, 1_000, 10_000}) {
      double nanos = n;
      both.add(named("a.A.run", n, 10 * nanos));
      both.add(named("b.B.run", n, nanos * nanos));
    }
    Requirement atMost =
        new Requirement(
            "NFR001",
            "t",
            "run",
            new TreeMap<>(),
            Metric.parse("exponent"),
            Quantity.parse("1.25"),
            null,
            WhenInconclusive.FAIL);
    assertEquals(Outcome.FAIL, new Judge(both, JudgeRules.ONE_LOOK).judge(atMost).outcome());
  }

  private static Series named(String benchmark, int tasks, double nanos) {
    return new Series(
        benchmark,
        new TreeMap<>(Map.of("tasks", String.valueOf(tasks), "shape", "A")),
        "score",
        "avgt",
        Dimension.TIME,
        List.of(List.of(nanos), List.of(nanos * 1.01), List.of(nanos * 0.99)));
  }

  @Test
  void aFewSingleLaunchesAreMeasuredButNotFitted() {
    Series[] three = new Series[3];
    for (int i = 0; i < 3; i++) {
      three[i] = series("score", Dimension.TIME, String.valueOf(10 << i), 5e6);
    }
    assertEquals(Outcome.PASS, judge(requirement("mean", "100 ms"), three).outcome());
    assertEquals(Outcome.FAIL, judge(requirement("exponent", "1.25"), three).outcome());
  }

  @Test
  void anEmptyRunHasNotPassed() {
    assertFalse(
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
                List.of())
            .passed());
  }

  @Test
  void aStageIsJudgedByItsTime() {
    Series layout = series("stage:layout", Dimension.TIME, "100", 1e6, 1.1e6, 0.9e6, 1e6, 1e6);
    assertEquals(Outcome.PASS, judge(requirement("stage:layout", "5 ms"), layout).outcome());
    assertEquals(Outcome.FAIL, judge(requirement("stage:query", "5 ms"), layout).outcome());
  }

  @Test
  void aLeakIsNotPassedUnjudged() {
    Series live = series("live", Dimension.SIZE, "100", 1e6, 1e6, 1e6);
    Judgement judgement = judge(requirement("leak", "8 B"), live);
    assertEquals(Outcome.FAIL, judgement.outcome());
    assertTrue(judgement.reason().contains("13 batches"), judgement.reason());
  }

  /** Thirty batches of 1,000 operations; what is live grows by so much with each operation. */
  private static List<Series> batches(double bytesPerOp) {
    List<Double> live = new ArrayList<>();
    List<Double> operations = new ArrayList<>();
    for (int i = 1; i <= 30; i++) {
      operations.add(i * 1_000.0);
      live.add(5e6 + i * 1_000 * bytesPerOp + (i * 7_919 % 13) * 100);
    }
    return List.of(
        new Series("x.B.run", new TreeMap<>(), "live", "", Dimension.SIZE, List.of(live)),
        new Series(
            "x.B.run", new TreeMap<>(), "operations", "", Dimension.NUMBER, List.of(operations)));
  }

  @Test
  void aLeakFailsAndNamesWhatGrewMost() {
    SortedMap<SeriesKey, List<Suspect>> suspects = new TreeMap<>();
    suspects.put(
        new SeriesKey("x.B.run", new TreeMap<>()), List.of(new Suspect("a.Entry", 64_000, 1_000)));
    Judge judge = new Judge(batches(64), suspects, JudgeRules.ONE_LOOK);
    Judgement judgement = judge.judge(requirement("leak", "8 B"));
    assertEquals(Outcome.FAIL, judgement.outcome());
    assertEquals(64, judgement.actual(), 1);
    assertTrue(judgement.reason().endsWith("what grew most: a.Entry"), judgement.reason());
    assertTrue(judge.leaks().get(0).leaks());
  }

  @Test
  void whatDoesNotGrowIsNoLeakAndALeakWithinItsLimitPasses() {
    assertEquals(
        Outcome.PASS,
        new Judge(batches(0), JudgeRules.ONE_LOOK).judge(requirement("leak", "8 B")).outcome());
    assertEquals(
        Outcome.PASS,
        new Judge(batches(64), JudgeRules.ONE_LOOK).judge(requirement("leak", "100 B")).outcome());
  }

  private static Series one(String measure, String shape, Dimension dimension, double... values) {
    List<List<Double>> launches = new ArrayList<>();
    for (double value : values) {
      launches.add(List.of(value));
    }
    return new Series(
        "x.B.run", new TreeMap<>(Map.of("shape", shape)), measure, "avgt", dimension, launches);
  }

  @Test
  void aLaunchThatTookNoTimeBuysNoPass() {
    Judgement judgement =
        judge(requirement("mean", "100 ms"), one("score", "a", Dimension.TIME, 0, 99e6, 60e6));
    assertEquals(Outcome.FAIL, judgement.outcome());
    assertTrue(judgement.reason().contains("measured nothing"), judgement.reason());
    assertEquals(
        Outcome.PASS,
        judge(requirement("bytesPerOp", "8 B"), one("bytesPerOp", "a", Dimension.SIZE, 0, 0))
            .outcome());
  }

  @Test
  void whatIsInfiniteOrNegativeFails() {
    for (double value : new double[] {Double.POSITIVE_INFINITY, Double.NaN, -5}) {
      Series rate = one("score", "a", Dimension.RATE, value, 1e9, 1e9);
      assertEquals(Outcome.FAIL, judge(requirement("mean", "1 ops/s"), rate).outcome());
      Series single = one("score", "a", Dimension.RATE, value);
      assertEquals(Outcome.FAIL, judge(requirement("mean", "1 ops/s"), single).outcome());
      Series time = one("score", "a", Dimension.TIME, value, 1, 1);
      assertEquals(Outcome.FAIL, judge(requirement("mean", "1 s"), time).outcome());
    }
  }

  @Test
  void lessThanNoMemoryKeepsNoLimit() {
    for (String measure : List.of("bytesPerOp", "retained", "live")) {
      Series negative = one(measure, "a", Dimension.SIZE, -5, -5);
      assertEquals(Outcome.FAIL, judge(requirement(measure, "8 B"), negative).outcome(), measure);
    }
    Series shrunk = one("peakRss", "a", Dimension.SIZE, -5, -5);
    assertEquals(Outcome.PASS, judge(requirement("peakRss", "8 B"), shrunk).outcome());
  }

  @Test
  void whatIsLessThanNothingIsFartherFromItsLimitThanWhatIsMore() {
    Series less = one("counter:balance", "a", Dimension.NUMBER, -4);
    Series more = one("counter:balance", "b", Dimension.NUMBER, 9);
    Requirement atMost = requirement("counter:balance", "10");
    assertEquals(9, judge(atMost, less, more).actual());
    assertEquals(9, judge(atMost, more, less).actual());
    assertEquals(Double.POSITIVE_INFINITY, judge(atMost, less).margin());
  }

  @Test
  void aLeakRequirementLeavesNothingOut() {
    List<Series> both = new ArrayList<>(batches(0));
    both.add(one("live", "short", Dimension.SIZE, 1e6, 2e6, 3e6));
    Judgement judgement = new Judge(both, JudgeRules.ONE_LOOK).judge(requirement("leak", "8 B"));
    assertEquals(Outcome.FAIL, judgement.outcome());
    assertTrue(judgement.reason().contains("shape=short"), judgement.reason());
  }

  @Test
  void anExponentRequirementLeavesNothingOut() {
    List<Series> sized = new ArrayList<>();
    for (String shape : List.of("a", "b")) {
      for (int size : new int[] {10, 100, 1_000}) {
        boolean broken = shape.equals("b") && size == 100;
        sized.add(
            new Series(
                "x.B.run",
                new TreeMap<>(Map.of("shape", shape, "size", String.valueOf(size))),
                "score",
                "avgt",
                Dimension.TIME,
                List.of(
                    List.of(broken ? Double.NaN : size * 1.0),
                    List.of(size * 1.01),
                    List.of(size * 0.99))));
      }
    }
    Requirement atMost = requirement("exponent", "1.25");
    Judgement judgement = new Judge(sized, JudgeRules.ONE_LOOK).judge(atMost);
    assertEquals(Outcome.FAIL, judgement.outcome(), judgement.reason());
    assertTrue(judgement.reason().contains("shape=b"), judgement.reason());
    sized.removeIf(series -> "b".equals(series.params().get("shape")));
    assertEquals(Outcome.PASS, new Judge(sized, JudgeRules.ONE_LOOK).judge(atMost).outcome());
  }

  @Test
  void aRatioIsJudgedByItsLaunchesAndACounterByItsWorst() {
    Series ratio = one("ratio:toRaw", "a", Dimension.NUMBER, 1.26, 1.56, 1.11);
    assertEquals(Outcome.INCONCLUSIVE, judge(requirement("ratio:toRaw", "1.5"), ratio).outcome());
    Series counter = one("counter:steps", "a", Dimension.NUMBER, 1.26, 1.56, 1.11);
    assertEquals(Outcome.FAIL, judge(requirement("counter:steps", "1.5"), counter).outcome());
    Series rate = one("counter:hits", "a", Dimension.RATE, 500, 400);
    assertEquals(Outcome.PASS, judge(requirement("counter:hits", "300 ops/s"), rate).outcome());
    assertEquals(Outcome.FAIL, judge(requirement("counter:hits", "450 ops/s"), rate).outcome());
  }

  private static Series sized(int size, String mode, double... factors) {
    List<List<Double>> launches = new ArrayList<>();
    for (double factor : factors) {
      launches.add(List.of(size * factor));
    }
    return new Series(
        "x.B.run",
        new TreeMap<>(Map.of("size", String.valueOf(size))),
        "score",
        mode,
        Dimension.TIME,
        launches);
  }

  @Test
  void aModeThatCannotBeJudgedIsNotCoveredByOneThatCan() {
    List<Series> both = new ArrayList<>();
    for (int size : new int[] {10, 100, 1_000}) {
      both.add(sized(size, "avgt", 1, 1.01, 0.99));
      both.add(sized(size, "sample", 1, size == 100 ? Double.NaN : 1.01, 0.99));
    }
    Judgement judgement =
        new Judge(both, JudgeRules.ONE_LOOK).judge(requirement("exponent", "1.25"));
    assertEquals(Outcome.FAIL, judgement.outcome(), judgement.reason());
  }

  @Test
  void threeLooksMakeTheBoundOfAnExponentWider() {
    List<Series> measured = new ArrayList<>();
    for (int size : new int[] {10, 100, 1_000, 5_000}) {
      measured.add(sized(size, "avgt", 1, 1.1, 0.9));
    }
    Requirement atMost = requirement("exponent", "1.25");
    Judgement once = new Judge(measured, JudgeRules.ONE_LOOK).judge(atMost);
    Judgement often = new Judge(measured, JudgeRules.ONE_LOOK.forThreeLooks()).judge(atMost);
    assertTrue(often.bound() > once.bound(), once.bound() + " " + often.bound());
    assertEquals(once.actual(), often.actual());
    assertTrue(often.reason().contains("99.7 %"), often.reason());
  }

  @Test
  void theLaunchThatSurelyLeaksMostWeighs() {
    LeakFinding wild = new LeakFinding(true, 90, 5, 1e-4, 90, 90, 20, "wild");
    LeakFinding sure = new LeakFinding(true, 64, 60, 1e-9, 64, 64, 20, "sure");
    LeakFinding none = new LeakFinding(false, 500, 400, 0.5, 0, 0, 20, "noise");
    LeakReport report =
        new LeakReport(
            new SeriesKey("x.B.run", new TreeMap<>()), List.of(wild, sure, none), List.of());
    assertEquals(sure, report.worst());
  }
}
