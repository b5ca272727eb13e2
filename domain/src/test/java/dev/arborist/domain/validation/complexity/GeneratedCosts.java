package dev.arborist.domain.validation.complexity;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/** Costs as launches at several sizes would have them: a known cost, off by a factor of e^noise. */
final class GeneratedCosts {

  static final double[] SIX = {10, 50, 100, 500, 1_000, 5_000};
  static final double[] EIGHT = {10, 20, 50, 100, 200, 500, 1_000, 5_000};

  private final double[] sizes;
  private final int launches;
  private final double logSd;

  GeneratedCosts(double[] sizes, int launches, double logSd) {
    this.sizes = sizes.clone();
    this.launches = launches;
    this.logSd = logSd;
  }

  CostsBySize of(DoubleUnaryOperator cost, long seed) {
    return CostsBySize.of(allSizes(), values(cost, seed));
  }

  double[] allSizes() {
    double[] all = new double[sizes.length * launches];
    for (int i = 0; i < all.length; i++) {
      all[i] = sizes[i / launches];
    }
    return all;
  }

  double[] values(DoubleUnaryOperator cost, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] all = allSizes();
    for (int i = 0; i < all.length; i++) {
      all[i] = cost.applyAsDouble(all[i]) * StrictMath.exp(logSd * normal(random));
    }
    return all;
  }

  /** Box and Muller (1958). */
  private static double normal(SplittableRandom random) {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
    return radius * StrictMath.cos(2 * StrictMath.PI * random.nextDouble());
  }
}
