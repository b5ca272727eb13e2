package dev.arborist.domain.validation.statistics;

import org.apache.commons.statistics.inference.MannWhitneyUTest;

/**
 * Whether one sample tends to be larger than another, by ranks alone.
 *
 * <p>H. B. Mann, D. R. Whitney (1947), "On a test of whether one of two random variables is
 * stochastically larger than the other". The p value is exact when both samples have fewer than 50
 * values and no two values are equal; otherwise it is the normal approximation, with its correction
 * for ties and for continuity. These are the limits of commons-statistics, and of R. Of equal
 * values alone the approximation has no variance; their p value is 1.
 */
public final class MannWhitney {

  private static final MannWhitneyUTest TEST = MannWhitneyUTest.withDefaults();

  private MannWhitney() {}

  /**
   * How probable ranks at least as far apart are, in either direction, when the samples are alike.
   *
   * @throws IllegalArgumentException when a sample is empty or holds NaN
   */
  public static double twoSided(double[] x, double[] y) {
    double p = TEST.test(x, y).getPValue();
    return Double.isNaN(p) ? 1 : p;
  }

  /**
   * The least exact two-sided p value that samples of these sizes can have: when all values of one
   * lie above all of the other.
   */
  public static double leastTwoSided(int n, int m) {
    double least = 2;
    for (int i = 1; i <= n; i++) {
      least *= (double) i / (m + i);
    }
    return Math.min(1, least);
  }
}
