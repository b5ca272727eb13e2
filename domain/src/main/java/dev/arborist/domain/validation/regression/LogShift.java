package dev.arborist.domain.validation.regression;

import dev.arborist.domain.validation.statistics.HodgesLehmann;
import dev.arborist.domain.validation.statistics.MannWhitney;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How far the logarithms of the candidate's launches lie from those of the baseline's.
 *
 * <p>Launches scatter by factors, have modes and outliers, so that ranks decide: the shift is
 * Hodges' and Lehmann's, its p value Mann's and Whitney's. One launch has no spread; both sides'
 * logarithms are then taken as normal with the assumed standard deviation.
 *
 * @param shift the logarithm of the ratio candidate / baseline
 * @param lower the lower end of its interval
 * @param upper the upper end
 * @param confidence of the interval
 * @param p how probable a shift at least as large is by chance, in either direction
 */
record LogShift(double shift, double lower, double upper, double confidence, double p) {

  static LogShift of(ComparisonInput input, ComparisonSettings settings) {
    double[] before = Launches.logs(input.baseline());
    double[] after = Launches.logs(input.candidate());
    double confidence = 1 - settings.alpha();
    HodgesLehmann estimate = HodgesLehmann.of(before, after, confidence);
    if (!input.isSingleLaunch()) {
      return new LogShift(
          estimate.shift(),
          estimate.lower(),
          estimate.upper(),
          estimate.confidence(),
          MannWhitney.twoSided(before, after));
    }
    double sd = settings.assumedLogSd() * Math.sqrt(1.0 / before.length + 1.0 / after.length);
    NormalDistribution normal = NormalDistribution.of(0, sd);
    double shift = estimate.shift();
    double reach = normal.inverseSurvivalProbability(settings.alpha() / 2);
    double p = Math.min(1, 2 * normal.survivalProbability(Math.abs(shift)));
    return new LogShift(shift, shift - reach, shift + reach, confidence, p);
  }

  /** The same shift, seen so that more is slower. */
  LogShift towardsSlower(boolean largerIsBetter) {
    return largerIsBetter ? new LogShift(-shift, -upper, -lower, confidence, p) : this;
  }

  double halfWidth() {
    return (upper - lower) / 2;
  }

  boolean liesWithin(double logMargin) {
    return lower >= -logMargin && upper <= logMargin;
  }
}
