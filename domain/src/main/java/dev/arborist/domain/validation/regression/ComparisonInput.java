package dev.arborist.domain.validation.regression;

import java.util.List;

/**
 * The launches of one benchmark, before and after.
 *
 * @param key what the benchmark is called
 * @param baseline one positive value a launch
 * @param candidate one positive value a launch; they need not be as many
 * @param largerIsBetter whether the values are rates, rather than times or sizes
 */
public record ComparisonInput(
    String key, List<Double> baseline, List<Double> candidate, boolean largerIsBetter) {

  /**
   * Copies the values.
   *
   * @throws IllegalArgumentException when a side has no launches, or a value that is not positive
   */
  public ComparisonInput {
    baseline = Launches.positive("the baseline of " + key, baseline);
    candidate = Launches.positive(key, candidate);
  }

  boolean isSingleLaunch() {
    return baseline.size() == 1 || candidate.size() == 1;
  }
}
