package dev.arborist.domain.validation.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * The slopes were listed in Python and ranked by exact counts of permutations; the median slopes
 * agree with scipy.stats.theilslopes.
 */
class TheilSenTest {

  private static final double[] X = {1, 2, 3, 4, 6, 7, 9, 10};
  private static final double[] Y = {2.1, 4.5, 5.2, 9.9, 11.0, 15.3, 17.2, 31.0};

  @Test
  void slopeAndExactBoundsAgreeWithTheReference() {
    TheilSen fit = TheilSen.of(X, Y, 0.95);
    assertEquals(2.18, fit.slope(), 1e-12);
    assertEquals(1.78, fit.lower(), 1e-12);
    assertEquals(3.516666666666667, fit.upper(), 1e-12);
    TheilSen surer = TheilSen.of(X, Y, 0.99);
    assertEquals(1.55, surer.lower(), 1e-12);
    assertEquals(4.3, surer.upper(), 1e-12);
  }

  @Test
  void tiesInBothAreCorrectedFor() {
    double[] x = {1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
    double[] y = {3, 4, 4, 6, 5, 8, 9, 9, 12, 11, 14, 13};
    TheilSen fit = TheilSen.of(x, y, 0.95);
    assertEquals(1, fit.slope(), 1e-12);
    assertEquals(0.9, fit.lower(), 1e-12);
    assertEquals(1.2222222222222223, fit.upper(), 1e-12);
  }

  @Test
  void theOrderOfThePointsDoesNotMatter() {
    double[] x = {10, 3, 1, 7, 2, 9, 4, 6};
    double[] y = {31.0, 5.2, 2.1, 15.3, 4.5, 17.2, 9.9, 11.0};
    assertEquals(TheilSen.of(X, Y, 0.95), TheilSen.of(x, y, 0.95));
  }

  @Test
  void tooFewPointsHaveASlopeButNoBounds() {
    double[] three = {1, 2, 3};
    double infinity = Double.POSITIVE_INFINITY;
    assertEquals(new TheilSen(1, -infinity, infinity), TheilSen.of(three, three, 0.99));
    // One of 4! permutations has no falling pair: 0.042 is enough for 95 %.
    double[] four = {1, 2, 3, 4};
    assertEquals(new TheilSen(1, 1, 1), TheilSen.of(four, four, 0.95));
  }

  @Test
  void aBoundIsWrongAboutAsOftenAsItSays() {
    SplittableRandom random = new SplittableRandom(7);
    int wrong = 0;
    int runs = 2_000;
    for (int run = 0; run < runs; run++) {
      double[] x = new double[15];
      double[] y = new double[15];
      for (int i = 0; i < 15; i++) {
        x[i] = i;
        y[i] = 3 * i + 40 * random.nextDouble();
      }
      wrong += TheilSen.of(x, y, 0.9).lower() > 3 ? 1 : 0;
    }
    assertTrue(wrong > 0.07 * runs && wrong < 0.12 * runs, wrong + " of " + runs);
  }

  @Test
  void whatHasNoSlopeIsRefused() {
    double[] two = {1, 2};
    assertThrows(IllegalArgumentException.class, () -> TheilSen.of(two, new double[] {1}, 0.9));
    assertThrows(IllegalArgumentException.class, () -> TheilSen.of(new double[] {2, 2}, two, 0.9));
    assertThrows(
        IllegalArgumentException.class,
        () -> TheilSen.of(new double[] {1, 2, Double.NaN}, new double[] {1, 2, 3}, 0.9));
    assertThrows(IllegalArgumentException.class, () -> TheilSen.of(two, two, 1));
  }
}
