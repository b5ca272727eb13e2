package dev.arborist.domain.validation.regression;

import java.util.Random;

/** What the logarithms of launches scatter like, in units of the launches' standard deviation. */
enum LaunchNoise {
  /** As many imagine it. */
  NORMAL,
  /** Every tenth launch has four times the noise. */
  CONTAMINATED,
  /** Student's t with three degrees of freedom. */
  HEAVY_TAILED,
  /** The compiler takes one of two ways, of which one is 10 % slower. */
  BIMODAL;

  private static final double SECOND_MODE = StrictMath.log(1.1);

  /** The logarithm of a launch whose true value is 1. */
  double draw(Random random, double sd) {
    return switch (this) {
      case NORMAL -> sd * random.nextGaussian();
      case CONTAMINATED -> sd * random.nextGaussian() * (random.nextInt(10) == 0 ? 4 : 1);
      case HEAVY_TAILED -> sd * studentOfThree(random);
      case BIMODAL -> sd * random.nextGaussian() + (random.nextBoolean() ? SECOND_MODE : 0);
    };
  }

  private static double studentOfThree(Random random) {
    double squares = 0;
    for (int i = 0; i < 3; i++) {
      double normal = random.nextGaussian();
      squares += normal * normal;
    }
    return random.nextGaussian() / Math.sqrt(squares / 3);
  }
}
