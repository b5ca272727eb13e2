package dev.arborist.domain.validation.regression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SequentialComparisonTest {

  private static final ComparisonSettings STANDARD = ComparisonSettings.standard();

  /** Launches whose values step from the first by a share of it. */
  private static List<Double> launches(int n, double first, double step) {
    return IntStream.range(0, n).mapToObj(i -> first * (1 + step * i)).toList();
  }

  private static List<Double> times(List<Double> launches, double factor) {
    return launches.stream().map(value -> value * factor).toList();
  }

  private static Compared one(List<Double> baseline, List<Double> candidate) {
    return compare(new ComparisonInput("B.run", baseline, candidate, false));
  }

  private static Compared rate(List<Double> baseline, List<Double> candidate) {
    return compare(new ComparisonInput("B.run", baseline, candidate, true));
  }

  private static Compared compare(ComparisonInput input) {
    return SequentialComparison.of(List.of(input), STANDARD).benchmarks().get(0);
  }

  @Test
  void aBenchmarkThatBecameTenPercentSlowerRegressed() {
    List<Double> baseline = launches(12, 100, 0.002);
    Compared compared = one(baseline, times(baseline, 1.1));
    assertEquals(Change.REGRESSED, compared.change());
    assertEquals(1.1, compared.effect(), 1e-12);
    assertTrue(compared.lower() > 1.08 && compared.lower() < 1.1);
    assertTrue(compared.upper() < 1.12 && compared.upper() > 1.1);
    assertEquals(2.0 / 2_704_156, compared.pAdjusted(), 1e-15);
    double halfWidth = Math.sqrt(compared.upper() / compared.lower()) - 1;
    assertEquals(halfWidth, compared.detectable(), 1e-12);
    assertEquals(12, compared.baselineLaunches());
    assertEquals("10 % slower", compared.reason());
  }

  @Test
  void aBenchmarkThatBecameTenPercentFasterImproved() {
    List<Double> baseline = launches(12, 100, 0.002);
    Compared compared = one(times(baseline, 1.1), baseline);
    assertEquals(Change.IMPROVED, compared.change());
    assertEquals(1 / 1.1, compared.effect(), 1e-12);
    assertEquals("10 % faster", compared.reason());
  }

  @Test
  void aLargerRateIsFaster() {
    List<Double> baseline = launches(12, 100, 0.002);
    Compared faster = rate(baseline, times(baseline, 1.1));
    assertEquals(Change.IMPROVED, faster.change());
    assertEquals(1.1, faster.effect(), 1e-12);
    assertEquals(Change.REGRESSED, rate(times(baseline, 1.1), baseline).change());
  }

  @Test
  void aChangeBelowTheMinimumEffectIsNoRegressionHoweverCertain() {
    List<Double> baseline = launches(12, 100, 0.0001);
    Compared compared = one(baseline, times(baseline, 1.029));
    assertTrue(compared.pAdjusted() < 1e-5);
    assertEquals(Change.UNCHANGED, compared.change());
    assertEquals("within ±5 %", compared.reason());
    assertEquals(Change.REGRESSED, one(baseline, times(baseline, 1.031)).change());
    assertEquals(Change.IMPROVED, one(times(baseline, 1.031), baseline).change());
  }

  @Test
  void aSmallChangeThatMayBeALargeOneIsInconclusive() {
    List<Double> baseline = launches(30, 100, 0.004);
    Compared compared = one(baseline, times(baseline, 1.029));
    assertTrue(compared.pAdjusted() < 0.01);
    assertTrue(compared.upper() > 1.05);
    assertEquals(Change.INCONCLUSIVE, compared.change());
    assertEquals(
        "a change, but maybe of less than 3 %, and maybe of more than 5 %", compared.reason());
  }

  @Test
  void toHaveFoundNothingIsNotToBeUnchanged() {
    List<Double> steady = launches(10, 100, 0.001);
    assertEquals(Change.UNCHANGED, one(steady, steady).change());
    List<Double> lower = times(launches(10, 100, 0.01), 0.94);
    Compared reachesBelow = one(launches(10, 100, 0.001), lower);
    assertTrue(reachesBelow.upper() < 1.05 && reachesBelow.lower() < 0.95);
    assertEquals(Change.INCONCLUSIVE, reachesBelow.change());
    List<Double> scattered = launches(10, 100, 0.02);
    Compared compared = one(scattered, scattered);
    assertEquals(Change.INCONCLUSIVE, compared.change());
    assertTrue(compared.pAdjusted() > 0.99);
    assertEquals("a change of 7.8 % could have gone unseen", compared.reason());
  }

  @Test
  void equalCountsOfAnExactCounterAreUnchanged() {
    Compared compared = one(launches(5, 4_096, 0), launches(5, 4_096, 0));
    assertEquals(Change.UNCHANGED, compared.change());
    assertEquals(1, compared.pAdjusted());
  }

  @Test
  void moreBenchmarksAskForMoreCertainty() {
    List<Double> baseline = launches(5, 100, 0.001);
    List<Double> slower = times(baseline, 1.5);
    assertEquals(Change.REGRESSED, one(baseline, slower).change());
    List<ComparisonInput> suite = new ArrayList<>();
    suite.add(new ComparisonInput("B.slower", baseline, slower, false));
    suite.add(new ComparisonInput("B.same", baseline, baseline, false));
    Comparison comparison = SequentialComparison.of(suite, STANDARD);
    Compared compared = comparison.benchmarks().get(0);
    assertEquals(2 * 2.0 / 252, compared.pAdjusted(), 1e-12);
    assertEquals(Change.INCONCLUSIVE, compared.change());
    assertEquals(
        "5 launches against 5 cannot show a change among 2 benchmarks: 6 a side could",
        compared.reason());
    assertEquals(1, comparison.count(Change.UNCHANGED));
  }

  @Test
  void aProbabilityOfExactlyAlphaIsNotBelowIt() {
    List<Double> baseline = launches(5, 100, 0.001);
    ComparisonInput input = new ComparisonInput("B.run", baseline, times(baseline, 1.5), false);
    ComparisonSettings settings = new ComparisonSettings(2.0 / 252, 0.03, 0.05, 0.25);
    Compared compared = SequentialComparison.of(List.of(input), settings).benchmarks().get(0);
    assertEquals(2.0 / 252, compared.pAdjusted());
    assertEquals(Change.INCONCLUSIVE, compared.change());
    assertEquals("5 launches against 5 cannot show a change: 6 a side could", compared.reason());
  }

  @Test
  void anIntervalThatReachesTheMarginExactlyLiesWithinIt() {
    LogShift shift = new LogShift(0, -0.05, 0.05, 0.99, 1);
    assertTrue(shift.liesWithin(0.05));
    assertFalse(shift.liesWithin(Math.nextDown(0.05)));
  }

  @Test
  void aFewLaunchesAreNeverUnchanged() {
    List<Double> few = launches(4, 100, 0);
    Compared compared = one(few, few);
    assertEquals(Change.INCONCLUSIVE, compared.change());
    assertEquals(1 - 2.0 / 70, compared.confidence(), 1e-12);
    assertEquals("4 launches against 4 cannot show a change: 5 a side could", compared.reason());
  }

  @Test
  void aSingleLaunchIsJudgedByTheAssumedSpread() {
    Compared compared = one(List.of(100.0), List.of(150.0));
    assertEquals(Change.INCONCLUSIVE, compared.change());
    assertTrue(compared.singleLaunch());
    double reach = StrictMath.exp(2.5758293035489004 * 0.25 * Math.sqrt(2));
    assertEquals(1.5 / reach, compared.lower(), 1e-12);
    assertEquals(1.5 * reach, compared.upper(), 1e-12);
    assertEquals(
        "single launch: the spread is assumed, and ±149 % may be chance", compared.reason());
  }

  @Test
  void aSingleLaunchRegressesOnlyWhenItsIntervalExcludesTheMinimumEffect() {
    List<Double> baseline = List.of(100.0);
    assertEquals(Change.INCONCLUSIVE, one(baseline, List.of(255.0)).change());
    Compared regressed = one(baseline, List.of(257.0));
    assertEquals(Change.REGRESSED, regressed.change());
    assertEquals("single launch: the spread is assumed, and 157 % slower", regressed.reason());
    assertEquals(Change.INCONCLUSIVE, one(List.of(255.0), baseline).change());
    assertEquals(Change.IMPROVED, one(List.of(257.0), baseline).change());
    assertEquals(Change.INCONCLUSIVE, rate(baseline, List.of(255.0)).change());
    assertEquals(Change.IMPROVED, rate(baseline, List.of(257.0)).change());
    assertEquals(Change.INCONCLUSIVE, one(baseline, baseline).change());
  }

  @Test
  void aSingleLaunchIsNeverUnchangedHoweverLittleSpreadIsAssumed() {
    ComparisonSettings steady = new ComparisonSettings(0.01, 0.03, 0.05, 0.001);
    ComparisonInput same = new ComparisonInput("B.run", List.of(100.0), List.of(100.0), false);
    Compared compared = SequentialComparison.of(List.of(same), steady).benchmarks().get(0);
    assertTrue(compared.upper() < 1.01);
    assertEquals(Change.INCONCLUSIVE, compared.change());
  }

  @Test
  void moreLaunchesOnTheOtherSideNarrowASingleOnesInterval() {
    Compared compared = one(launches(25, 100, 0), List.of(100.0));
    assertTrue(compared.singleLaunch());
    double widened = StrictMath.exp(2.5758293035489004 * 0.25 * Math.sqrt(1.04));
    assertEquals(widened, compared.upper(), 1e-12);
    assertEquals(widened, one(List.of(100.0), launches(25, 100, 0)).upper(), 1e-12);
  }

  @Test
  void anEmptySuiteHasNothingToCompare() {
    assertTrue(SequentialComparison.of(List.of(), STANDARD).benchmarks().isEmpty());
  }

  @Test
  void valuesWithoutALogarithmAreRefusedByName() {
    List<Double> good = List.of(1.0);
    for (List<Double> bad :
        List.of(
            List.<Double>of(),
            List.of(0.0),
            List.of(Double.NaN),
            List.of(Double.POSITIVE_INFINITY))) {
      Exception thrown = assertThrows(IllegalArgumentException.class, () -> one(bad, good));
      assertTrue(thrown.getMessage().startsWith("the baseline of B.run "), thrown::getMessage);
      assertThrows(IllegalArgumentException.class, () -> one(good, bad));
    }
  }

  @Test
  void senselessSettingsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new ComparisonSettings(0, 0.03, 0.05, 0.25));
    assertThrows(
        IllegalArgumentException.class, () -> new ComparisonSettings(0.01, -1, 0.05, 0.25));
    assertThrows(IllegalArgumentException.class, () -> new ComparisonSettings(0.01, 0.03, 0, 0.25));
  }
}
