package dev.arborist.domain.validation.statistics;

import java.util.List;

/**
 * Values far from the bulk of a sample: counted, never removed.
 *
 * <p>Tukey's fences (1977, "Exploratory Data Analysis", section 2D) lie 1.5 (inner) and 3 (outer)
 * interquartile ranges outside the quartiles of {@link Summary}. A value on a fence is inside.
 *
 * <p>The whiskers end at observed values inside the inner fences, never at a fence and never
 * beyond. With few values an interpolated quartile can lie between an outlier and its neighbour;
 * the whisker's end is then inside the box.
 *
 * @param severeLow how many values are below the lower outer fence
 * @param mildLow how many are below the lower inner fence, but not below the outer
 * @param mildHigh how many are above the upper inner fence, but not above the outer
 * @param severeHigh how many are above the upper outer fence
 * @param lowerWhisker the least value inside the inner fences
 * @param upperWhisker the greatest value inside the inner fences
 */
public record Outliers(
    int severeLow,
    int mildLow,
    int mildHigh,
    int severeHigh,
    double lowerWhisker,
    double upperWhisker) {

  /** The distance of the inner fences from the quartiles, in interquartile ranges. */
  public static final double INNER_FENCE = 1.5;

  /** The distance of the outer fences from the quartiles, in interquartile ranges. */
  public static final double OUTER_FENCE = 3;

  /**
   * Counts the outliers of a sample.
   *
   * @throws IllegalArgumentException when there is no value or one is not finite
   */
  public static Outliers of(List<Double> values) {
    if (!values.stream().allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("outliers need finite values, not " + values);
    }
    Summary summary = Summary.of(values);
    double range = summary.q3() - summary.q1();
    double innerLow = summary.q1() - INNER_FENCE * range;
    double innerHigh = summary.q3() + INNER_FENCE * range;
    double outerLow = summary.q1() - OUTER_FENCE * range;
    double outerHigh = summary.q3() + OUTER_FENCE * range;
    int[] counts = new int[4];
    double lowest = summary.max();
    double highest = summary.min();
    for (double value : values) {
      if (value < innerLow) {
        counts[value < outerLow ? 0 : 1]++;
      } else if (value > innerHigh) {
        counts[value > outerHigh ? 3 : 2]++;
      } else {
        lowest = Math.min(lowest, value);
        highest = Math.max(highest, value);
      }
    }
    return new Outliers(counts[0], counts[1], counts[2], counts[3], lowest, highest);
  }

  /** How many values are outside the inner fences, mild and severe together. */
  public int count() {
    return severeLow + mildLow + mildHigh + severeHigh;
  }
}
