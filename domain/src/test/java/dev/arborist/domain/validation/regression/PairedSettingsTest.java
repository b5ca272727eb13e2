package dev.arborist.domain.validation.regression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PairedSettingsTest {

  private static String refused(int screening, int judging, double alpha, double effect) {
    return assertThrows(
            IllegalArgumentException.class,
            () -> new PairedSettings(screening, judging, alpha, effect))
        .getMessage();
  }

  @Test
  void twentyTwoOfThirtyPairsAreNeeded() {
    assertEquals(22, PairedSettings.standard().pairsNeeded(30, 1));
    assertEquals(13, PairedSettings.standard().pairsNeeded(15, 1));
    assertEquals(15, PairedSettings.standard().judgingPairsMin());
  }

  @Test
  void pairsThatCouldShowNothingAreRefused() {
    assertEquals("6 pairs cannot show a change at alpha 0.01: 7 could", refused(7, 6, 0.01, 0.03));
    assertEquals(7, new PairedSettings(7, 7, 0.01, 0.03).pairsNeeded(7, 1));
  }

  @Test
  void aProbabilityOfExactlyAlphaIsNotBelowIt() {
    double tenOfTen = 1.0 / 1024;
    assertTrue(refused(7, 10, tenOfTen, 0.03).endsWith(": 11 could"));
    assertEquals(11, new PairedSettings(7, 11, tenOfTen, 0.03).judgingPairsMin());
    double nineOrMoreOfTen = 11.0 / 1024;
    assertEquals(10, new PairedSettings(7, 10, nineOrMoreOfTen, 0.03).pairsNeeded(10, 1));
  }

  @Test
  void settingsThatMakeNoSenseAreRefused() {
    assertTrue(refused(2, 30, 0.01, 0.03).contains("3 pairs or more"));
    assertTrue(refused(7, 30, 1, 0.03).contains("alpha"));
    assertTrue(refused(7, 30, 0.01, -1).contains("minimum effect"));
  }
}
