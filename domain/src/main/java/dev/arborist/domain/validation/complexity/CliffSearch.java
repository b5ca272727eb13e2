package dev.arborist.domain.validation.complexity;

import dev.arborist.domain.validation.statistics.LaunchBounds;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Finds the steps whose local exponent leaves the interval of the curve's exponent by more than
 * 0.5, and by more than noise explains.
 *
 * <p>A cliff bends the very curve that it is compared with: k and its interval are therefore those
 * of the curve with that step freed. The cliff without which the curve fits best is taken first and
 * stays freed while the others are looked for, lest it make cliffs of its neighbours. A fixed cost
 * flattens the curve at small sizes: what a step may reach is the exponent that a curve within the
 * interval has there, which is k itself only where the fixed cost does not matter.
 *
 * <p>Against the noise the local exponent's bound at 99.9 % is compared, by Student's t with the
 * variance within the sizes, or that which {@link LaunchBounds} assumes where no size has a second
 * launch.
 */
final class CliffSearch {

  private static final double TOLERANCE = 0.5;
  private static final double CONFIDENCE = 0.999;

  /** A step that leaves even the curve bent by it by less than this is not looked at closely. */
  private static final double NOTICEABLE = 0.25;

  /** A curve with one step freed has four parameters; a fifth size tells which step it is. */
  private static final int SIZES_MIN = 5;

  private static final int PROFILE_CELLS = 8;

  private final CostsBySize costs;
  private final double reach;

  CliffSearch(CostsBySize costs) {
    this.costs = costs;
    reach = reach(costs);
  }

  List<Cliff> cliffs() {
    List<Integer> found = new ArrayList<>();
    CostsBySize freed = costs;
    while (costs.groups() - freed.freeSteps() >= SIZES_MIN
        && costs.observations() - freed.freeSteps() >= CostsBySize.OBSERVATIONS_MIN) {
      int next = clearest(freed, found);
      if (next == 0) {
        break;
      }
      found.add(next);
      freed = freed.freeing(next);
    }
    return found.stream()
        .sorted()
        .map(i -> new Cliff((long) costs.size(i - 1), (long) costs.size(i), local(i)))
        .toList();
  }

  /** The cliff without which the curve fits best, or 0 when there is none. */
  private int clearest(CostsBySize freed, List<Integer> found) {
    PowerFit bent = PowerFit.of(freed);
    int clearest = 0;
    double least = Double.MAX_VALUE;
    for (int i = 1; i < costs.groups(); i++) {
      double off = Math.abs(local(i) - slope(bent, i)) - noise(i);
      if (!found.contains(i) && off > NOTICEABLE) {
        CostsBySize apart = freed.freeing(i);
        PowerFit fit = PowerFit.of(apart);
        double squares = curve(apart, fit.exponent()).squares();
        if (squares < least && excess(apart, fit, squares, i) > TOLERANCE) {
          least = squares;
          clearest = i;
        }
      }
    }
    return clearest;
  }

  /** By how much a step leaves the interval of the curve that is fitted with it freed. */
  private double excess(CostsBySize apart, PowerFit fit, double squares, int step) {
    double above = local(step) - steepest(apart, fit, squares, step);
    double below = Math.min(fit.lower(), slope(fit, step)) - local(step);
    return Math.max(above, below) - noise(step);
  }

  /** The greatest exponent at a step that a curve within the interval has. */
  private double steepest(CostsBySize apart, PowerFit fit, double squares, int step) {
    double limit = PowerFit.limit(apart, squares);
    double steepest = slope(fit, step);
    for (int i = 0; i <= PROFILE_CELLS; i++) {
      double k = fit.lower() + i * (fit.upper() - fit.lower()) / PROFILE_CELLS;
      double ratio = curve(apart, k).leastRatio(limit);
      double smaller = ratio + StrictMath.pow(costs.size(step - 1) / costs.largest(), k);
      double larger = ratio + StrictMath.pow(costs.size(step) / costs.largest(), k);
      steepest = Math.max(steepest, StrictMath.log(larger / smaller) / run(step));
    }
    return steepest;
  }

  private static ShapeFit curve(CostsBySize costs, double k) {
    return ShapeFit.of(costs, PowerFit.shape(costs, k));
  }

  private double slope(PowerFit fit, int step) {
    return StrictMath.log(fit.at(costs.size(step)) / fit.at(costs.size(step - 1))) / run(step);
  }

  private double local(int step) {
    return (costs.logMean(step) - costs.logMean(step - 1)) / run(step);
  }

  private double run(int step) {
    return StrictMath.log(costs.size(step) / costs.size(step - 1));
  }

  /** How far a local exponent may be off. */
  private double noise(int step) {
    double share = 1.0 / costs.count(step) + 1.0 / costs.count(step - 1);
    return reach * StrictMath.sqrt(share) / run(step);
  }

  /** How far the logarithm of one cost may be off. */
  private static double reach(CostsBySize costs) {
    int replicates = costs.replicates();
    if (replicates == 0) {
      return LaunchBounds.ASSUMED_LOG_SD
          * NormalDistribution.of(0, 1).inverseCumulativeProbability(CONFIDENCE);
    }
    double variance = Math.max(costs.within() / replicates, CostsBySize.varianceMin());
    return StrictMath.sqrt(variance)
        * TDistribution.of(replicates).inverseCumulativeProbability(CONFIDENCE);
  }
}
