package dev.arborist.domain.validation.complexity;

/**
 * The best a ≥ 0 and b ≥ 0 of cost = a + b·f for one given shape f, by least squares of logarithms.
 *
 * <p>Only the ratio a/b is searched for, since the best b follows from it, one for each stretch of
 * sizes. The squares may have several valleys along the ratio's logarithm: a grid finds the
 * deepest, then Gauss and Newton's step goes to its bottom (Björck 1996, "Numerical Methods for
 * Least Squares Problems", ch. 9). A shape is given as its values at the sizes, divided by that at
 * the largest.
 */
final class ShapeFit {

  private static final double GRID_STEP = 1.25;
  private static final double BELOW_LEAST = 4;
  private static final double ABOVE_GREATEST = 6;
  private static final int STEPS_MAX = 40;
  private static final double STEP_MIN = 1e-6;
  private static final double RATIO_ACCURACY = 1e-4;

  private final CostsBySize costs;
  private final double[] shape;
  private final double[] rests;
  private final double[] fixedShares;
  private double squares = Double.MAX_VALUE;
  private double ratio;
  private double logFactor;
  private double newtonStep;

  private ShapeFit(CostsBySize costs, double[] shape) {
    this.costs = costs;
    this.shape = shape;
    rests = new double[shape.length];
    fixedShares = new double[shape.length];
  }

  /** Fits a shape whose values ascend to 1. */
  static ShapeFit of(CostsBySize costs, double[] shape) {
    ShapeFit fit = new ShapeFit(costs, shape);
    fit.tryConstant();
    fit.tryRatio(0);
    fit.searchGrid();
    return fit;
  }

  /** The squares of the sizes' means about the curve. */
  double squares() {
    return squares;
  }

  /** What the curve costs at the largest size without its fixed cost. */
  double factor() {
    return Double.isInfinite(ratio) ? 0 : StrictMath.exp(logFactor);
  }

  /** The shape at the least size. */
  double leastShape() {
    return shape[0];
  }

  double fixedCost() {
    return StrictMath.exp(logFactor) * (Double.isInfinite(ratio) ? 1 : ratio);
  }

  /**
   * The least a/b, as a share of f at the largest size, whose curve leaves no more squares than a
   * limit: the steepest curve. It is searched for from the best curve on, by halving.
   */
  double leastRatio(double limit) {
    if (squaresAt(0) <= limit) {
      return 0;
    }
    double flat = Math.min(ratio, StrictMath.exp(ABOVE_GREATEST));
    double steep = 0;
    for (int i = 0; i < STEPS_MAX && flat - steep > RATIO_ACCURACY * flat; i++) {
      double middle = steep > 0 ? StrictMath.sqrt(flat * steep) : flat / StrictMath.exp(GRID_STEP);
      if (squaresAt(middle) <= limit) {
        flat = middle;
      } else {
        steep = middle;
      }
    }
    return flat;
  }

  /** No growth at all, which the ratio only tends to. */
  private void tryConstant() {
    for (int i = 0; i < shape.length; i++) {
      rests[i] = costs.logMean(i);
    }
    squares = squaresOfRests();
    ratio = Double.POSITIVE_INFINITY;
    logFactor = mean(rests, 0);
  }

  private void searchGrid() {
    double least = 1;
    for (double value : shape) {
      if (value > 0) {
        least = Math.min(least, value);
      }
    }
    double best = Double.NaN;
    double start = StrictMath.log(least) - BELOW_LEAST;
    double step = 0;
    for (double logRatio = start; logRatio < ABOVE_GREATEST; logRatio += GRID_STEP) {
      if (tryRatio(StrictMath.exp(logRatio))) {
        best = logRatio;
        step = newtonStep;
      }
    }
    for (int i = 0; i < STEPS_MAX && Math.abs(step) > STEP_MIN; i++) {
      double next = best + Math.max(-GRID_STEP, Math.min(GRID_STEP, step));
      if (tryRatio(StrictMath.exp(next))) {
        best = next;
        step = newtonStep;
      } else {
        step /= 2;
      }
    }
  }

  /** Keeps a ratio that leaves fewer squares than the best so far. */
  private boolean tryRatio(double candidate) {
    double left = squaresAt(candidate);
    if (!(left < squares)) {
      return false;
    }
    squares = left;
    ratio = candidate;
    logFactor = mean(rests, 0);
    newtonStep = newtonStep();
    return true;
  }

  /** Gauss and Newton's step of the ratio's logarithm, from the rests at the ratio. */
  private double newtonStep() {
    for (int i = 0; i < shape.length; i++) {
      fixedShares[i] = ratio / (ratio + shape[i]);
    }
    double slope = 0;
    double curvature = 0;
    for (int from = 0; from < shape.length; from = costs.stretchEnd(from)) {
      double meanShare = mean(fixedShares, from);
      double level = mean(rests, from);
      for (int i = from; i < costs.stretchEnd(from); i++) {
        double share = fixedShares[i] - meanShare;
        slope += costs.count(i) * (rests[i] - level) * share;
        curvature += costs.count(i) * share * share;
      }
    }
    return curvature > 0 ? slope / curvature : 0;
  }

  private double squaresAt(double candidate) {
    for (int i = 0; i < shape.length; i++) {
      rests[i] = costs.logMean(i) - StrictMath.log(candidate + shape[i]);
    }
    return squaresOfRests();
  }

  private double squaresOfRests() {
    double left = 0;
    for (int from = 0; from < shape.length; from = costs.stretchEnd(from)) {
      double level = mean(rests, from);
      for (int i = from; i < costs.stretchEnd(from); i++) {
        left += costs.count(i) * (rests[i] - level) * (rests[i] - level);
      }
    }
    return left;
  }

  /** The mean over the stretch that begins at a size. */
  private double mean(double[] values, int from) {
    double sum = 0;
    int observations = 0;
    for (int i = from; i < costs.stretchEnd(from); i++) {
      sum += costs.count(i) * values[i];
      observations += costs.count(i);
    }
    return sum / observations;
  }
}
