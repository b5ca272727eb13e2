package dev.arborist.domain.validation.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How often the Mann-Whitney statistic of two samples that are alike reaches its small values.
 *
 * <p>Exact by E. F. Harding (1984), "An efficient, minimal-storage procedure for calculating the
 * Mann-Whitney U, generalized U and similar distributions", Applied Statistics 33: the number of
 * arrangements with each U are the coefficients of the product of {@code (1-q^(m+i)) / (1-q^i)}. A
 * coefficient depends on the smaller ones alone, so the tail is as precise as its size.
 */
final class MannWhitneyDistribution {

  /** From how many values in a sample on the normal approximation serves. */
  static final int EXACT_BELOW = 50;

  private MannWhitneyDistribution() {}

  /**
   * The probabilities of U = 0, 1, ... up to the middle of its range.
   *
   * @param n the size of one sample, below {@link #EXACT_BELOW}
   * @param m the size of the other, below {@link #EXACT_BELOW}
   */
  static double[] lowerHalf(int n, int m) {
    int few = Math.min(n, m);
    int many = Math.max(n, m);
    double[] counts = new double[n * m / 2 + 1];
    counts[0] = 1;
    double all = 1;
    for (int i = 1; i <= few; i++) {
      int raised = many + i;
      for (int u = counts.length - 1; u >= raised; u--) {
        counts[u] -= counts[u - raised];
      }
      for (int u = i; u < counts.length; u++) {
        counts[u] += counts[u - i];
      }
      all *= (double) raised / i;
    }
    for (int u = 0; u < counts.length; u++) {
      counts[u] /= all;
    }
    return counts;
  }

  /**
   * The tail that a two-sided interval may leave out on one side.
   *
   * @param values how many of the least values of U are left out, 0 when even one is too probable
   * @param probability of these values
   */
  record Tail(int values, double probability) {}

  /** The longest tail whose probability is at most the given one. */
  static Tail tail(int n, int m, double atMost) {
    if (Math.max(n, m) >= EXACT_BELOW) {
      double deviation = Math.sqrt((double) n * m * (n + m + 1.0) / 12);
      double z = NormalDistribution.of(0, 1).inverseSurvivalProbability(atMost);
      int values = (int) Math.floor((double) n * m / 2 - z * deviation);
      return values < 1 ? new Tail(0, 0) : new Tail(values, atMost);
    }
    double[] probabilities = lowerHalf(n, m);
    double sum = 0;
    int values = 0;
    while (values < probabilities.length && sum + probabilities[values] <= atMost) {
      sum += probabilities[values];
      values++;
    }
    return new Tail(values, sum);
  }
}
