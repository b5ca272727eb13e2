package dev.arborist.adapters.render.plot;

import dev.arborist.domain.validation.statistics.Summary;
import java.util.List;

/**
 * What a box plot shows of values.
 *
 * <p>Tukey's (1977) schematic plot: the whiskers end at the last values within 1.5 interquartile
 * ranges of the box, and every value beyond is shown by itself.
 *
 * @param values the values, ascending
 * @param summary their quartiles
 * @param whiskerLow the least value that is no outlier
 * @param whiskerHigh the greatest value that is no outlier
 * @param outliers the values beyond the fences, ascending
 */
record Box(
    List<Double> values,
    Summary summary,
    double whiskerLow,
    double whiskerHigh,
    List<Double> outliers) {

  private static final double FENCE = 1.5;

  Box {
    values = List.copyOf(values);
    outliers = List.copyOf(outliers);
  }

  /**
   * Describes the values that are finite numbers.
   *
   * @throws IllegalArgumentException when there are none
   */
  static Box of(List<Double> unordered) {
    List<Double> values = unordered.stream().filter(Double::isFinite).sorted().toList();
    Summary summary = Summary.of(values);
    double reach = FENCE * (summary.q3() - summary.q1());
    double least = summary.q1() - reach;
    double greatest = summary.q3() + reach;
    List<Double> within =
        values.stream().filter(value -> value >= least && value <= greatest).toList();
    return new Box(
        values,
        summary,
        within.get(0),
        within.get(within.size() - 1),
        values.stream().filter(value -> value < least || value > greatest).toList());
  }
}
