package dev.arborist.domain.validation.statistics;

import java.util.List;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * What the launches say about the value of the next launches: an estimate and its one-sided bounds.
 *
 * <p>Student's t (1908) on the logarithms of the launches' values: times spread by factors rather
 * than by sums. The estimate is the geometric mean. One launch says nothing about the spread
 * between launches; the logarithms' standard deviation is then assumed.
 *
 * @param estimate the geometric mean of the launches' values
 * @param lower what the true value is above with the stated confidence
 * @param upper what the true value is below with the stated confidence
 */
public record LaunchBounds(double estimate, double lower, double upper) {

  /** What one launch's logarithm is assumed to spread by unless something else is known. */
  public static final double ASSUMED_LOG_SD = 0.25;

  /**
   * Computes the bounds.
   *
   * @param launchValues one value a launch, all positive
   * @param confidence of each one-sided bound, such as 0.99
   * @param assumedLogSd what a single launch's logarithm is taken to spread by
   * @throws IllegalArgumentException when there is no value or one is not positive
   */
  public static LaunchBounds of(List<Double> launchValues, double confidence, double assumedLogSd) {
    if (launchValues.isEmpty() || launchValues.stream().anyMatch(value -> !(value > 0))) {
      throw new IllegalArgumentException("bounds need positive values, not " + launchValues);
    }
    double[] logs = launchValues.stream().mapToDouble(StrictMath::log).toArray();
    int n = logs.length;
    double mean = Mean.of(logs).getAsDouble();
    double reach;
    if (n == 1) {
      reach = NormalDistribution.of(0, 1).inverseCumulativeProbability(confidence) * assumedLogSd;
    } else {
      double sd = StandardDeviation.of(logs).getAsDouble();
      double t = TDistribution.of(n - 1.0).inverseCumulativeProbability(confidence);
      reach = t * sd / Math.sqrt(n);
    }
    return new LaunchBounds(
        StrictMath.exp(mean), StrictMath.exp(mean - reach), StrictMath.exp(mean + reach));
  }
}
