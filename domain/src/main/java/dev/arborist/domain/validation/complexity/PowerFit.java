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
 * @param exponent k
 * @param lower the lower end of k's interval, its one-sided bound at 99 %
 * @param upper the upper end of k's interval, its one-sided bound at 99 %
 * @param fixedCost a, in the unit of the costs
 * @param factor b
 * @param growth the growth in words
 */
public record PowerFit(
    double exponent,
    double lower,
    double upper,
    double fixedCost,
    double factor,
    GrowthClass growth) {

  /** The fewest observations that leave something to judge the curve by. */
  public static final int OBSERVATIONS_MIN = 5;

  private static final int PARAMETERS = 3;
  private static final double TWO_SIDED = 0.98;
  private static final double K_MIN = 0.05;
  private static final double K_MAX = 4.0;
  private static final double K_STEP = 0.01;
  private static final int RATIO_STEPS = 48;
  private static final double RATIO_LOG_SPAN = 14;
  private static final double CONSTANT_BELOW = 1.25;

  /** The best a and b for one k, and the squares they leave. */
  private record Curve(double k, double squares, double ratio, double logFactor) {}

  /**
   * Fits the curve.
   *
   * @param sizes the size of each observation, at least three different ones, all positive
   * @param costs the cost of each observation, all positive
   * @throws IllegalArgumentException when there are fewer than five observations or one is not
   *     positive
   */
  public static PowerFit of(double[] sizes, double[] costs) {
    if (sizes.length != costs.length || sizes.length < OBSERVATIONS_MIN) {
      throw new IllegalArgumentException(
          "a fit needs five observations or more, not " + sizes.length);
    }
    double[] logSizes = logs(sizes);
    double[] logCosts = logs(costs);
    int steps = (int) Math.round((K_MAX - K_MIN) / K_STEP) + 1;
    Curve[] profile = new Curve[steps];
    int best = 0;
    for (int i = 0; i < steps; i++) {
      profile[i] = bestCurve(K_MIN + i * K_STEP, logSizes, logCosts);
      if (profile[i].squares() < profile[best].squares()) {
        best = i;
      }
    }
    int freedom = sizes.length - PARAMETERS;
    double f = FDistribution.of(1, freedom).inverseCumulativeProbability(TWO_SIDED);
    double limit = profile[best].squares() * (1 + f / freedom);
    int low = best;
    while (low > 0 && profile[low].squares() <= limit) {
      low--;
    }
    int high = best;
    while (high < steps - 1 && profile[high].squares() <= limit) {
      high++;
    }
    Curve curve = profile[best];
    double factor = StrictMath.exp(curve.logFactor());
    double lower = profile[low].k();
    double upper = profile[high].k();
    return new PowerFit(
        curve.k(), lower, upper, factor * curve.ratio(), factor, name(lower, upper, costs));
  }

  private static double[] logs(double[] values) {
    double[] logs = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      if (!(values[i] > 0)) {
        throw new IllegalArgumentException("a fit needs positive values, not " + values[i]);
      }
      logs[i] = StrictMath.log(values[i]);
    }
    return logs;
  }

  /** Searches the ratio a/b on a grid of its logarithm, zero included, then refines by halving. */
  private static Curve bestCurve(double k, double[] logSizes, double[] logCosts) {
    double top = 0;
    for (double logSize : logSizes) {
      top = Math.max(top, k * logSize);
    }
    Curve best = curve(k, 0, logSizes, logCosts);
    double step = (RATIO_LOG_SPAN + 2) / RATIO_STEPS;
    double centre = Double.NaN;
    for (int i = 0; i <= RATIO_STEPS; i++) {
      double logRatio = top - RATIO_LOG_SPAN + i * step;
      Curve curve = curve(k, StrictMath.exp(logRatio), logSizes, logCosts);
      if (curve.squares() < best.squares()) {
        best = curve;
        centre = logRatio;
      }
    }
    while (!Double.isNaN(centre) && step > 1e-4) {
      step /= 2;
      Curve left = curve(k, StrictMath.exp(centre - step), logSizes, logCosts);
      Curve right = curve(k, StrictMath.exp(centre + step), logSizes, logCosts);
      boolean toTheLeft = left.squares() < right.squares();
      Curve better = toTheLeft ? left : right;
      if (better.squares() < best.squares()) {
        centre += toTheLeft ? -step : step;
        best = better;
      }
    }
    return best;
  }

  private static Curve curve(double k, double ratio, double[] logSizes, double[] logCosts) {
    int n = logSizes.length;
    double[] rest = new double[n];
    double sum = 0;
    for (int i = 0; i < n; i++) {
      rest[i] = logCosts[i] - StrictMath.log(ratio + StrictMath.exp(k * logSizes[i]));
      sum += rest[i];
    }
    double mean = sum / n;
    double squares = 0;
    for (double value : rest) {
      squares += (value - mean) * (value - mean);
    }
    return new Curve(k, squares, ratio, mean);
  }

  private static GrowthClass name(double lower, double upper, double[] costs) {
    double least = Double.MAX_VALUE;
    double greatest = 0;
    for (double cost : costs) {
      least = Math.min(least, cost);
      greatest = Math.max(greatest, cost);
    }
    if (greatest / least < CONSTANT_BELOW) {
      return GrowthClass.CONSTANT;
    }
    if (upper < 0.75) {
      return GrowthClass.SUB_LINEAR;
    }
    if (lower > 0.75 && upper < 1.3) {
      return GrowthClass.LINEAR;
    }
    if (lower > 1.7 && upper < 2.3) {
      return GrowthClass.QUADRATIC;
    }
    return GrowthClass.UNDETERMINED;
  }
}
