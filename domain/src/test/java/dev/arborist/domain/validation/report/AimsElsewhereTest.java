package dev.arborist.domain.validation.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.requirement.Metric;
import dev.arborist.domain.validation.requirement.Quantity;
import dev.arborist.domain.validation.requirement.Requirement;
import dev.arborist.domain.validation.requirement.WhenInconclusive;
import dev.arborist.domain.validation.requirement.Yardstick;
import dev.arborist.domain.validation.sample.Series;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AimsElsewhereTest {

  private static Series series(String name, String measure, Dimension dimension, double value) {
    return new Series(
        name,
        new TreeMap<>(),
        measure,
        "",
        dimension,
        List.of(List.of(value), List.of(value * 1.001), List.of(value * 1.002)));
  }

  private static Series ruler(String name, double nanos) {
    return series(RegressionAnalysis.RULERS + name, Metric.SCORE, Dimension.TIME, nanos);
  }

  private static Requirement required(String metric, String limit, WhenInconclusive policy) {
    return required(metric, limit, null, policy);
  }

  private static Requirement required(
      String metric, String limit, Yardstick yardstick, WhenInconclusive policy) {
    return new Requirement(
        "R1",
        "It is quick",
        "a.B.c",
        new TreeMap<>(),
        Metric.parse(metric),
        Quantity.parse(limit),
        yardstick,
        policy);
  }

  private static Verdict run(List<Judgement> judgements, Series... series) {
    return new Verdict(
        Origin.at(Instant.EPOCH),
        judgements,
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

  /** What becomes of a requirement that these measurements miss, on a machine with this ruler. */
  private static Judgement judged(Requirement requirement, double ruler, Series... measured) {
    List<Series> all = new ArrayList<>(Arrays.asList(measured));
    all.add(ruler("cpu", ruler));
    all.add(ruler("disk", 50));
    Judgement judgement = new Judge(all, JudgeRules.ONE_LOOK).judge(requirement);
    Verdict verdict = run(List.of(judgement), all.toArray(new Series[0]));
    return verdict
        .withAimsOf(run(List.of(), ruler("cpu", 100), ruler("disk", 50)))
        .judgements()
        .get(0);
  }

  private static Judgement time(double nanos, double ruler, WhenInconclusive policy) {
    return judged(
        required("mean", "1000 ns", policy),
        ruler,
        series("a.B.c", Metric.SCORE, Dimension.TIME, nanos));
  }

  @ParameterizedTest
  @CsvSource({
    // the machine is as it was
    "900, 100, PASS",
    "1500, 109, FAIL",
    "1500, 60, FAIL",
    // it takes 1.7 times as long: what takes up to twice that is undecided
    "900, 170, PASS",
    "1500, 170, INCONCLUSIVE",
    "3300, 170, INCONCLUSIVE",
    "3500, 170, FAIL"
  })
  void anAimIsNotRefutedByASlowerMachine(double nanos, double ruler, Outcome outcome) {
    assertEquals(outcome, time(nanos, ruler, WhenInconclusive.WARN).outcome());
  }

  @Test
  void aPromiseFailsOnAnyMachine() {
    assertEquals(Outcome.FAIL, time(1500, 170, WhenInconclusive.FAIL).outcome());
  }

  @Test
  void theReasonNamesTheRuler() {
    Judgement judgement = time(1500, 170, WhenInconclusive.WARN);
    assertTrue(
        judgement
            .reason()
            .endsWith(
                "; missed on a slower machine: ruler.cpu took 170 % of its time at the baseline"),
        judgement.reason());
    assertEquals(1501.5, judgement.actual(), 0.1);
  }

  @Test
  void aRateIsTreatedAlike() {
    Series slow = series("a.B.c", Metric.SCORE, Dimension.RATE, 400);
    Requirement aim = required("mean", "1000 ops/s", WhenInconclusive.WARN);
    assertEquals(Outcome.FAIL, judged(aim, 100, slow).outcome());
    assertEquals(Outcome.INCONCLUSIVE, judged(aim, 170, slow).outcome());
    assertEquals(
        Outcome.FAIL,
        judged(aim, 170, series("a.B.c", Metric.SCORE, Dimension.RATE, 200)).outcome());
  }

  @Test
  void whatDoesNotDependOnTheMachineIsJudgedAsEver() {
    assertEquals(
        Outcome.FAIL,
        judged(
                required("bytesPerOp", "100 B", WhenInconclusive.WARN),
                170,
                series("a.B.c", "bytesPerOp", Dimension.SIZE, 150))
            .outcome());
    assertEquals(
        Outcome.FAIL,
        judged(
                required(
                    "mean", "1.5", new Yardstick("a.B.d", new TreeMap<>()), WhenInconclusive.WARN),
                170,
                series("a.B.c", Metric.SCORE, Dimension.TIME, 200),
                series("a.B.d", Metric.SCORE, Dimension.TIME, 100))
            .outcome());
  }

  @Test
  void whatWasNotMeasuredFailsOnAnyMachine() {
    assertEquals(
        Outcome.FAIL, judged(required("mean", "1000 ns", WhenInconclusive.WARN), 170).outcome());
  }

  @Test
  void aBaselineWithoutRulersExcusesNothing() {
    Series slow = series("a.B.c", Metric.SCORE, Dimension.TIME, 1500);
    Judgement judgement =
        new Judge(List.of(slow), JudgeRules.ONE_LOOK)
            .judge(required("mean", "1000 ns", WhenInconclusive.WARN));
    Verdict verdict = run(List.of(judgement), slow, ruler("cpu", 170));
    assertEquals(
        Outcome.FAIL, verdict.withAimsOf(run(List.of(), slow)).judgements().get(0).outcome());
  }
}
