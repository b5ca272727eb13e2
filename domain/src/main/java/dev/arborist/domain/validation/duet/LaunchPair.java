package dev.arborist.domain.validation.duet;

import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.statistics.Summary;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Two launches that took turns, one of each version: the one observation of all statistics.
 *
 * <p>The i-th epochs of both ran within milliseconds of each other, so what slows the machine slows
 * both. But a whole launch may be faster than another of the same code, so epochs of several pairs
 * are never pooled.
 *
 * @param dimension what the scores are: times or rates
 * @param baseline the old version
 * @param candidate the new version, with as many epochs
 */
public record LaunchPair(Dimension dimension, PairedLaunch baseline, PairedLaunch candidate) {

  /**
   * Checks that there is something to compare.
   *
   * @throws IllegalArgumentException when there are no epochs or one side has more
   */
  public LaunchPair {
    int epochs = baseline.epochs().size();
    if (epochs == 0 || candidate.epochs().size() != epochs) {
      throw new IllegalArgumentException(
          "a pair needs as many epochs on both sides, not "
              + epochs
              + " and "
              + candidate.epochs().size());
    }
  }

  /**
   * The median over all epochs of the logarithm of the candidate by the baseline; more is slower.
   */
  public double logRatio() {
    double sign = dimension == Dimension.RATE ? -1 : 1;
    List<Double> ratios =
        IntStream.range(0, baseline.epochs().size())
            .mapToObj(
                i ->
                    sign
                        * StrictMath.log(
                            candidate.epochs().get(i).score() / baseline.epochs().get(i).score()))
            .toList();
    return Summary.of(ratios).median();
  }
}
