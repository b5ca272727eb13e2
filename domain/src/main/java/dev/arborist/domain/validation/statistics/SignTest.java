package dev.arborist.domain.validation.statistics;

import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.BinomialTest;

/**
 * Whether more than half of what was tried went one way.
 *
 * <p>The sign test, exact by the binomial distribution with one half: J. Arbuthnot (1710), "An
 * argument for divine providence"; W. J. Conover, "Practical Nonparametric Statistics", 3.4.
 */
public final class SignTest {

  private static final BinomialTest TEST =
      BinomialTest.withDefaults().with(AlternativeHypothesis.GREATER_THAN);

  private SignTest() {}

  /**
   * How probable at least so many successes are when success is as probable as failure.
   *
   * @throws IllegalArgumentException when there are no trials, or more successes than trials
   */
  public static double atLeast(int successes, int trials) {
    if (trials < 1 || successes < 0 || successes > trials) {
      throw new IllegalArgumentException(successes + " successes in " + trials + " trials");
    }
    return TEST.test(trials, successes, 0.5).getPValue();
  }
}
