package dev.arborist.domain.validation.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.domain.validation.complexity.Cliff;
import dev.arborist.domain.validation.complexity.GrowthClass;
import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.requirement.Metric;
import dev.arborist.domain.validation.requirement.Quantity;
import dev.arborist.domain.validation.requirement.Requirement;
import dev.arborist.domain.validation.requirement.WhenInconclusive;
import dev.arborist.domain.validation.sample.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ScalingAnalysisTest {

  private static final int[] SIZES = {10, 50, 100, 500, 1_000, 5_000};

  private static Series series(SortedMap<String, String> params, double nanos) {
    return new Series(
        "x.Tree.layout",
        params,
        "score",
        "avgt",
        Dimension.TIME,
        List.of(List.of(nanos * 0.98, nanos), List.of(nanos * 1.01, nanos), List.of(nanos, nanos)));
  }

  private static SortedMap<String, String> params(Object... namesAndValues) {
    SortedMap<String, String> params = new TreeMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      params.put(namesAndValues[i].toString(), namesAndValues[i + 1].toString());
    }
    return params;
  }

  private static List<Series> linearAndQuadraticShapes() {
    List<Series> measured = new ArrayList<>();
    for (int n : SIZES) {
      double nodes = n;
      measured.add(series(params("nodes", n, "shape", "RANDOM"), 20 * nodes));
      measured.add(series(params("nodes", n, "shape", "CHAIN"), nodes * nodes));
    }
    return measured;
  }

  @Test
  void seedsThatNoDoubleTellsApartAreNoSizes() {
    List<Series> measured = new ArrayList<>();
    for (int last = 7; last <= 9; last++) {
      measured.add(series(params("seed", "12345678901234567" + last), 10));
    }
    assertEquals(List.of(), ScalingAnalysis.of(measured));
  }

  @Test
  void eachShapeHasAScalingOfItsOwn() {
    List<Scaling> scalings = ScalingAnalysis.of(linearAndQuadraticShapes());
    assertEquals(
        List.of("layout shape=CHAIN", "layout shape=RANDOM"),
        scalings.stream().map(Scaling::title).toList());
    assertEquals(GrowthClass.QUADRATIC, scalings.get(0).growth().named());
    assertEquals(GrowthClass.LINEAR, scalings.get(1).growth().named());
    assertEquals("nodes", scalings.get(1).parameter());
    assertEquals(Map.of("shape", "RANDOM"), scalings.get(1).fixed());
    assertEquals(18, scalings.get(1).launches());
    assertEquals(List.of(10L, 50L, 100L, 500L, 1_000L, 5_000L), scalings.get(1).sizes());
    assertEquals(
        new ScalingPoint(10, List.of(198.0, 201.0, 200.0)), scalings.get(1).points().get(0));
  }

  @Test
  void aRequirementIsJudgedByTheScalingItsParametersChoose() {
    Judge judge = new Judge(linearAndQuadraticShapes(), JudgeRules.ONE_LOOK);
    assertEquals(Outcome.PASS, judge.judge(atMost(params("shape", "RANDOM"))).outcome());
    assertEquals(Outcome.FAIL, judge.judge(atMost(params("shape", "CHAIN"))).outcome());
    assertEquals(Outcome.FAIL, judge.judge(atMost(params())).outcome());
  }

  private static Requirement atMost(SortedMap<String, String> params) {
    return new Requirement(
        "NFR001",
        "It scales",
        "Tree.layout",
        params,
        Metric.parse("exponent"),
        Quantity.parse("1.25"),
        null,
        WhenInconclusive.FAIL);
  }

  @Test
  void twoParametersThatGiveSizesAreEachFollowedWithTheOtherHeld() {
    List<Series> measured = new ArrayList<>();
    for (int nodes : new int[] {10, 100, 1_000}) {
      for (int depth : new int[] {1, 2, 4, 8}) {
        double nanos = 5.0 * nodes * depth * depth;
        measured.add(series(params("nodes", nodes, "depth", depth), nanos));
      }
    }
    List<Scaling> scalings = ScalingAnalysis.of(measured);
    assertEquals(3 + 4, scalings.size());
    for (Scaling scaling : scalings) {
      double expected = scaling.parameter().equals("depth") ? 2 : 1;
      assertEquals(expected, scaling.fit().exponent(), 0.05, scaling.title());
      assertEquals(1, scaling.fixed().size());
    }
  }

  @Test
  void aParameterWithTwoValuesOrWordsGivesNoSize() {
    List<Series> measured = new ArrayList<>();
    for (String value : List.of("a", "b", "3")) {
      measured.add(series(params("kind", value, "nodes", 10), 5));
      measured.add(series(params("kind", value, "nodes", 20), 10));
    }
    assertTrue(ScalingAnalysis.of(measured).isEmpty());
  }

  @Test
  void aCliffIsCarriedWithTheScaling() {
    List<Series> measured = new ArrayList<>();
    for (int n : SIZES) {
      measured.add(series(params("nodes", n), 20.0 * n * (n >= 500 ? 30 : 1)));
    }
    List<Cliff> cliffs = ScalingAnalysis.of(measured).get(0).cliffs();
    assertEquals(1, cliffs.size());
    assertEquals(100, cliffs.get(0).smaller());
    assertEquals(500, cliffs.get(0).larger());
  }

  @Test
  void aCostThatDoesNotGrowKeepsEveryLimitOfAnExponent() {
    List<Series> measured = new ArrayList<>();
    for (int n : SIZES) {
      measured.add(series(params("nodes", n), 700));
    }
    Judgement judgement = new Judge(measured, JudgeRules.ONE_LOOK).judge(atMost(params()));
    assertEquals(Outcome.PASS, judgement.outcome());
    assertEquals("0", judgement.actualText());
  }
}
