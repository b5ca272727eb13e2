package dev.arborist.domain.validation.complexity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class PowerFitTest {

  private static final double[] SIZES = {10, 50, 100, 500, 1_000, 5_000};
  private static final int LAUNCHES = 5;

  /** Costs at each size in five launches, each off by a factor of about e^(±noise). */
  private static PowerFit fit(DoubleUnaryOperator cost, double noise, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] sizes = new double[SIZES.length * LAUNCHES];
    double[] costs = new double[sizes.length];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = SIZES[i / LAUNCHES];
      double scatter = random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5;
      costs[i] = cost.applyAsDouble(sizes[i]) * StrictMath.exp(2 * noise * scatter);
    }
    return PowerFit.of(sizes, costs);
  }

  @Test
  void exactPowersAreFound() {
    for (double exponent : new double[] {0.5, 1, 1.5, 2, 3}) {
      PowerFit fit = fit(n -> 7 * StrictMath.pow(n, exponent), 0, 1);
      assertEquals(exponent, fit.exponent(), 0.011);
      assertEquals(7, fit.factor(), 0.7);
    }
  }

  @Test
  void aFixedCostDoesNotFlattenTheExponent() {
    PowerFit fit = fit(n -> 20_000 + 600 * n, 0.02, 1);
    assertTrue(fit.lower() <= 1 && fit.upper() >= 1, fit.toString());
    assertEquals(20_000, fit.fixedCost(), 5_000);
    assertEquals(GrowthClass.LINEAR, fit.growth());
  }

  @Test
  void theIntervalHoldsTheTruthAboutAsOftenAsItSays() {
    int held = 0;
    int runs = 100;
    for (int seed = 0; seed < runs; seed++) {
      PowerFit fit = fit(n -> 500 + 3 * n, 0.05, seed);
      held += fit.lower() <= 1 && fit.upper() >= 1 ? 1 : 0;
    }
    assertTrue(held >= 0.95 * runs, held + " of " + runs);
  }

  @Test
  void quadraticGrowthIsNeverTakenForLinear() {
    for (int seed = 0; seed < 25; seed++) {
      PowerFit fit = fit(n -> 100 + n * n, 0.1, seed);
      assertTrue(fit.lower() > 1.25, fit.toString());
      assertEquals(GrowthClass.QUADRATIC, fit.growth());
    }
  }

  @Test
  void aCostThatDoesNotDependOnTheSizeIsConstant() {
    assertEquals(GrowthClass.CONSTANT, fit(n -> 1_000, 0.02, 3).growth());
  }

  @Test
  void tooFewOrImpossibleObservationsAreRefused() {
    double[] four = {1, 2, 3, 4};
    assertThrows(IllegalArgumentException.class, () -> PowerFit.of(four, four));
    double[] sizes = {1, 2, 3, 4, 5};
    double[] costs = {1, 2, 0, 4, 5};
    assertThrows(IllegalArgumentException.class, () -> PowerFit.of(sizes, costs));
  }
}
