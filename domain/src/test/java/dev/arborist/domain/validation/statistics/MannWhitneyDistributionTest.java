package dev.arborist.domain.validation.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.arborist.domain.validation.statistics.MannWhitneyDistribution.Tail;
import org.junit.jupiter.api.Test;

/**
 * Reference values were counted in Python, with whole numbers, by choosing ranks one after another.
 */
class MannWhitneyDistributionTest {

  @Test
  void everyArrangementOfSmallSamplesIsCounted() {
    int n = 4;
    int m = 6;
    double[] counts = new double[n * m + 1];
    for (int chosen = 0; chosen < 1 << (n + m); chosen++) {
      if (Integer.bitCount(chosen) == n) {
        counts[below(chosen, n + m)]++;
      }
    }
    double[] probabilities = MannWhitneyDistribution.lowerHalf(n, m);
    assertEquals(n * m / 2 + 1, probabilities.length);
    for (int u = 0; u < probabilities.length; u++) {
      assertEquals(counts[u] / 210, probabilities[u], 1e-15);
    }
  }

  /** How many pairs there are of a chosen place and one before it that was not chosen. */
  private static int below(int chosen, int places) {
    int u = 0;
    int passed = 0;
    for (int place = 0; place < places; place++) {
      if (((chosen >> place) & 1) == 1) {
        u += passed;
      } else {
        passed++;
      }
    }
    return u;
  }

  @Test
  void theLargestExactDistributionIsPreciseInItsTailAndItsMiddle() {
    double[] probabilities = MannWhitneyDistribution.lowerHalf(49, 49);
    assertEquals(4.398304919108045e-06, probabilities[700], 4.4e-18);
    assertEquals(0.0028214613042119507, probabilities[1200], 2.9e-15);
    assertEquals(7, probabilities[5] / probabilities[0], 1e-12);
  }

  @Test
  void tailsAgreeWithTheReference() {
    assertTail(0, 0, MannWhitneyDistribution.tail(4, 4, 0.005));
    assertTail(1, 0.003968253968253968, MannWhitneyDistribution.tail(5, 5, 0.005));
    assertTail(3, 0.015873015873015872, MannWhitneyDistribution.tail(5, 5, 0.025));
    assertTail(10, 0.004833401892225421, MannWhitneyDistribution.tail(10, 7, 0.005));
    assertTail(10, 0.004833401892225421, MannWhitneyDistribution.tail(7, 10, 0.005));
    assertTail(277, 0.004801843296063561, MannWhitneyDistribution.tail(30, 30, 0.005));
    assertTail(840, 0.004944941086347083, MannWhitneyDistribution.tail(49, 49, 0.005));
  }

  @Test
  void theApproximationContinuesTheExactTails() {
    // (50*50)/2 - 2.5758 * sqrt(50*50*101/12) = 876.4; exactly it is 878
    assertTail(876, 0.005, MannWhitneyDistribution.tail(50, 50, 0.005));
    assertTail(0, 0, MannWhitneyDistribution.tail(1, 50, 0.005));
  }

  private static void assertTail(int values, double probability, Tail tail) {
    assertEquals(values, tail.values());
    assertEquals(probability, tail.probability(), 1e-14);
  }
}
