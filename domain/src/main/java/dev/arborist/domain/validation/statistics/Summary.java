package dev.arborist.domain.validation.statistics;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;
import org.apache.commons.statistics.descriptive.StandardDeviation;

/**
 * The usual description of a handful of values.
 *
 * <p>Quantiles are of type 7 of Hyndman and Fan (1996), "Sample quantiles in statistical packages",
 * the default of R and NumPy; the standard deviation divides by n-1 and is 0 for one value.
 *
 * @param n how many values there are
 * @param min the least
 * @param q1 the first quartile
 * @param median the middle
 * @param q3 the third quartile
 * @param max the greatest
 * @param mean the arithmetic mean
 * @param stddev the standard deviation of the sample
 */
public record Summary(
    int n,
    double min,
    double q1,
    double median,
    double q3,
    double max,
    double mean,
    double stddev) {

  /** On a copy, because the library reorders what it is given, even what is sorted. */
  private static final Quantile QUANTILE =
      Quantile.withDefaults().with(EstimationMethod.HF7).withCopy(true);

  /**
   * Describes the values.
   *
   * @throws IllegalArgumentException when there are none
   */
  public static Summary of(List<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("there is nothing to summarise");
    }
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    double[] quartiles = QUANTILE.evaluate(sorted, 0.25, 0.5, 0.75);
    double stddev = sorted.length == 1 ? 0 : StandardDeviation.of(sorted).getAsDouble();
    return new Summary(
        sorted.length,
        sorted[0],
        quartiles[0],
        quartiles[1],
        quartiles[2],
        sorted[sorted.length - 1],
        Mean.of(Arrays.copyOf(sorted, sorted.length)).getAsDouble(),
        stddev);
  }
}
