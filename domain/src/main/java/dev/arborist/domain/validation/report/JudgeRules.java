package dev.arborist.domain.validation.report;

import dev.arborist.domain.validation.statistics.LaunchBounds;

/**
 * How sure a judge must be.
 *
 * @param confidence of each one-sided bound
 * @param singleLaunchLogSd what the logarithms of the launches' values are taken to spread by when
 *     there is only one launch
 */
public record JudgeRules(double confidence, double singleLaunchLogSd) {

  /** When the launches are looked at once. */
  public static final JudgeRules ONE_LOOK = new JudgeRules(0.99, LaunchBounds.ASSUMED_LOG_SD);

  /** Three looks at 99.67 % each are wrong no more often than one at 99 % (Bonferroni). */
  private static final double CONFIDENCE_OF_THREE = 1 - 0.01 / 3;

  /** Checks the figures. */
  public JudgeRules {
    if (!(confidence > 0.5 && confidence < 1)) {
      throw new IllegalArgumentException("a confidence lies between 0.5 and 1, not " + confidence);
    }
    if (!(singleLaunchLogSd > 0)) {
      throw new IllegalArgumentException(
          "a spread between launches is positive, not " + singleLaunchLogSd);
    }
  }

  /** The same when launches are added and looked at, three times at most. */
  public JudgeRules forThreeLooks() {
    return new JudgeRules(CONFIDENCE_OF_THREE, singleLaunchLogSd);
  }
}
