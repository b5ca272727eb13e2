package dev.arborist.domain.validation.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How Kendall's S is distributed when nothing but chance orders a series.
 *
 * <p>S is the number of pairs that rise less the number that fall. Without ties the number of
 * falling pairs is distributed as the inversions of a random permutation: the k-th element adds 0
 * to k-1 of them, each as likely (Kendall 1938, "A new measure of rank correlation"). With ties, or
 * in a series longer than {@link #EXACT_LIMIT}, S is taken for normal with the corrected variance
 * of Kendall (1975), "Rank Correlation Methods", and a continuity correction.
 */
final class KendallDistribution {

  /** The longest series whose distribution is counted out; the work grows by n³. */
  static final int EXACT_LIMIT = 300;

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private final double[] exact;
  private final double deviation;

  private KendallDistribution(double[] exact, double deviation) {
    this.exact = exact;
    this.deviation = deviation;
  }

  /** The distribution for rankings of these values, without ties between them or with. */
  static KendallDistribution of(double[]... rankings) {
    int n = rankings[0].length;
    double ties = 0;
    for (double[] ranking : rankings) {
      ties += tieTerm(ranking);
    }
    double[] exact = ties > 0 || n > EXACT_LIMIT ? new double[0] : inversions(n);
    double variance = (pairTerm(n) - ties) / 18;
    return new KendallDistribution(exact, Math.sqrt(Math.max(0, variance)));
  }

  /** The probability of a trend at least as high as this one. */
  double atLeast(long s) {
    if (exact.length > 0) {
      return atMostFalling((exact.length - 1 - s) / 2);
    }
    return deviation > 0 ? NORMAL.survivalProbability((s - 1) / deviation) : 1;
  }

  /**
   * The rank, counted from the least of so many slopes, of the one that is a lower bound at the
   * given confidence; 0 when there are too few for any.
   */
  int boundRank(int slopes, double confidence) {
    if (exact.length == 0) {
      double reach = NORMAL.inverseCumulativeProbability(confidence) * deviation;
      return (int) Math.max(0, Math.floor((slopes - reach) / 2));
    }
    int rank = 0;
    double below = exact[0];
    while (below <= 1 - confidence) {
      rank++;
      below += exact[rank];
    }
    return rank;
  }

  private double atMostFalling(long falling) {
    double sum = 0;
    for (int i = 0; i <= falling; i++) {
      sum += exact[i];
    }
    return Math.min(1, sum);
  }

  /** The probability of each number of inversions of a random permutation of n elements. */
  private static double[] inversions(int n) {
    double[] before = {1};
    for (int k = 2; k <= n; k++) {
      int most = k * (k - 1) / 2;
      double[] after = new double[most + 1];
      double window = 0;
      // Only the rising half is summed: there a window never shrinks, so nothing cancels out.
      for (int i = 0; i <= most / 2; i++) {
        window += i < before.length ? before[i] : 0;
        window -= i >= k ? before[i - k] : 0;
        after[i] = window / k;
        after[most - i] = after[i];
      }
      before = after;
    }
    return before;
  }

  private static double tieTerm(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double sum = 0;
    int start = 0;
    for (int i = 1; i <= sorted.length; i++) {
      if (i == sorted.length || sorted[i] > sorted[start]) {
        sum += pairTerm(i - start);
        start = i;
      }
    }
    return sum;
  }

  private static double pairTerm(double size) {
    return size * (size - 1) * (2 * size + 5);
  }
}
