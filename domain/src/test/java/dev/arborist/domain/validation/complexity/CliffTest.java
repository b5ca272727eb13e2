package dev.arborist.domain.validation.complexity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class CliffTest {

  private static final double[] DOUBLINGS = {64, 128, 256, 512, 1_024, 2_048, 4_096, 8_192};

  private static List<Cliff> cliffs(
      double[] sizes, int launches, double noise, DoubleUnaryOperator cost, long seed) {
    return Cliff.in(new GeneratedCosts(sizes, launches, noise).of(cost, seed));
  }

  private static String steps(List<Cliff> cliffs) {
    return cliffs.stream().map(cliff -> cliff.smaller() + "-" + cliff.larger()).toList().toString();
  }

  private static DoubleUnaryOperator from(double size, double jump, DoubleUnaryOperator cost) {
    return n -> cost.applyAsDouble(n) * (n >= size ? jump : 1);
  }

  private static List<DoubleUnaryOperator> smooth() {
    return List.of(
        n -> 1_000,
        n -> 12 * n,
        n -> 500 + 12 * n,
        n -> 20_000 + 600 * n,
        n -> 100 + 80 * StrictMath.log(n),
        n -> 7 * n * StrictMath.log(n),
        n -> n * n,
        n -> 1e6 + 2 * n * n,
        n -> 3 * StrictMath.pow(n, 1.5));
  }

  @Test
  void aSmoothCostHasNoneHoweverNoisy() {
    for (double noise : new double[] {0.02, 0.1, 0.3}) {
      for (int seed = 0; seed < 20; seed++) {
        for (DoubleUnaryOperator cost : smooth()) {
          assertEquals("[]", steps(cliffs(GeneratedCosts.SIX, 3, noise, cost, seed)));
          assertEquals("[]", steps(cliffs(GeneratedCosts.SIX, 1, noise, cost, seed)));
        }
      }
    }
  }

  @Test
  void aPlantedCliffIsNamedByItsTwoSizes() {
    for (double jump : new double[] {5, 10, 1_000}) {
      for (int seed = 0; seed < 10; seed++) {
        for (DoubleUnaryOperator cost : smooth().subList(0, 4)) {
          List<Cliff> cliffs = cliffs(DOUBLINGS, 5, 0.05, from(1_024, jump, cost), seed);
          assertEquals("[512-1024]", steps(cliffs), "jump by " + jump);
        }
      }
    }
  }

  @Test
  void theLocalExponentIsTheSlopeBetweenTheTwoSizes() {
    List<Cliff> cliffs = cliffs(GeneratedCosts.SIX, 5, 0, from(1_000, 8, n -> 3 * n), 1);
    assertEquals("[500-1000]", steps(cliffs));
    // log2(2 · 8)
    assertEquals(4, cliffs.get(0).localExponent(), 1e-9);
  }

  @Test
  void aJumpBelowTheToleranceIsNone() {
    // log2(1.35) = 0.43 and log2(1.6) = 0.68
    assertEquals("[]", steps(cliffs(DOUBLINGS, 5, 0, from(1_024, 1.35, n -> 3 * n), 1)));
    assertEquals("[512-1024]", steps(cliffs(DOUBLINGS, 5, 0, from(1_024, 1.6, n -> 3 * n), 1)));
  }

  @Test
  void aJumpThatNoiseExplainsIsNone() {
    int found = 0;
    for (int seed = 0; seed < 20; seed++) {
      found += cliffs(DOUBLINGS, 3, 0.4, from(1_024, 1.6, n -> 3 * n), seed).size();
    }
    assertEquals(0, found);
  }

  @Test
  void twoCliffsAreBothFound() {
    DoubleUnaryOperator cost = from(4_096, 20, from(256, 10, n -> 3 * n));
    assertEquals("[128-256, 2048-4096]", steps(cliffs(DOUBLINGS, 5, 0.05, cost, 1)));
  }

  @Test
  void aCostThatSuddenlyFallsIsACliffToo() {
    assertEquals("[512-1024]", steps(cliffs(DOUBLINGS, 5, 0.05, from(1_024, 0.1, n -> 12 * n), 1)));
  }

  @Test
  void aCostThatIsFlatOnBothSidesHasItsCliff() {
    List<Cliff> cliffs = cliffs(GeneratedCosts.SIX, 5, 0.05, from(500, 10, n -> 200), 1);
    assertEquals("[100-500]", steps(cliffs));
  }

  @Test
  void aRiseAtTheLargestSizeMayBeAPowerThatLeavesItsFixedCost() {
    assertEquals("[]", steps(cliffs(DOUBLINGS, 5, 0.05, from(8_192, 4, n -> 1_000), 1)));
    assertEquals("[4096-8192]", steps(cliffs(DOUBLINGS, 5, 0.05, from(8_192, 100, n -> 1_000), 1)));
    assertEquals("[4096-8192]", steps(cliffs(DOUBLINGS, 5, 0.05, from(8_192, 4, n -> 12 * n), 1)));
  }

  @Test
  void oneLaunchASizeShowsOnlyWhatNoLaunchWouldHide() {
    assertEquals("[]", steps(cliffs(DOUBLINGS, 1, 0.02, from(1_024, 1.6, n -> 12 * n), 1)));
    assertEquals("[512-1024]", steps(cliffs(DOUBLINGS, 1, 0.02, from(1_024, 50, n -> 12 * n), 1)));
  }

  @Test
  void fewerThanFiveSizesDoNotTellACliffFromACurve() {
    double[] four = {10, 100, 1_000, 10_000};
    assertTrue(cliffs(four, 5, 0.02, from(1_000, 100, n -> 12 * n), 1).isEmpty());
  }
}
