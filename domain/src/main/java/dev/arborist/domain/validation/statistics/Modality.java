package dev.arborist.domain.validation.statistics;

import java.util.List;

/**
 * Whether a sample has likely more than one mode, so that one number does not describe it.
 *
 * <p>Hartigan's {@link Dip} is compared with what it exceeds in 1 % of the samples of the uniform
 * distribution, the hardest with a single mode (Hartigan and Hartigan 1985, "The dip test of
 * unimodality"). The critical values are the 99th percentiles of 100,000 samples of each size n,
 * drawn by {@code SplittableRandom} with the seed n; their third digits are uncertain. Between
 * sizes, the critical dip times the square root of n is interpolated; above the last it is taken
 * for constant. Values that were rounded to few distinct ones have a larger dip than the uniform
 * distribution's and alarm too often.
 *
 * @param dip the dip, between 1/(2n) and 1/4
 * @param critical what the dip of a uniform sample of this size exceeds in 1 % of all cases
 */
public record Modality(double dip, double critical) {

  /** Fewer values say nothing about modes. */
  public static final int LEAST_VALUES = 4;

  /** Sizes, and the critical dip times the square root of the size. */
  private static final double[][] CRITICAL = {
    {4, 0.4633},
    {5, 0.4393},
    {6, 0.4736},
    {7, 0.4878},
    {8, 0.4898},
    {9, 0.4938},
    {10, 0.5047},
    {12, 0.5142},
    {15, 0.5256},
    {20, 0.5398},
    {30, 0.5548},
    {50, 0.5741},
    {70, 0.5833},
    {100, 0.5922},
    {200, 0.6016},
    {500, 0.6126},
    {1000, 0.6189},
    {2000, 0.6258},
  };

  /**
   * Judges a sample, in any order.
   *
   * @throws IllegalArgumentException when there are fewer than {@link #LEAST_VALUES} values or one
   *     is not finite
   */
  public static Modality of(List<Double> values) {
    if (values.size() < LEAST_VALUES || !values.stream().allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          "modes need at least " + LEAST_VALUES + " finite values, not " + values);
    }
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return new Modality(Dip.of(sorted), critical(sorted.length));
  }

  /** Whether the sample has likely more than one mode. */
  public boolean likelyMultimodal() {
    return dip > critical;
  }

  private static double critical(int n) {
    int above = 0;
    while (above < CRITICAL.length && CRITICAL[above][0] < n) {
      above++;
    }
    double[] high = CRITICAL[Math.min(above, CRITICAL.length - 1)];
    double[] low = CRITICAL[Math.max(above - 1, 0)];
    double span = high[0] - low[0];
    double share = span > 0 ? (n - low[0]) / span : 0;
    return (low[1] + share * (high[1] - low[1])) / Math.sqrt(n);
  }
}
