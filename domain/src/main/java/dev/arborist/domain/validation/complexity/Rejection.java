package dev.arborist.domain.validation.complexity;

import dev.arborist.domain.validation.statistics.LaunchBounds;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Tells which curves are significantly worse than the best, by F tests.
 *
 * <p>The noise is what costs of one size differ by, pooled with what the best curve leaves between
 * sizes: the lack-of-fit test of Draper and Smith (1998, "Applied Regression Analysis", ch. 2).
 * Where the sizes differ from the best curve by more than launches do from each other, a size has
 * an effect of its own, such as a cache that it just fits in; then that is the noise that curves
 * are judged by. Without a second launch of any size the noise is assumed to be no less than {@link
 * LaunchBounds} assumes.
 */
final class Rejection {

  private static final double LACK_OF_FIT_LEVEL = 0.01;
  private static final int PARAMETERS = 3;

  /** The degrees of freedom of a variance that is assumed, not estimated. */
  private static final int AS_GOOD_AS_KNOWN = 1_000_000;

  /** Off by this much of a logarithm at a typical size, a curve does not describe the cost. */
  private static final double MISFIT_MAX = 0.15;

  private final CostsBySize costs;
  private final double least;
  private final double variance;
  private final int freedom;
  private final boolean bySize;

  private Rejection(CostsBySize costs, double least, double variance, int freedom, boolean bySize) {
    this.costs = costs;
    this.least = least;
    this.variance = Math.max(variance, CostsBySize.varianceMin());
    this.freedom = freedom;
    this.bySize = bySize;
  }

  /** Judges by what the best curve leaves between sizes. */
  static Rejection of(CostsBySize costs, double least) {
    int between = costs.groups() - PARAMETERS;
    int replicates = costs.replicates();
    if (between == 0) {
      return new Rejection(costs, least, costs.within() / replicates, replicates, false);
    }
    if (replicates == 0) {
      double assumed = LaunchBounds.ASSUMED_LOG_SD * LaunchBounds.ASSUMED_LOG_SD;
      return least / between <= assumed
          ? new Rejection(costs, least, assumed, AS_GOOD_AS_KNOWN, false)
          : new Rejection(costs, least, least / between, between, false);
    }
    double noise = Math.max(costs.within() / replicates, CostsBySize.varianceMin());
    double lack = least / between / noise;
    if (FDistribution.of(between, replicates).survivalProbability(lack) < LACK_OF_FIT_LEVEL) {
      return new Rejection(costs, least, least / between, between, true);
    }
    int all = between + replicates;
    return new Rejection(costs, least, (costs.within() + least) / all, all, false);
  }

  /** Whether a curve that leaves these squares, with so many parameters fewer, is out. */
  boolean rejects(double squares, int constraints, double level) {
    double f = (squares - least) / constraints / variance;
    if (FDistribution.of(constraints, freedom).survivalProbability(f) < level) {
      return true;
    }
    return bySize && squares > MISFIT_MAX * MISFIT_MAX * costs.observations();
  }

  /** The most squares that a variant of a curve may leave without being significantly worse. */
  double limit(double squares, double level) {
    double t = TDistribution.of(freedom).inverseCumulativeProbability(1 - level);
    return squares + t * t * variance;
  }
}
