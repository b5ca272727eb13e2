package dev.arborist.domain.validation.complexity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class PowerFitTest {

  private static PowerFit fit(DoubleUnaryOperator cost, double noise, long seed) {
    return PowerFit.of(new GeneratedCosts(GeneratedCosts.SIX, 5, noise).of(cost, seed));
  }

  @Test
  void exactPowersAreFound() {
    for (double exponent : new double[] {0.5, 1, 1.5, 2, 3}) {
      PowerFit fit = fit(n -> 7 * StrictMath.pow(n, exponent), 0, 1);
      assertEquals(exponent, fit.exponent(), 1e-3);
      assertEquals(7, fit.factor(), 0.05);
      assertTrue(fit.lower() > exponent - 0.02 && fit.upper() < exponent + 0.02, fit.toString());
    }
  }

  @Test
  void aFixedCostDoesNotFlattenTheExponent() {
    PowerFit fit = fit(n -> 20_000 + 600 * n, 0.02, 1);
    assertTrue(fit.lower() <= 1 && fit.upper() >= 1, fit.toString());
    assertEquals(20_000, fit.fixedCost(), 2_000);
    assertEquals(620_000, fit.at(1_000), 20_000);
  }

  @Test
  void aFixedCostIsNeverNegative() {
    assertEquals(0, fit(n -> 50 * StrictMath.log(n), 0.02, 1).fixedCost());
  }

  @Test
  void theIntervalHoldsTheTruthInAbout98OfAHundredRuns() {
    int runs = 300;
    for (double exponent : new double[] {0.5, 1, 2}) {
      for (double fixed : new double[] {0, 500}) {
        int held = 0;
        for (int seed = 0; seed < runs; seed++) {
          PowerFit fit = fit(n -> fixed + 3 * StrictMath.pow(n, exponent), 0.1, seed);
          held += fit.lower() <= exponent && fit.upper() >= exponent ? 1 : 0;
        }
        String what = held + " of " + runs + " for k = " + exponent + ", a = " + fixed;
        assertTrue(held >= 0.96 * runs, what);
        assertTrue(fixed == 0 || held < runs, what);
      }
    }
  }

  /** Every observation by itself, on a fine grid of k and a/b, knowing nothing of sizes' means. */
  private static double bruteForceSquares(double[] sizes, double[] costs, double k) {
    double best = Double.MAX_VALUE;
    for (double logRatio = -12; logRatio < 12 + 8 * k; logRatio += 0.01) {
      double ratio = logRatio < -11.99 ? 0 : StrictMath.exp(logRatio);
      double sum = 0;
      double squares = 0;
      for (int i = 0; i < sizes.length; i++) {
        double curve = StrictMath.log(ratio + StrictMath.pow(sizes[i], k));
        double rest = StrictMath.log(costs[i]) - curve;
        sum += rest;
        squares += rest * rest;
      }
      best = Math.min(best, squares - sum * sum / sizes.length);
    }
    return best;
  }

  @Test
  void theIntervalEndsWhereBruteForceFindsTheCurveSignificantlyWorse() {
    GeneratedCosts design = new GeneratedCosts(new double[] {10, 100, 1_000, 5_000}, 3, 0.1);
    double[] sizes = design.allSizes();
    double[] costs = design.values(n -> 300 + 2 * n, 7);
    PowerFit fit = PowerFit.of(CostsBySize.of(sizes, costs));
    double least = bruteForceSquares(sizes, costs, fit.exponent());
    for (double k = 0.5; k < 1.6; k += 0.02) {
      assertTrue(bruteForceSquares(sizes, costs, k) > least - 1e-5, "better at " + k);
    }
    // qf(0.98, 1, 9) = 7.960 in R
    double limit = least * (1 + 7.960 / 9);
    assertEquals(limit, bruteForceSquares(sizes, costs, fit.lower()), 1e-3 * limit);
    assertEquals(limit, bruteForceSquares(sizes, costs, fit.upper()), 1e-3 * limit);
  }

  @Test
  void theIntervalWidensWithTheNoiseAndHoldsTheEstimate() {
    double width = 0;
    for (double noise : new double[] {0.01, 0.03, 0.1, 0.3}) {
      PowerFit fit = fit(n -> 500 + 3 * n, noise, 5);
      assertTrue(fit.lower() <= fit.exponent() && fit.exponent() <= fit.upper(), fit.toString());
      assertTrue(fit.upper() - fit.lower() > width, fit.toString());
      width = fit.upper() - fit.lower();
    }
  }

  @Test
  void aCostThatDoesNotGrowAllowsEveryExponent() {
    PowerFit fit = fit(n -> 1_000, 0.02, 3);
    assertEquals(0, fit.lower());
    assertEquals(4, fit.upper());
    assertEquals(1_000, fit.at(700), 30);
  }

  @Test
  void oneLaunchASizeIsFitted() {
    PowerFit fit =
        PowerFit.of(new GeneratedCosts(GeneratedCosts.SIX, 1, 0.05).of(n -> 3 * n * n, 1));
    assertTrue(fit.lower() < 2 && fit.upper() > 2, fit.toString());
  }

  @Test
  void tooFewOrImpossibleObservationsAreRefused() {
    double[] four = {1, 2, 3, 4};
    assertThrows(IllegalArgumentException.class, () -> CostsBySize.of(four, four));
    double[] sizes = {1, 2, 3, 4, 5};
    double[] withZero = {1, 2, 0, 4, 5};
    assertThrows(IllegalArgumentException.class, () -> CostsBySize.of(sizes, withZero));
    assertThrows(IllegalArgumentException.class, () -> CostsBySize.of(withZero, sizes));
    double[] twoSizes = {1, 1, 2, 2, 2};
    assertThrows(IllegalArgumentException.class, () -> CostsBySize.of(twoSizes, sizes));
    double[] withNaN = {1, 2, Double.NaN, 4, 5};
    assertThrows(IllegalArgumentException.class, () -> CostsBySize.of(sizes, withNaN));
  }
}
