package dev.arborist.domain.validation.duet;

import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.statistics.Summary;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
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

  private static final int LEAST_EPOCHS = 5;

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
   * The median of the logarithms of the candidate by the baseline; more is slower.
   *
   * <p>Of the pairs of epochs that half counts in which other programs took least from either side;
   * all of them where none is known to have taken anything. How much they took does not depend on
   * which side is faster.
   */
  public double logRatio() {
    return median(this::logRatio);
  }

  /** Both sides' scores and their ratio, of the same half of the epochs. */
  public PairScores scores() {
    return new PairScores(
        median(epoch -> baseline.epochs().get(epoch).score()),
        median(epoch -> candidate.epochs().get(epoch).score()),
        logRatio());
  }

  private double median(IntToDoubleFunction value) {
    int epochs = baseline.epochs().size();
    List<Double> values =
        IntStream.range(0, epochs)
            .boxed()
            .sorted(Comparator.comparingDouble(this::disturbance)) // stable
            .limit(isDisturbed() ? Math.max(LEAST_EPOCHS, (epochs + 1) / 2) : epochs)
            .map(value::applyAsDouble)
            .toList();
    return Summary.of(values).median();
  }

  private boolean isDisturbed() {
    return IntStream.range(0, baseline.epochs().size()).anyMatch(epoch -> disturbance(epoch) > 0);
  }

  private double disturbance(int epoch) {
    return Math.max(
        baseline.epochs().get(epoch).disturbance(), candidate.epochs().get(epoch).disturbance());
  }

  private double logRatio(int epoch) {
    double sign = dimension == Dimension.RATE ? -1 : 1;
    return sign
        * StrictMath.log(
            candidate.epochs().get(epoch).score() / baseline.epochs().get(epoch).score());
  }
}
