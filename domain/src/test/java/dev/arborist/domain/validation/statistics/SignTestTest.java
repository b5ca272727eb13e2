package dev.arborist.domain.validation.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** Reference values are of SciPy 1.17 (binomtest). */
class SignTestTest {

  @Test
  void theProbabilitiesAgreeWithTheReference() {
    assertEquals(0.021386972628533847, SignTest.atLeast(21, 30), 1e-14);
    assertEquals(0.008062400855123998, SignTest.atLeast(22, 30), 1e-14);
    assertEquals(0.572232224047184, SignTest.atLeast(15, 30), 1e-14);
    assertEquals(9.313225746154785e-10, SignTest.atLeast(30, 30), 1e-23);
    assertEquals(1, SignTest.atLeast(0, 30), 1e-14);
  }

  @Test
  void impossibleCountsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> SignTest.atLeast(31, 30));
    assertThrows(IllegalArgumentException.class, () -> SignTest.atLeast(-1, 30));
    assertThrows(IllegalArgumentException.class, () -> SignTest.atLeast(0, 0));
  }
}
