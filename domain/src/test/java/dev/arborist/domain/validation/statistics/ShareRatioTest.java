package dev.arborist.domain.validation.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareRatioTest {

  /**
   * The likeliest shares were found by trying a million: 0.25 (the pooled test of two shares),
   * 0.276393, 0.316608 and 0.01.
   */
  @ParameterizedTest
  @CsvSource({
    "30, 100, 20, 100, 1, 0.05123521743",
    "60, 100, 20, 100, 2, 0.02532725630",
    "50, 200, 90, 300, 0.7, 0.12566855798",
    "12, 600, 0, 600, 1, 0.00024925745",
  })
  void itIsAsProbableAsTheNormalDistributionAtTheLikeliestSharesSays(
      long seen1, long of1, long seen2, long of2, double ratio, double p) {
    assertEquals(p, ShareRatio.moreThan(seen1, of1, seen2, of2, ratio), 1e-10);
  }

  @Test
  void aShareOfAllThatTakesTenPercentMoreIsBeyondDoubt() {
    assertTrue(ShareRatio.moreThan(500, 500, 500, 500, 1 / 1.1) < 1e-10);
  }

  @Test
  void whatWasNeverSeenOrAlwaysIsNoMore() {
    assertEquals(1, ShareRatio.moreThan(0, 500, 0, 400, 1));
    assertEquals(1, ShareRatio.moreThan(500, 500, 400, 400, 1));
    assertTrue(ShareRatio.moreThan(0, 500, 3, 400, 0.5) > 0.5);
    assertTrue(ShareRatio.moreThan(500, 500, 400, 400, 2) > 0.5);
  }

  /** 2 % of 10,000 is 200, give or take 40. */
  @Test
  void equalSharesAreSaidToDifferAsOftenAsTheLevelSays() {
    Random random = new Random(8);
    int alarms = 0;
    for (int i = 0; i < 10_000; i++) {
      long seen1 = random.doubles(300).filter(one -> one < 0.3 / 1.2).count();
      long seen2 = random.doubles(400).filter(one -> one < 0.3).count();
      alarms += ShareRatio.moreThan(seen1, 300, seen2, 400, 1 / 1.2) < 0.02 ? 1 : 0;
    }
    assertEquals(200, alarms, 40);
  }

  @Test
  void whatIsNoShareIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> ShareRatio.moreThan(0, 0, 1, 2, 1));
    assertThrows(IllegalArgumentException.class, () -> ShareRatio.moreThan(1, 2, 3, 2, 1));
    assertThrows(IllegalArgumentException.class, () -> ShareRatio.moreThan(1, 2, -1, 2, 1));
    assertThrows(IllegalArgumentException.class, () -> ShareRatio.moreThan(1, 2, 1, 2, 0));
  }
}
