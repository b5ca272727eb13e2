package dev.arborist.domain.validation.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class HolmTest {

  private static double[] adjust(double... p) {
    return Holm.adjust(p);
  }

  /** As {@code p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm")} of R. */
  @Test
  void valuesAreAdjustedAsInR() {
    assertArrayEquals(
        new double[] {0.03, 0.06, 0.06, 0.02}, adjust(0.01, 0.04, 0.03, 0.005), 1e-15);
  }

  @Test
  void noneBecomesLessThanOneBeforeItNorMoreThanOne() {
    assertArrayEquals(new double[] {0.03, 0.03, 0.03}, adjust(0.01, 0.011, 0.012), 1e-15);
    assertArrayEquals(new double[] {1, 1}, adjust(0.7, 0.9), 1e-15);
  }

  @Test
  void oneTestIsLeftAloneAndNoneIsNone() {
    assertArrayEquals(new double[] {0.04}, adjust(0.04), 1e-15);
    assertArrayEquals(new double[] {}, adjust(), 1e-15);
  }

  @Test
  void whatIsNoProbabilityIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> adjust(0.1, Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> adjust(1.1));
    assertThrows(IllegalArgumentException.class, () -> adjust(-0.1));
  }
}
