package dev.arborist.domain.validation.statistics;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * How steeply y grows with x, unmoved by outliers.
 *
 * <p>The median of the slopes of all pairs (Theil 1950, Sen 1968, "Estimates of the regression
 * coefficient based on Kendall's tau"). The bounds are slopes too, at the ranks that the
 * distribution of Kendall's S gives: exact without ties (Hollander and Wolfe 1999, "Nonparametric
 * Statistical Methods", section 9.3), else by Sen's normal approximation with its correction for
 * ties, rounded to the wider side.
 *
 * @param slope the median slope, in units of y per unit of x
 * @param lower what the slope is above with the stated confidence; minus infinity when there are
 *     too few points to say
 * @param upper what the slope is below with the stated confidence; infinity when there are too few
 */
public record TheilSen(double slope, double lower, double upper) {

  /**
   * Fits the slope; work and memory grow by the square of the number of points.
   *
   * @param confidence of each one-sided bound, such as 0.99
   * @throws IllegalArgumentException when the arrays differ in length, a value is not finite, or
   *     all x are the same
   */
  public static TheilSen of(double[] x, double[] y, double confidence) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(x.length + " values of x, but " + y.length + " of y");
    }
    if (!(confidence >= 0.5 && confidence < 1)) {
      throw new IllegalArgumentException("a confidence is at least 0.5 and below 1");
    }
    if (!DoubleStream.concat(Arrays.stream(x), Arrays.stream(y)).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("a slope needs finite values");
    }
    double[] slopes = slopes(x, y);
    if (slopes.length == 0) {
      throw new IllegalArgumentException("a slope needs two places at least");
    }
    int count = slopes.length;
    double median = (slopes[(count - 1) / 2] + slopes[count / 2]) / 2;
    int rank = KendallDistribution.of(x, y).boundRank(count, confidence);
    if (rank < 1) {
      return new TheilSen(median, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }
    return new TheilSen(median, slopes[rank - 1], slopes[count - rank]);
  }

  private static double[] slopes(double[] x, double[] y) {
    double[] slopes = new double[Math.multiplyExact(x.length, Math.max(0, x.length - 1)) / 2];
    int count = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = i + 1; j < x.length; j++) {
        if (x[i] < x[j] || x[i] > x[j]) {
          slopes[count] = (y[j] - y[i]) / (x[j] - x[i]);
          count++;
        }
      }
    }
    double[] sorted = Arrays.copyOf(slopes, count);
    Arrays.sort(sorted);
    return sorted;
  }
}
