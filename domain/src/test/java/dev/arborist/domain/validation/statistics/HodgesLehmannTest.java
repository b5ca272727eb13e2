package dev.arborist.domain.validation.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class HodgesLehmannTest {

  private static final double[] AT_TERM = {
    0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46
  };
  private static final double[] EARLY = {1.15, 0.88, 0.90, 0.74, 1.21};

  /** The permeability of Hollander and Wolfe, example 4.1 and its interval in section 4.3. */
  @Test
  void theExampleOfHollanderAndWolfeComesOut() {
    HodgesLehmann found = HodgesLehmann.of(EARLY, AT_TERM, 0.95);
    assertEquals(0.305, found.shift(), 1e-12);
    assertEquals(-0.15, found.lower(), 1e-12);
    assertEquals(0.76, found.upper(), 1e-12);
    assertEquals(1 - 2 * 60.0 / 3003, found.confidence(), 1e-12);
  }

  @Test
  void tooFewValuesGiveTheWidestIntervalAndSayHowCertainItIs() {
    HodgesLehmann found = HodgesLehmann.of(new double[] {0, 1, 2, 3}, new double[] {9}, 0.99);
    assertEquals(7.5, found.shift());
    assertEquals(6, found.lower());
    assertEquals(9, found.upper());
    assertEquals(1 - 2.0 / 5, found.confidence(), 1e-12);
  }

  @Test
  void theIntervalHoldsTheTruthAsOftenAsItSays() {
    assertTrue(held(5, 5, 0.99) >= 0.985);
    assertEquals(0.95, held(12, 9, 0.95), 0.012);
    assertEquals(0.95, held(60, 55, 0.95), 0.012);
  }

  private static double held(int n, int m, double confidence) {
    Random random = new Random(20_260_101);
    int held = 0;
    int rounds = 5_000;
    for (int round = 0; round < rounds; round++) {
      double[] x = random.doubles(n).toArray();
      double[] y = random.doubles(m).map(value -> value + 3).toArray();
      HodgesLehmann found = HodgesLehmann.of(x, y, confidence);
      held += found.lower() <= 3 && found.upper() >= 3 ? 1 : 0;
    }
    return (double) held / rounds;
  }

  @Test
  void wildValuesDoNotMoveIt() {
    double[] x = {1, 2, 3, 4, 5, 6, 7};
    double[] y = {11, 12, 13, 14, 15, 16, 1e9};
    assertEquals(10, HodgesLehmann.of(x, y, 0.95).shift(), 1e-12);
  }

  @Test
  void anEmptySampleAndWhatIsNoNumberAreRefused() {
    double[] one = {1};
    double[] none = {};
    double[] infinite = {Double.POSITIVE_INFINITY};
    assertThrows(IllegalArgumentException.class, () -> HodgesLehmann.of(one, none, 0.99));
    assertThrows(IllegalArgumentException.class, () -> HodgesLehmann.of(none, one, 0.99));
    assertThrows(IllegalArgumentException.class, () -> HodgesLehmann.of(one, infinite, 0.99));
  }
}
