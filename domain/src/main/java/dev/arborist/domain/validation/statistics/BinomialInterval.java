package dev.arborist.domain.validation.statistics;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * Between which shares the true one lies, when so many of so many trials had a property.
 *
 * <p>The exact interval of C. J. Clopper and E. S. Pearson, "The use of confidence or fiducial
 * limits illustrated in the case of the binomial", Biometrika 26 (1934), by the quantiles of the
 * beta distribution. It is never too narrow.
 *
 * @param lower the lower end, from 0 to 1
 * @param upper the upper end
 */
public record BinomialInterval(double lower, double upper) {

  /**
   * The interval.
   *
   * @param confidence how sure it is, such as 0.95
   * @throws IllegalArgumentException when there are no trials, or more successes than trials
   */
  public static BinomialInterval of(int successes, int trials, double confidence) {
    if (trials < 1 || successes < 0 || successes > trials) {
      throw new IllegalArgumentException(successes + " successes in " + trials + " trials");
    }
    double tail = (1 - confidence) / 2;
    return new BinomialInterval(
        successes == 0
            ? 0
            : BetaDistribution.of(successes, trials - successes + 1.0)
                .inverseCumulativeProbability(tail),
        successes == trials
            ? 1
            : BetaDistribution.of(successes + 1.0, trials - successes)
                .inverseSurvivalProbability(tail));
  }
}
