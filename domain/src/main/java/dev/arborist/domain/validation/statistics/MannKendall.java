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
   * Tests a series in the order it was taken; the work grows by n log n, but for a short series.
   *
   * @throws IllegalArgumentException when there is no value or one is not finite
   */
  public static MannKendall of(double[] values) {
    if (values.length == 0 || !Arrays.stream(values).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          "a trend needs finite values, not " + Arrays.toString(values));
    }
    long s = risingLessFalling(values);
    KendallDistribution chance = KendallDistribution.of(values);
    return new MannKendall(s, chance.atLeast(s), chance.atLeast(-s));
  }

  /** S, counted while runs that double in length are sorted. */
  private static long risingLessFalling(double[] values) {
    int n = values.length;
    double[] sorted = values.clone();
    double[] merged = new double[n];
    long s = 0;
    for (long width = 1; width < n; width *= 2) {
      for (long start = 0; start < n; start += 2 * width) {
        int middle = (int) Math.min(start + width, n);
        int end = (int) Math.min(start + 2 * width, n);
        s += merge(sorted, (int) start, middle, end, merged);
      }
      double[] swapped = sorted;
      sorted = merged;
      merged = swapped;
    }
    return s;
  }

  /** Merges two neighbouring sorted runs and counts S of the pairs with one value of each. */
  private static long merge(double[] from, int start, int middle, int end, double[] into) {
    long s = 0;
    int less = start;
    int next = start;
    int place = start;
    for (int later = middle; later < end; later++) {
      while (less < middle && from[less] < from[later]) {
        less++;
      }
      while (next < middle && from[next] <= from[later]) {
        into[place++] = from[next++];
      }
      s += (less - start) - (middle - next);
      into[place++] = from[later];
    }
    System.arraycopy(from, next, into, place, middle - next);
    return s;
  }

  /** The probability that chance alone rises or falls at least as steadily. */
  public double twoSided() {
    return Math.min(1, 2 * Math.min(upward, downward));
  }
}
