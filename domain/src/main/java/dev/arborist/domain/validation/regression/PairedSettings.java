package dev.arborist.domain.validation.regression;

import dev.arborist.domain.validation.statistics.SignTest;

/**
 * What pairs of launches are judged by.
 *
 * @param screeningPairs how many pairs screen a benchmark
 * @param judgingPairs how many fresh pairs judge a suspect
 * @param alpha the chance of even one false alarm in each direction among all suspects
 * @param minimumEffect the least change that matters, such as 0.03 for 3 %
 */
public record PairedSettings(
    int screeningPairs, int judgingPairs, double alpha, double minimumEffect) {

  /** Fewer pairs have no middle to look at. */
  public static final int SCREENING_MIN = 3;

  /**
   * Checks the settings.
   *
   * @throws IllegalArgumentException when one makes no sense, or the judging pairs could not show a
   *     change even if all of them went one way
   */
  public PairedSettings {
    if (!(alpha > 0 && alpha < 1)) {
      throw new IllegalArgumentException("alpha lies between 0 and 1, not at " + alpha);
    }
    if (!(minimumEffect >= 0 && Double.isFinite(minimumEffect))) {
      throw new IllegalArgumentException("the minimum effect cannot be " + minimumEffect);
    }
    if (screeningPairs < SCREENING_MIN) {
      throw new IllegalArgumentException(
          "a benchmark is screened by " + SCREENING_MIN + " pairs or more, not " + screeningPairs);
    }
    int least = leastPairs(alpha);
    if (judgingPairs < least) {
      throw new IllegalArgumentException(
          judgingPairs + " pairs cannot show a change at alpha " + alpha + ": " + least + " could");
    }
  }

  /** How many pairs show a change at best, when all of them go one way. */
  private static int leastPairs(double alpha) {
    int least = 1;
    while (SignTest.atLeast(least, least) >= alpha) {
      least++;
    }
    return least;
  }

  /** 7 pairs screen, 30 judge, 1 % false alarms, 3 % matter. */
  public static PairedSettings standard() {
    return new PairedSettings(7, 30, 0.01, 0.03);
  }

  double logMinimumEffect() {
    return StrictMath.log1p(minimumEffect);
  }

  /** Half of what matters: so small a median is not looked into. */
  double logScreenedEffect() {
    return StrictMath.log1p(minimumEffect / 2);
  }

  /**
   * How many judging pairs may do when there is no time for all: half of them, and enough to show a
   * change. How many are done by then says nothing of their directions.
   */
  public int judgingPairsMin() {
    return Math.max(leastPairs(alpha), (judgingPairs + 1) / 2);
  }

  /**
   * From how many pairs of one direction on, of so many, even the first of the suspects changed.
   */
  int pairsNeeded(int pairs, int suspects) {
    int needed = pairs;
    while (needed > 1 && SignTest.atLeast(needed - 1, pairs) < alpha / suspects) {
      needed--;
    }
    return needed;
  }
}
