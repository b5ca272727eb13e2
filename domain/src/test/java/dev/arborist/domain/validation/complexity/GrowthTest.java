package dev.arborist.domain.validation.complexity;

import static dev.arborist.domain.validation.complexity.GrowthClass.CONSTANT;
import static dev.arborist.domain.validation.complexity.GrowthClass.LINEAR;
import static dev.arborist.domain.validation.complexity.GrowthClass.LINEARITHMIC;
import static dev.arborist.domain.validation.complexity.GrowthClass.LOGARITHMIC;
import static dev.arborist.domain.validation.complexity.GrowthClass.QUADRATIC;
import static dev.arborist.domain.validation.complexity.GrowthClass.UNDETERMINED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class GrowthTest {

  private static final int SEEDS = 100;

  private record Known(String name, GrowthClass growth, DoubleUnaryOperator cost) {}

  private static double log(double n) {
    return StrictMath.log(n);
  }

  private static List<Known> known() {
    return List.of(
        new Known("1000", CONSTANT, n -> 1_000),
        new Known("3e6", CONSTANT, n -> 3e6),
        new Known("50 log n", LOGARITHMIC, n -> 50 * log(n)),
        new Known("100 + 80 log n", LOGARITHMIC, n -> 100 + 80 * log(n)),
        new Known("12 n", LINEAR, n -> 12 * n),
        new Known("500 + 12 n", LINEAR, n -> 500 + 12 * n),
        new Known("20000 + 600 n", LINEAR, n -> 20_000 + 600 * n),
        new Known("7 n log n", LINEARITHMIC, n -> 7 * n * log(n)),
        new Known("1000 + 7 n log n", LINEARITHMIC, n -> 1_000 + 7 * n * log(n)),
        new Known("n²", QUADRATIC, n -> n * n),
        new Known("10000 + n²", QUADRATIC, n -> 10_000 + n * n),
        new Known("1000000 + 2 n²", QUADRATIC, n -> 1e6 + 2 * n * n));
  }

  private static List<Known> unnamed() {
    return List.of(
        new Known("30 sqrt n", UNDETERMINED, n -> 30 * StrictMath.sqrt(n)),
        new Known("3 n^1.5", UNDETERMINED, n -> 3 * StrictMath.pow(n, 1.5)),
        new Known("10000 + n^1.5", UNDETERMINED, n -> 10_000 + StrictMath.pow(n, 1.5)),
        new Known("n³", UNDETERMINED, n -> n * n * n));
  }

  private static Growth growth(GeneratedCosts design, DoubleUnaryOperator cost, long seed) {
    CostsBySize costs = design.of(cost, seed);
    return Growth.of(costs, PowerFit.of(costs));
  }

  /** n·log n and log n are no powers of n, so their neighbours are no wrong ones. */
  private static boolean isWrongPower(Growth growth, GrowthClass truth) {
    boolean isPower =
        switch (growth.named()) {
          case CONSTANT, LINEAR, QUADRATIC -> true;
          case LOGARITHMIC, LINEARITHMIC, UNDETERMINED -> false;
        };
    boolean neighbours = growth.named() == LINEAR && truth == LINEARITHMIC;
    return isPower && growth.named() != truth && !neighbours;
  }

  private static void check(double[] sizes, int launches, double noise, double rightMin) {
    GeneratedCosts design = new GeneratedCosts(sizes, launches, noise);
    for (Known known : known()) {
      int right = 0;
      int wrong = 0;
      for (int seed = 0; seed < SEEDS; seed++) {
        Growth growth = growth(design, known.cost(), seed);
        assertFalse(isWrongPower(growth, known.growth()), known.name() + " taken for " + growth);
        right += growth.named() == known.growth() ? 1 : 0;
        wrong += growth.named() != known.growth() && growth.named() != UNDETERMINED ? 1 : 0;
      }
      String what = known.name() + " with noise " + noise + ": ";
      assertTrue(right >= rightMin * SEEDS, what + right + " of " + SEEDS + " right");
      assertTrue(wrong <= 0.03 * SEEDS, what + wrong + " of " + SEEDS + " wrong");
    }
  }

  @Test
  void knownCostsAreNamedAtFivePercentNoise() {
    check(GeneratedCosts.SIX, 5, 0.05, 0.9);
    check(GeneratedCosts.SIX, 3, 0.05, 0.9);
    check(GeneratedCosts.EIGHT, 4, 0.05, 0.9);
  }

  @Test
  void moreNoiseLeavesMoreUndeterminedAndNamesNothingWrongly() {
    check(GeneratedCosts.SIX, 5, 0.1, 0.8);
    check(GeneratedCosts.SIX, 5, 0.2, 0);
    check(GeneratedCosts.EIGHT, 3, 0.2, 0);
  }

  @Test
  void oneLaunchASizeIsJudgedWithCare() {
    check(GeneratedCosts.SIX, 1, 0.05, 0);
    check(GeneratedCosts.SIX, 1, 0.2, 0);
    GeneratedCosts exact = new GeneratedCosts(GeneratedCosts.SIX, 1, 0);
    assertEquals(List.of(LINEAR, LINEARITHMIC), growth(exact, n -> 500 + 12 * n, 1).alternatives());
    assertEquals(QUADRATIC, growth(exact, n -> n * n, 1).named());
  }

  @Test
  void aPowerWithoutANameIsNeverGivenThatOfAnother() {
    for (double noise : new double[] {0.05, 0.1, 0.2}) {
      for (int launches : new int[] {3, 5}) {
        GeneratedCosts design = new GeneratedCosts(GeneratedCosts.SIX, launches, noise);
        for (Known known : unnamed()) {
          for (int seed = 0; seed < SEEDS; seed++) {
            Growth growth = growth(design, known.cost(), seed);
            assertEquals(UNDETERMINED, growth.named(), known.name() + " taken for " + growth);
          }
        }
      }
    }
  }

  @Test
  void whatCannotBeToldApartIsSaid() {
    GeneratedCosts noisy = new GeneratedCosts(GeneratedCosts.EIGHT, 3, 0.2);
    int said = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Growth growth = growth(noisy, n -> 2_000 + 5 * n, seed);
      said += growth.label().equals("undetermined (linear or linearithmic)") ? 1 : 0;
    }
    assertTrue(said > 0.75 * SEEDS, said + " of " + SEEDS);
    List<GrowthClass> one = List.of(LINEAR);
    assertEquals(
        "undetermined (perhaps linear)",
        new Growth(UNDETERMINED, one, CoarseGrowth.UNDETERMINED).label());
  }

  @Test
  void theCoarseWordMayBeKnownWhereTheClassIsNot() {
    GeneratedCosts noisy = new GeneratedCosts(GeneratedCosts.SIX, 5, 0.2);
    Growth linear = growth(noisy, n -> 500 + 12 * n, 1);
    assertEquals(CoarseGrowth.LINEAR, linear.coarse(), linear.toString());
    GeneratedCosts quiet = new GeneratedCosts(GeneratedCosts.SIX, 5, 0.05);
    Growth root = growth(quiet, n -> 30 * StrictMath.sqrt(n), 1);
    assertEquals(UNDETERMINED, root.named());
    assertEquals("sub-linear", root.coarse().label());
  }

  @Test
  void aCostWhoseGrowthTheNoiseHidesIsNotCalledConstant() {
    GeneratedCosts noisy = new GeneratedCosts(GeneratedCosts.SIX, 3, 0.3);
    for (int seed = 0; seed < SEEDS; seed++) {
      Growth growth = growth(noisy, n -> 10_000 + n, seed);
      assertFalse(growth.named() == CONSTANT, "seed " + seed + ": " + growth);
    }
  }

  @Test
  void growthByTwoPercentDoesNotMatterHoweverSurelyItIsThere() {
    GeneratedCosts exact = new GeneratedCosts(GeneratedCosts.SIX, 5, 0.001);
    assertEquals(CONSTANT, growth(exact, n -> 100 + 2 * n / 5_000, 1).named());
    assertEquals(LINEAR, growth(exact, n -> 100 + 20 * n / 5_000, 1).named());
  }

  @Test
  void aFallingCostHasNoName() {
    GeneratedCosts design = new GeneratedCosts(GeneratedCosts.SIX, 5, 0.05);
    assertEquals(UNDETERMINED, growth(design, n -> 1e6 / n, 1).named());
  }

  @Test
  void sizeOneHasNoLogarithmButIsNoObstacle() {
    double[] fromOne = {1, 10, 100, 1_000, 10_000};
    GeneratedCosts design = new GeneratedCosts(fromOne, 5, 0.05);
    assertEquals(LOGARITHMIC, growth(design, n -> 100 + 80 * log(n), 1).named());
    assertEquals(LINEARITHMIC, growth(design, n -> 100 + 7 * n * log(n), 1).named());
    assertEquals(LINEAR, growth(design, n -> 100 + 12 * n, 1).named());
  }

  /** Each size is off by a factor of its own, the same in all launches. */
  private static DoubleUnaryOperator withEffects(DoubleUnaryOperator cost, double sd, long seed) {
    double[] sizes = GeneratedCosts.SIX;
    double[] values = new GeneratedCosts(sizes, 1, sd).values(cost, 1_000 + seed);
    return n -> values[Arrays.binarySearch(sizes, n)];
  }

  @Test
  void sizesThatHaveAnEffectOfTheirOwnDoNotHideTheGrowth() {
    GeneratedCosts design = new GeneratedCosts(GeneratedCosts.SIX, 5, 0.005);
    int right = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Growth growth = growth(design, withEffects(n -> n * n, 0.05, seed), seed);
      right += growth.named() == QUADRATIC ? 1 : 0;
      assertFalse(isWrongPower(growth, QUADRATIC), growth.toString());
    }
    assertTrue(right >= 0.9 * SEEDS, right + " of " + SEEDS);
  }

  @Test
  void classesHaveCoarserWords() {
    assertEquals("constant", CONSTANT.coarse().label());
    assertEquals("sub-linear", LOGARITHMIC.coarse().label());
    assertEquals("linear", LINEAR.coarse().label());
    assertEquals("linear", LINEARITHMIC.coarse().label());
    assertEquals("quadratic", QUADRATIC.coarse().label());
    assertEquals("undetermined", UNDETERMINED.coarse().label());
  }
}
