package dev.arborist.domain.validation.regression;

import dev.arborist.domain.validation.statistics.LaunchBounds;

/**
 * What a comparison of launches with a baseline goes by.
 *
 * @param alpha the chance of even one false alarm in the suite; also, the intervals leave out so
 *     much
 * @param minimumEffect the least change that matters, such as 0.03 for 3 %
 * @param margin how large a change "unchanged" may hide, such as 0.05 for 5 %
 * @param assumedLogSd what the logarithms of launches are assumed to spread by where there is only
 *     one
 */
public record ComparisonSettings(
    double alpha, double minimumEffect, double margin, double assumedLogSd) {

  /**
   * Checks the settings.
   *
   * @throws IllegalArgumentException when one makes no sense
   */
  public ComparisonSettings {
    if (!(alpha > 0 && alpha < 1)) {
      throw new IllegalArgumentException("alpha lies between 0 and 1, not at " + alpha);
    }
    if (!(minimumEffect >= 0 && margin > 0 && assumedLogSd > 0)) {
      throw new IllegalArgumentException(
          "minimum effect, margin and assumed spread are positive: "
              + minimumEffect
              + ", "
              + margin
              + ", "
              + assumedLogSd);
    }
  }

  /** 1 % false alarms in a suite, 3 % matter, 5 % is unchanged, one launch may be 25 % off. */
  public static ComparisonSettings standard() {
    return new ComparisonSettings(0.01, 0.03, 0.05, LaunchBounds.ASSUMED_LOG_SD);
  }

  double logMinimumEffect() {
    return StrictMath.log1p(minimumEffect);
  }

  double logMargin() {
    return StrictMath.log1p(margin);
  }
}
