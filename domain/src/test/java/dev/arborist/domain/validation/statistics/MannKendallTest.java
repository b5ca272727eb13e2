package dev.arborist.domain.validation.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** References are scipy.stats.kendalltau(method="exact") and counts in Python's integers. */
class MannKendallTest {

  /** A series of n values of which exactly so many pairs fall. */
  private static double[] withFallingPairs(int n, int falling) {
    double[] series = new double[n];
    int left = falling;
    for (int i = 0; i < n; i++) {
      int place = i - Math.min(i, left);
      System.arraycopy(series, place, series, place + 1, i - place);
      series[place] = i;
      left -= i - place;
    }
    return series;
  }

  private static void assertUpward(double expected, int n, int falling) {
    MannKendall trend = MannKendall.of(withFallingPairs(n, falling));
    assertEquals(n * (n - 1) / 2 - 2 * falling, trend.s());
    assertEquals(expected, trend.upward(), expected * 1e-12);
  }

  @Test
  void shortSeriesAgreeWithScipy() {
    MannKendall rising = MannKendall.of(new double[] {1, 3, 2, 5, 4, 6, 8, 7, 10, 9});
    assertEquals(37, rising.s());
    assertEquals(0.00017884700176366844, rising.upward(), 1e-15);
    assertEquals(0.999942405202822, rising.downward(), 1e-12);
    assertEquals(2 * 0.00017884700176366844, rising.twoSided(), 1e-15);
    MannKendall level = MannKendall.of(new double[] {4.1, 3.2, 5.6, 5.9, 5.1, 6.3, 2.2});
    assertEquals(3, level.s());
    assertEquals(0.3863095238095238, level.upward(), 1e-12);
    assertEquals(0.719047619047619, level.downward(), 1e-12);
  }

  @Test
  void tinyProbabilitiesOfLongSeriesKeepTheirDigits() {
    assertUpward(2.755731922398589e-07, 10, 0);
    assertUpward(0.0014971795584084882, 20, 50);
    assertUpward(2.0194769885261896e-08, 50, 300);
    assertUpward(1.1079494523039421e-09, 100, 1_500);
    assertUpward(1.686115432478886e-05, 200, 8_000);
    assertUpward(0.5004210082336513, 200, 9_950);
  }

  @Test
  void pairsAreCountedAsOneByOne() {
    Random random = new Random(1);
    for (int n = 1; n <= 70; n++) {
      double[] values = new double[n];
      for (int i = 0; i < n; i++) {
        values[i] = random.nextInt(n) - 10;
      }
      long s = 0;
      for (int i = 0; i < n; i++) {
        for (int j = i + 1; j < n; j++) {
          s += Double.compare(values[j], values[i]);
        }
      }
      assertEquals(s, MannKendall.of(values).s(), Arrays.toString(values));
    }
  }

  @Test
  void tiesAreCorrectedFor() {
    MannKendall trend = MannKendall.of(new double[] {10, 12, 12, 13, 10, 15, 15, 15, 18, 17});
    assertEquals(32, trend.s());
    assertEquals(0.0022713272110813742, trend.upward(), 1e-12);
    assertEquals(0.9987397817103554, trend.downward(), 1e-12);
  }

  @Test
  void aConstantSeriesHasNoTrend() {
    assertEquals(new MannKendall(0, 1, 1), MannKendall.of(new double[] {5, 5, 5, 5, 5, 5, 5}));
    assertEquals(new MannKendall(0, 1, 1), MannKendall.of(new double[] {5}));
    assertEquals(1, MannKendall.of(new double[] {5, 5, 5}).twoSided());
  }

  @Test
  void theApproximationOfLongSeriesContinuesTheExact() {
    int limit = KendallDistribution.EXACT_LIMIT;
    int falling = (int) (0.48 * limit * (limit - 1) / 2);
    double exact = MannKendall.of(withFallingPairs(limit, falling)).upward();
    double n = limit + 1.0;
    double[] longer = withFallingPairs(limit + 1, (int) (0.48 * n * (n - 1) / 2));
    double approximate = MannKendall.of(longer).upward();
    assertTrue(exact > 0.1 && exact < 0.2, "exact " + exact);
    assertEquals(exact, approximate, 0.002);
  }

  @Test
  void nothingAndTheInfiniteAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> MannKendall.of(new double[0]));
    assertThrows(
        IllegalArgumentException.class, () -> MannKendall.of(new double[] {1, Double.NaN}));
  }
}
