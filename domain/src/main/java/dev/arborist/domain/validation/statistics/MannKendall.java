package dev.arborist.domain.validation.statistics;

import java.util.Arrays;

/**
 * Whether a series rises or falls over time, whatever the shape of its curve.
 *
 * <p>The test of Mann (1945), "Nonparametric tests against trend": S counts the pairs that rise
 * less those that fall. Without ties and up to 300 values the probabilities are exact; else they
 * are those of a normal S with the corrections for ties and continuity of Kendall (1975) and
 * Gilbert (1987), "Statistical Methods for Environmental Pollution Monitoring", section 16.4. The
 * values are assumed to be independent of each other: a series that wanders alarms too often.
 *
 * @param s the rising pairs less the falling pairs
 * @param upward the probability that chance alone rises at least as steadily
 * @param downward the probability that chance alone falls at least as steadily
 */
public record MannKendall(long s, double upward, double downward) {

  /**
   * Tests a series in the order it was taken; the work grows by the square of its length.
   *
   * @throws IllegalArgumentException when there is no value or one is not finite
   */
  public static MannKendall of(double[] values) {
    if (values.length == 0 || !Arrays.stream(values).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          "a trend needs finite values, not " + Arrays.toString(values));
    }
    long s = 0;
    for (int i = 0; i < values.length; i++) {
      for (int j = i + 1; j < values.length; j++) {
        if (values[j] > values[i]) {
          s++;
        } else if (values[j] < values[i]) {
          s--;
        }
      }
    }
    KendallDistribution chance = KendallDistribution.of(values);
    return new MannKendall(s, chance.atLeast(s), chance.atLeast(-s));
  }

  /** The probability that chance alone rises or falls at least as steadily. */
  public double twoSided() {
    return Math.min(1, 2 * Math.min(upward, downward));
  }
}
