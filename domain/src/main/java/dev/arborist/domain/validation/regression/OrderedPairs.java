package dev.arborist.domain.validation.regression;

import dev.arborist.domain.validation.statistics.SignTest;
import java.util.List;

/**
 * The log ratios of pairs in ascending order.
 *
 * @param logRatios of the candidate's time by the baseline's, ascending
 */
record OrderedPairs(List<Double> logRatios) {

  /**
   * Orders the log ratios.
   *
   * @throws IllegalArgumentException when there are not as many as expected, or one is no number
   */
  static OrderedPairs of(List<Double> logRatios, int expected) {
    if (logRatios.size() != expected) {
      throw new IllegalArgumentException(expected + " pairs are needed, not " + logRatios.size());
    }
    for (double logRatio : logRatios) {
      if (!Double.isFinite(logRatio)) {
        throw new IllegalArgumentException(logRatio + " is no logarithm of a ratio");
      }
    }
    return new OrderedPairs(logRatios.stream().sorted().toList());
  }

  int size() {
    return logRatios.size();
  }

  /** The k-th of the ordered log ratios, counted from 1. */
  double ordered(int k) {
    return logRatios.get(k - 1);
  }

  /** The greatest of them that the median lies below with at most this probability. */
  double lower(double tail) {
    return ordered(rank(tail));
  }

  /** The least of them that the median lies above with at most this probability. */
  double upper(double tail) {
    return ordered(size() + 1 - rank(tail));
  }

  /** W. J. Conover, "Practical Nonparametric Statistics", 3.2: the interval of a quantile. */
  private int rank(double tail) {
    int rank = 1;
    while (2 * (rank + 1) <= size() && SignTest.atLeast(size() - rank, size()) <= tail) {
      rank++;
    }
    return rank;
  }

  double median() {
    int size = size();
    return (logRatios.get((size - 1) / 2) + logRatios.get(size / 2)) / 2;
  }

  int slower() {
    return (int) logRatios.stream().filter(logRatio -> logRatio > 0).count();
  }

  int faster() {
    return (int) logRatios.stream().filter(logRatio -> logRatio < 0).count();
  }

  /** How probable so many slower pairs are by chance; equal ones count as not slower. */
  double pSlower() {
    return SignTest.atLeast(slower(), size());
  }

  double pFaster() {
    return SignTest.atLeast(faster(), size());
  }
}
