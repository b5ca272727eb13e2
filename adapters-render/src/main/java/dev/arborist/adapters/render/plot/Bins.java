package dev.arborist.adapters.render.plot;

import dev.arborist.domain.validation.statistics.Summary;
import java.util.ArrayList;
import java.util.List;

/**
 * Values counted in intervals of equal width.
 *
 * <p>The width is that of Freedman and Diaconis (1981), "On the histogram as a density estimator":
 * twice the interquartile range over the cube root of the number of values; there are 5 to 20
 * intervals. An interval holds its lower end, the last one its upper end too.
 *
 * @param low the lower end of the first interval
 * @param high the upper end of the last interval
 * @param counts how many values lie in each
 */
record Bins(double low, double high, List<Integer> counts) {

  private static final int BINS_MIN = 5;
  private static final int BINS_MAX = 20;

  Bins {
    counts = List.copyOf(counts);
  }

  /**
   * Counts the values that are finite numbers.
   *
   * @throws IllegalArgumentException when there are none
   */
  static Bins of(List<Double> unordered) {
    List<Double> values = unordered.stream().filter(Double::isFinite).toList();
    Summary summary = Summary.of(values);
    double low = summary.min();
    double high = summary.max();
    if (high - low <= 1e-9 * Math.max(Math.abs(low), Math.abs(high))) {
      double around = low == 0 ? 1 : Math.abs(low) * 0.05;
      low -= around;
      high += around;
    }
    int bins = number(summary, high - low);
    int[] counts = new int[bins];
    for (double value : values) {
      counts[Math.min(bins - 1, (int) ((value - low) / (high - low) * bins))]++;
    }
    List<Integer> counted = new ArrayList<>();
    for (int count : counts) {
      counted.add(count);
    }
    return new Bins(low, high, counted);
  }

  private static int number(Summary summary, double span) {
    double width = 2 * (summary.q3() - summary.q1()) / StrictMath.cbrt(summary.n());
    double bins = width > 0 ? Math.ceil(span / width) : BINS_MIN;
    return (int) Math.max(BINS_MIN, Math.min(BINS_MAX, bins));
  }

  /** Where an interval begins, and where the one before it ends. */
  double edge(int index) {
    return low + (high - low) * index / counts.size();
  }

  int mostInOne() {
    return counts.stream().mapToInt(count -> count).max().orElseThrow();
  }
}
