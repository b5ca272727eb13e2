package dev.arborist.domain.validation.regression;

import java.util.List;

/** The values of a benchmark's launches, checked. */
final class Launches {

  private Launches() {}

  /**
   * A copy of the values.
   *
   * @throws IllegalArgumentException when there is none, or one has no logarithm
   */
  static List<Double> positive(String whose, List<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException(whose + " has no launches");
    }
    for (double value : values) {
      if (!(value > 0 && Double.isFinite(value))) {
        throw new IllegalArgumentException(whose + " needs positive values, not " + value);
      }
    }
    return List.copyOf(values);
  }

  /** The values as an array. */
  static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** The values' natural logarithms: differences of these are ratios of those. */
  static double[] logs(List<Double> values) {
    return values.stream().mapToDouble(StrictMath::log).toArray();
  }
}
