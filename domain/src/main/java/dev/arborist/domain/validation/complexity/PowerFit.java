package dev.arborist.domain.validation.complexity;

import org.apache.commons.statistics.distribution.FDistribution;

/**
 * The curve cost = a + b·sizeᵏ with a ≥ 0 that fits best, and how far k may be from its estimate.
 *
 * <p>Fitted to logarithms by least squares, because costs spread by factors. The interval of k is a
 * profile likelihood interval (Venzon and Moolgavkar 1988): all k whose best curve is not
 * significantly worse than the best of all, by an F test with one degree of freedom against what
 * three parameters leave. The term a keeps a fixed cost from flattening the exponent.
 *
 * <p>k is searched between 0 and 4. A cost that does not grow allows every k, since b may be 0.
 *
 * @param exponent k
 * @param lower the lower end of k's interval, its one-sided bound at 99 %
 * @param upper the upper end of k's interval, its one-sided bound at 99 %
 * @param fixedCost a, in the unit of the costs
 * @param factor b
 */
public record PowerFit(
    double exponent, double lower, double upper, double fixedCost, double factor) {

  /** The greatest exponent that is searched for. */
  public static final double EXPONENT_MAX = 4;

  private static final int PARAMETERS = 3;
  private static final double CONFIDENCE = 0.99;
  private static final int GRID_CELLS = 16;
  private static final double CELL = EXPONENT_MAX / GRID_CELLS;
  private static final double GOLDEN = (StrictMath.sqrt(5) - 1) / 2;
  private static final int GOLDEN_STEPS = 18;
  private static final int HALVINGS = 11;

  /** Fits the curve; each end of the exponent's interval is a one-sided bound at 99 %. */
  public static PowerFit of(CostsBySize costs) {
    return of(costs, CONFIDENCE);
  }

  /**
   * Fits the curve.
   *
   * @param confidence of each end of the exponent's interval, such as 0.99
   */
  public static PowerFit of(CostsBySize costs, double confidence) {
    double[] profile = new double[GRID_CELLS + 1];
    int best = 0;
    for (int i = 0; i <= GRID_CELLS; i++) {
      profile[i] = squares(costs, i * CELL);
      if (profile[i] < profile[best]) {
        best = i;
      }
    }
    double k = refine(costs, best, profile[best]);
    ShapeFit curve = ShapeFit.of(costs, shape(costs, k));
    double limit = limit(costs, curve.squares(), confidence);
    double factor = curve.factor() / StrictMath.pow(costs.largest(), k);
    return new PowerFit(
        k,
        end(costs, profile, k, limit, -1),
        end(costs, profile, k, limit, 1),
        curve.fixedCost(),
        factor);
  }

  /** The values of sizeᵏ at the sizes, divided by that at the largest. */
  static double[] shape(CostsBySize costs, double k) {
    double[] shape = new double[costs.groups()];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = StrictMath.pow(costs.size(i) / costs.largest(), k);
    }
    return shape;
  }

  /** What the curve predicts for a size. */
  public double at(double size) {
    return fixedCost + factor * StrictMath.pow(size, exponent);
  }

  private static double squares(CostsBySize costs, double k) {
    return ShapeFit.of(costs, shape(costs, k)).squares();
  }

  /** The bottom of the profile beside the best point of the grid, by golden section. */
  private static double refine(CostsBySize costs, int best, double squaresAtBest) {
    double low = Math.max(0, (best - 1) * CELL);
    double high = Math.min(EXPONENT_MAX, (best + 1) * CELL);
    double left = high - GOLDEN * (high - low);
    double right = low + GOLDEN * (high - low);
    double atLeft = squares(costs, left);
    double atRight = squares(costs, right);
    for (int i = 0; i < GOLDEN_STEPS; i++) {
      if (atLeft < atRight) {
        high = right;
        right = left;
        atRight = atLeft;
        left = high - GOLDEN * (high - low);
        atLeft = squares(costs, left);
      } else {
        low = left;
        left = right;
        atLeft = atRight;
        right = low + GOLDEN * (high - low);
        atRight = squares(costs, right);
      }
    }
    double bottom = atLeft < atRight ? left : right;
    return Math.min(atLeft, atRight) < squaresAtBest ? bottom : best * CELL;
  }

  /** The most squares between sizes that a curve may leave and not be significantly worse. */
  static double limit(CostsBySize costs, double least) {
    return limit(costs, least, CONFIDENCE);
  }

  private static double limit(CostsBySize costs, double least, double confidence) {
    int freedom = costs.observations() - PARAMETERS - costs.freeSteps();
    double f = FDistribution.of(1, freedom).inverseCumulativeProbability(2 * confidence - 1);
    double variance = Math.max(CostsBySize.varianceMin(), (costs.within() + least) / freedom);
    return least + f * variance;
  }

  /** The outermost k in a direction whose curve is within the limit, by halving a grid's cell. */
  private static double end(
      CostsBySize costs, double[] profile, double k, double limit, int direction) {
    int outside = direction > 0 ? GRID_CELLS : 0;
    if (profile[outside] <= limit) {
      return outside * CELL;
    }
    while (direction * (outside * CELL - k) > 0 && profile[outside] > limit) {
      outside -= direction;
    }
    double within = direction * (outside * CELL - k) > 0 ? outside * CELL : k;
    double beyond = (outside + direction) * CELL;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (within + beyond) / 2;
      if (squares(costs, middle) <= limit) {
        within = middle;
      } else {
        beyond = middle;
      }
    }
    return beyond;
  }
}
