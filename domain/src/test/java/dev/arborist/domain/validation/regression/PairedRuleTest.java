package dev.arborist.domain.validation.regression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PairedRuleTest {

  private static final PairedRule RULE = new PairedRule(PairedSettings.standard());

  private static List<Double> logs(double... ratios) {
    return DoubleStream.of(ratios).map(StrictMath::log).boxed().toList();
  }

  /** Thirty pairs: so many of one ratio, the others of another. */
  private static List<Double> thirty(int many, double ratio, double other) {
    List<Double> pairs = new ArrayList<>(Collections.nCopies(many, StrictMath.log(ratio)));
    pairs.addAll(Collections.nCopies(30 - many, StrictMath.log(other)));
    return pairs;
  }

  private static PairedVerdict judge(List<Double> pairs) {
    return RULE.judge(List.of(pairs)).get(0);
  }

  private static boolean isScreened(double... ratios) {
    return RULE.screen(logs(ratios)).isPresent();
  }

  @Test
  void sevenPairsScreenWhenTheirMedianIsSmallAndTheMiddleFiveLieWithinFivePercent() {
    assertTrue(isScreened(2.0, 1.049, 1.014, 1.014, 0.96, 0.953, 0.2));
    assertFalse(isScreened(2.0, 1.049, 1.016, 1.016, 1.016, 0.96, 0.2));
    assertFalse(isScreened(0.5, 0.96, 1 / 1.016, 1 / 1.016, 1 / 1.016, 1, 1));
    assertFalse(isScreened(2.0, 1.051, 1, 1, 1, 1, 1));
    assertFalse(isScreened(0.5, 0.951, 1, 1, 1, 1, 1));
  }

  @Test
  void whatIsScreenedIsUnchangedWithinFivePercent() {
    PairedVerdict verdict =
        RULE.screen(logs(2.0, 1.049, 1.014, 1.014, 0.96, 0.96, 0.2)).orElseThrow();
    assertEquals(Change.UNCHANGED, verdict.change());
    assertEquals(0.05, verdict.margin());
    assertEquals(1.014, verdict.effect(), 1e-12);
    assertEquals(0.96, verdict.lower(), 1e-12);
    assertEquals(1.049, verdict.upper(), 1e-12);
    assertEquals(7, verdict.pairs());
  }

  @Test
  void twentyTwoSlowerPairsOfThirtyAreARegressionAndTwentyOneAreNot() {
    PairedVerdict regressed = judge(thirty(22, 1.2, 0.9));
    assertEquals(Change.REGRESSED, regressed.change());
    assertEquals(1.2, regressed.effect(), 1e-12);
    assertEquals(0.008062400855123998, regressed.pAdjusted(), 1e-12);
    assertEquals("22 of 30 pairs are slower", regressed.reason());
    assertEquals(Change.INCONCLUSIVE, judge(thirty(21, 1.2, 0.9)).change());
  }

  @Test
  void halfOfThePairsMayDoAndNoFewer() {
    List<Double> fifteen =
        logs(1.2, 1.2, 1.2, 1.2, 1.2, 1.2, 1.2, 1.2, 1.2, 1.2, 1.2, 1.2, 1.2, 0.9, 0.9);
    PairedVerdict regressed = judge(fifteen);
    assertEquals(Change.REGRESSED, regressed.change());
    assertEquals("13 of 15 pairs are slower", regressed.reason());
    assertEquals(0.003692626953125, regressed.pAdjusted(), 1e-12);
    assertThrows(IllegalArgumentException.class, () -> judge(fifteen.subList(0, 14)));
    List<Double> more = new ArrayList<>(thirty(30, 1.2, 1));
    more.add(0.1);
    assertThrows(IllegalArgumentException.class, () -> judge(more));
  }

  /** Of ten pairs nine go one way by chance as often as this rule may be wrong. */
  @Test
  void aProbabilityOfExactlyAlphaIsNotBelowIt() {
    PairedRule rule = new PairedRule(new PairedSettings(7, 10, 11.0 / 1024, 0.03));
    List<Double> nine = new ArrayList<>(Collections.nCopies(9, 0.2));
    nine.add(-0.1);
    PairedVerdict verdict = rule.judge(List.of(nine)).get(0);
    assertEquals(11.0 / 1024, verdict.pAdjusted());
    assertEquals(Change.INCONCLUSIVE, verdict.change());
    List<Double> mirrored = nine.stream().map(ratio -> -ratio).toList();
    assertEquals(Change.INCONCLUSIVE, rule.judge(List.of(mirrored)).get(0).change());
    List<Double> ten = Collections.nCopies(10, 0.2);
    assertEquals(Change.REGRESSED, rule.judge(List.of(ten)).get(0).change());
  }

  @Test
  void aMedianOfExactlyTheMinimumEffectIsAChange() {
    double least = StrictMath.log1p(0.03);
    assertEquals(Change.REGRESSED, judge(Collections.nCopies(30, least)).change());
    assertEquals(Change.IMPROVED, judge(Collections.nCopies(30, -least)).change());
  }

  @Test
  void aMedianOfExactlyHalfTheMinimumEffectIsLookedInto() {
    double half = StrictMath.log1p(0.015);
    assertTrue(RULE.screen(Collections.nCopies(7, half)).isEmpty());
    assertTrue(RULE.screen(Collections.nCopies(7, -half)).isEmpty());
  }

  @Test
  void thePairsThatReachTheMarginExactlyLieWithinIt() {
    double margin = StrictMath.log1p(0.05);
    assertTrue(RULE.screen(List.of(-1.0, -margin, 0.0, 0.0, 0.0, margin, 1.0)).isPresent());
  }

  /** 22 of 30 are needed, so the ninth must be slower. */
  @Test
  void detectableIsByHowMuchTheLastPairThatIsNeededLiesBelowTheMedian() {
    List<Double> pairs = IntStream.rangeClosed(1, 30).mapToObj(i -> i / 100.0).toList();
    PairedVerdict verdict = judge(pairs);
    assertEquals(StrictMath.exp(0.155), verdict.effect(), 1e-12);
    assertEquals(StrictMath.expm1(0.155 - 0.09), verdict.detectable(), 1e-12);
    assertEquals(0.03, judge(thirty(30, 1.2, 1)).detectable());
  }

  @Test
  void whatIsUndecidedShowsThePairsThatThereAre() {
    PairedVerdict verdict = PairedRule.undecided(logs(1.5, 1.1, 0.7), "too few");
    assertEquals(Change.INCONCLUSIVE, verdict.change());
    assertEquals(1.1, verdict.effect(), 1e-12);
    assertEquals(0.7, verdict.lower(), 1e-12);
    assertEquals(1.5, verdict.upper(), 1e-12);
    assertEquals(3, verdict.pairs());
    assertEquals("too few", verdict.reason());
    PairedVerdict none = PairedRule.undecided(List.of(), "no time");
    assertEquals(Change.INCONCLUSIVE, none.change());
    assertEquals(1, none.effect());
    assertEquals(0, none.pairs());
    assertEquals("no time", none.reason());
  }

  @Test
  void improvementsMirrorRegressions() {
    PairedVerdict improved = judge(thirty(22, 1 / 1.2, 1 / 0.9));
    assertEquals(Change.IMPROVED, improved.change());
    assertEquals("22 of 30 pairs are faster", improved.reason());
    assertEquals(Change.INCONCLUSIVE, judge(thirty(21, 1 / 1.2, 1 / 0.9)).change());
  }

  @Test
  void pairsThatAreEqualAreNotSlower() {
    assertEquals(Change.INCONCLUSIVE, judge(thirty(21, 1.2, 1)).change());
    assertEquals(Change.INCONCLUSIVE, judge(thirty(21, 1 / 1.2, 1)).change());
    assertEquals(Change.UNCHANGED, judge(thirty(30, 1, 1)).change());
  }

  @Test
  void severalSuspectsAskForMorePairsEach() {
    List<Double> twentyTwo = thirty(22, 1.2, 0.9);
    List<Double> twentyThree = thirty(23, 1.2, 0.9);
    List<Double> same = thirty(15, 1.01, 0.99);
    List<PairedVerdict> verdicts = RULE.judge(List.of(twentyTwo, same, twentyThree, same));
    assertEquals(
        List.of(Change.INCONCLUSIVE, Change.UNCHANGED, Change.INCONCLUSIVE, Change.UNCHANGED),
        verdicts.stream().map(PairedVerdict::change).toList());
    PairedVerdict found = RULE.judge(List.of(same, twentyThree, same)).get(1);
    assertEquals(Change.REGRESSED, found.change());
    assertEquals(3 * 0.0026114396750926976, found.pAdjusted(), 1e-12);
  }

  @Test
  void aCertainChangeOfLessThanThreePercentIsUnchangedWithTheSmallestMarginThatHolds() {
    PairedVerdict small = judge(thirty(30, 1.029, 1));
    assertEquals(Change.UNCHANGED, small.change());
    assertEquals(0.03, small.margin());
    assertEquals("within ±3 %", small.reason());
    assertEquals(Change.REGRESSED, judge(thirty(30, 1.031, 1)).change());
    assertEquals(Change.UNCHANGED, judge(thirty(30, 1 / 1.029, 1)).change());
    assertEquals(Change.IMPROVED, judge(thirty(30, 1 / 1.031, 1)).change());
    assertEquals(0.05, judge(thirty(21, 1.049, 0.99)).margin());
    assertEquals(0.10, judge(thirty(21, 1.099, 0.96)).margin());
  }

  @Test
  void theTenthToTheTwentyFirstOfTheOrderedRatiosMustLieWithinTheMargin() {
    assertEquals(0.03, judge(thirty(21, 1.02, 0.5)).margin());
    assertEquals(Change.INCONCLUSIVE, judge(thirty(20, 1.02, 0.5)).change());
    assertEquals(0.03, judge(thirty(21, 0.98, 2)).margin());
    assertEquals(Change.INCONCLUSIVE, judge(thirty(20, 0.98, 2)).change());
  }

  @Test
  void aControlThatAlarmsTakesAllVerdictsBack() {
    List<PairedVerdict> verdicts = RULE.judge(List.of(thirty(30, 1.2, 1), thirty(30, 1.001, 1)));
    assertEquals(verdicts, RULE.heed(judge(thirty(15, 1.01, 0.99)), verdicts));
    assertEquals(verdicts, RULE.heed(judge(thirty(15, 2, 0.5)), verdicts));
    for (double drift : new double[] {1.04, 1 / 1.04}) {
      List<PairedVerdict> heeded = RULE.heed(judge(thirty(30, drift, 1)), verdicts);
      assertEquals(2, heeded.size());
      for (PairedVerdict verdict : heeded) {
        assertEquals(Change.INCONCLUSIVE, verdict.change());
        assertEquals(0, verdict.margin());
        assertEquals("the control, baseline against baseline, alarmed", verdict.reason());
      }
      assertEquals(verdicts.get(0).effect(), heeded.get(0).effect());
    }
  }

  @Test
  void withoutAControlNothingHasChangedForCertain() {
    List<PairedVerdict> verdicts = RULE.judge(List.of(thirty(30, 1.2, 1), thirty(30, 1.001, 1)));

    List<PairedVerdict> heeded =
        RULE.heed(PairedRule.undecided(logs(1, 1, 1), "a pair failed"), verdicts);

    assertEquals(Change.INCONCLUSIVE, heeded.get(0).change());
    assertEquals(
        "the control, baseline against baseline, is missing: a pair failed",
        heeded.get(0).reason());
    assertEquals(verdicts.get(1), heeded.get(1), "what did not change needs none");
  }

  @Test
  void whoToleratesMoreThanTenPercentHasAMarginOfThat() {
    PairedRule tolerant = new PairedRule(new PairedSettings(7, 30, 0.01, 0.15));

    PairedVerdict less = tolerant.judge(List.of(thirty(30, 1.12, 1))).get(0);
    assertEquals(Change.UNCHANGED, less.change());
    assertEquals(0.15, less.margin());
    assertEquals(Change.REGRESSED, tolerant.judge(List.of(thirty(30, 1.16, 1))).get(0).change());
    assertEquals(
        "the middle pairs reach beyond ±15 %",
        tolerant.judge(List.of(thirty(20, 1.02, 0.5))).get(0).reason());
  }

  /** One of five suspects needs 24 of 30 pairs, and a single one 22. */
  @Test
  void ofSeveralSuspectsLessIsDetectable() {
    List<Double> scattered = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      scattered.add((i - 14.5) / 100);
    }

    double alone = RULE.judge(List.of(scattered)).get(0).detectable();
    double ofFive = RULE.judge(Collections.nCopies(5, scattered)).get(0).detectable();

    assertEquals(Math.expm1(0.065), alone, 1e-9);
    assertEquals(Math.expm1(0.085), ofFive, 1e-9);
  }

  @Test
  void whatIsInconclusiveAnywayKeepsItsReason() {
    PairedVerdict undecided = judge(thirty(20, 1.02, 0.5));
    PairedVerdict alarm = judge(thirty(30, 1.2, 1));
    assertEquals(List.of(undecided), RULE.heed(alarm, List.of(undecided)));
  }

  @Test
  void otherNumbersOfPairsAndWhatIsNoNumberAreRefused() {
    List<Double> six = logs(1, 1, 1, 1, 1, 1);
    List<Double> nan = logs(1, 1, 1, 1, 1, 1, Double.NaN);
    assertThrows(IllegalArgumentException.class, () -> RULE.screen(six));
    assertThrows(IllegalArgumentException.class, () -> RULE.screen(nan));
    assertThrows(IllegalArgumentException.class, () -> RULE.judge(List.of(six)));
  }
}
