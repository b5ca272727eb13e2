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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RelativeJudgeTest {

  private static Requirement requirement(
      String metric, String limit, Map<String, String> params, Yardstick yardstick) {
    return new Requirement(
        "NFR001",
        "It is fast",
        "B.run",
        new TreeMap<>(params),
        Metric.parse(metric),
        Quantity.parse(limit),
        yardstick,
        WhenInconclusive.FAIL);
  }

  private static Yardstick raw() {
    return new Yardstick("Raw.run", new TreeMap<>());
  }

  private static Series series(String name, Map<String, String> params, double... values) {
    return series(name, params, "score", Dimension.TIME, values);
  }

  private static Series series(
      String name, Map<String, String> params, String measure, Dimension kind, double... values) {
    List<List<Double>> launches = new ArrayList<>();
    for (double value : values) {
      launches.add(List.of(value * 0.9, value * 1.1));
    }
    return new Series("x." + name, new TreeMap<>(params), measure, "avgt", kind, launches);
  }

  private static Judgement judge(Requirement requirement, Series... series) {
    return new Judge(List.of(series), JudgeRules.ONE_LOOK).judge(requirement);
  }

  @Test
  void launchesAreComparedOneByOneSoThatAMachineThatIsSlowForAWhileSlowsBoth() {
    Series measured = series("B.run", Map.of(), 12, 24.1, 11.9, 48, 12);
    Series yardstick = series("Raw.run", Map.of(), 10, 20, 10, 40, 10);
    Requirement requirement = requirement("mean", "1.3", Map.of(), raw());
    Judgement judgement = judge(requirement, yardstick, measured);
    assertEquals(Outcome.PASS, judgement.outcome());
    assertEquals("1.2", judgement.actualText());
    assertEquals(5, judgement.launches());
    assertEquals(
        Outcome.FAIL,
        judge(requirement("mean", "1.1", Map.of(), raw()), yardstick, measured).outcome());
  }

  @Test
  void ratiosThatScatterAcrossTheLimitAreInconclusive() {
    Series measured = series("B.run", Map.of(), 10, 16, 10, 16, 13);
    Series yardstick = series("Raw.run", Map.of(), 10, 10, 10, 10, 10);
    assertEquals(
        Outcome.INCONCLUSIVE,
        judge(requirement("mean", "1.3", Map.of(), raw()), yardstick, measured).outcome());
  }

  @Test
  void aLimitMayBeAShare() {
    Judgement judgement =
        judge(
            requirement("median", "150 %", Map.of(), raw()),
            series("B.run", Map.of(), 12, 12, 12),
            series("Raw.run", Map.of(), 10, 10, 10));
    assertEquals(Outcome.PASS, judgement.outcome());
    assertEquals("120 %", judgement.actualText());
    assertEquals(1.25, judgement.margin(), 1e-9);
  }

  @Test
  void aSizeIsComparedWithAnotherSizeOfTheSameBenchmark() {
    Yardstick small = new Yardstick("B.run", new TreeMap<>(Map.of("size", "1000")));
    Series large = series("B.run", Map.of("size", "1000000", "kind", "a"), 15, 15, 15);
    Series little = series("B.run", Map.of("size", "1000", "kind", "a"), 10, 10, 10);
    Series other = series("B.run", Map.of("size", "1000", "kind", "b"), 1, 1, 1);
    Requirement requirement = requirement("mean", "2", Map.of("size", "1000000"), small);
    Judgement judgement = judge(requirement, large, little, other);
    assertEquals(Outcome.PASS, judgement.outcome());
    assertEquals("1.5", judgement.actualText());
  }

  @Test
  void aYardstickWithoutAParameterServesEveryValueOfIt() {
    Judgement judgement =
        judge(
            requirement("mean", "2", Map.of(), raw()),
            series("B.run", Map.of("size", "1"), 15, 15, 15),
            series("B.run", Map.of("size", "2"), 18, 18, 18),
            series("Raw.run", Map.of(), 10, 10, 10));
    assertEquals(Outcome.PASS, judgement.outcome());
    assertEquals("1.8", judgement.actualText());
  }

  @Test
  void noAllocationIsAShareOfAny() {
    Requirement atMost = requirement("bytesPerOp", "1.5", Map.of(), raw());
    Series some = series("Raw.run", Map.of(), "bytesPerOp", Dimension.SIZE, 16, 16, 16);
    Series none = series("B.run", Map.of(), "bytesPerOp", Dimension.SIZE, 0, 0, 0);
    Judgement judgement = judge(atMost, none, some);
    assertEquals(Outcome.PASS, judgement.outcome(), judgement.reason());
    Series once = series("B.run", Map.of(), "bytesPerOp", Dimension.SIZE, 0, 32, 0);
    assertEquals(Outcome.FAIL, judge(atMost, once, some).outcome());
    Series less = series("B.run", Map.of(), "bytesPerOp", Dimension.SIZE, 0, -1, 0);
    assertEquals(Outcome.FAIL, judge(atMost, less, some).outcome());
  }

  @Test
  void countsAreComparedAsObserved() {
    Requirement same = requirement("counter:steps", "1", Map.of(), raw());
    Series measured = counter("B.run", 100);
    assertEquals(Outcome.PASS, judge(same, measured, counter("Raw.run", 100)).outcome());
    Judgement more = judge(same, measured, counter("Raw.run", 99));
    assertEquals(Outcome.FAIL, more.outcome());
    assertEquals("worst value observed", more.reason());
  }

  private static Series counter(String name, double count) {
    return new Series(
        "x." + name,
        new TreeMap<>(),
        "counter:steps",
        "",
        Dimension.NUMBER,
        List.of(List.of(count), List.of(count)));
  }

  @Test
  void whatWasNotMeasuredAlikeIsNotCompared() {
    Requirement requirement = requirement("mean", "2", Map.of(), raw());
    Series measured = series("B.run", Map.of("size", "1"), 10, 10);
    assertReason("Raw.run was not measured", judge(requirement, measured));
    assertReason(
        "Raw.run was not measured",
        judge(requirement, measured, series("Raw.run", Map.of("size", "2"), 10, 10)));
    assertReason(
        "Raw.run was measured more than once",
        judge(
            requirement,
            measured,
            series("Raw.run", Map.of(), 10, 10),
            series("y.Raw.run", Map.of(), 10, 10)));
    assertReason(
        "Raw.run was measured as 0",
        judge(requirement, measured, series("Raw.run", Map.of(), 10, 0)));
    assertReason(
        "rates are not compared",
        judge(requirement, series("B.run", Map.of(), "score", Dimension.RATE, 10, 10)));
  }

  @Test
  void launchesThatHaveNoPartnerAreLeftOut() {
    Requirement requirement = requirement("mean", "2", Map.of(), raw());
    Judgement judgement =
        judge(
            requirement,
            series("B.run", Map.of(), 10, 10, 10),
            series("Raw.run", Map.of(), 10, 10, 10, 1, 1));
    assertEquals(Outcome.PASS, judgement.outcome());
    assertEquals(3, judgement.launches());
  }

  @Test
  void aModeWithoutATimeDoesNotSpoilTheOneThatHasIt() {
    Requirement requirement = requirement("mean", "2", Map.of(), raw());
    Judgement judgement =
        judge(
            requirement,
            series("B.run", Map.of(), 10, 10),
            series("B.run", Map.of(), "score", Dimension.RATE, 10, 10),
            series("Raw.run", Map.of(), 10, 10));
    assertEquals(Outcome.PASS, judgement.outcome(), judgement.reason());
  }

  private static void assertReason(String reason, Judgement judgement) {
    assertEquals(Outcome.FAIL, judgement.outcome());
    assertTrue(judgement.reason().startsWith(reason), judgement.reason());
  }

  @Test
  void percentilesThatAProbeMeasuredAreJudgedByTheirLaunches() {
    Requirement requirement =
        new Requirement(
            "NFR001",
            "t",
            "B.run",
            new TreeMap<>(),
            Metric.parse("p99"),
            Quantity.parse("25 ms"),
            null,
            WhenInconclusive.FAIL);
    Series p99 = series("B.run", Map.of(), "p99", Dimension.TIME, 8e6, 8.1e6, 7.9e6);
    Judgement judgement = judge(requirement, p99, series("B.run", Map.of(), 1e6, 1e6, 1e6));
    assertEquals(Outcome.PASS, judgement.outcome());
    assertEquals("8 ms", judgement.actualText());
  }
}
