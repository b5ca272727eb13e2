package dev.arborist.domain.validation.statistics;

import java.util.Arrays;

/**
 * By how much one sample is shifted against another, and the interval of the shift.
 *
 * <p>The estimate is the median of all differences between a value of one and a value of the other:
 * J. L. Hodges, E. L. Lehmann (1963), "Estimates of location based on rank tests". The interval
 * lies between two of the ordered differences, chosen by the distribution of the Mann-Whitney
 * statistic: L. E. Moses, as in M. Hollander, D. A. Wolfe, "Nonparametric Statistical Methods",
 * 4.3. It is exact when both samples have fewer than 50 values and by the normal approximation
 * otherwise. Neither is moved by a few wild values.
 *
 * <p>A handful of values cannot be as certain as one may ask. The interval is then that of all
 * differences, and {@code confidence} says how certain it is.
 *
 * @param shift what is to be added to the first sample to get the second
 * @param lower the lower end of the shift's interval
 * @param upper the upper end
 * @param confidence of the interval; below what was asked for when the samples are too small
 */
public record HodgesLehmann(double shift, double lower, double upper, double confidence) {

  /**
   * Estimates the shift from x to y.
   *
   * @param confidence of the two-sided interval, such as 0.99
   * @throws IllegalArgumentException when a sample is empty or holds no finite number
   */
  public static HodgesLehmann of(double[] x, double[] y, double confidence) {
    double[] differences = differences(x, y);
    int count = differences.length;
    double shift = (differences[(count - 1) / 2] + differences[count / 2]) / 2;
    MannWhitneyDistribution.Tail tail =
        MannWhitneyDistribution.tail(x.length, y.length, (1 - confidence) / 2);
    if (tail.values() == 0) {
      double reached = 1 - MannWhitney.leastTwoSided(x.length, y.length);
      return new HodgesLehmann(shift, differences[0], differences[count - 1], reached);
    }
    return new HodgesLehmann(
        shift,
        differences[tail.values() - 1],
        differences[count - tail.values()],
        Math.max(confidence, 1 - 2 * tail.probability()));
  }

  private static double[] differences(double[] x, double[] y) {
    if (x.length == 0 || y.length == 0) {
      throw new IllegalArgumentException("a shift needs two samples");
    }
    double[] differences = new double[Math.multiplyExact(x.length, y.length)];
    int at = 0;
    for (double from : x) {
      for (double to : y) {
        double difference = to - from;
        if (!Double.isFinite(difference)) {
          throw new IllegalArgumentException("a shift needs numbers, not " + from + " and " + to);
        }
        differences[at] = difference;
        at++;
      }
    }
    Arrays.sort(differences);
    return differences;
  }
}
