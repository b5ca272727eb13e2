package dev.arborist.domain.validation.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;

class BinomialIntervalTest {

  /** By R 4, binom.test(5, 10)$conf.int. */
  @Test
  void theEndsAreThoseOfThePublishedMethod() {
    BinomialInterval interval = BinomialInterval.of(5, 10, 0.95);

    assertEquals(0.1870860, interval.lower(), 5e-8);
    assertEquals(0.8129140, interval.upper(), 5e-8);
  }

  /** What defines the ends: beyond each of them, such a count has a chance of less than a tail. */
  @Test
  void atAnEndSuchACountIsAsImprobableAsTheTail() {
    BinomialInterval interval = BinomialInterval.of(3, 120, 0.95);

    assertEquals(
        0.025, BinomialDistribution.of(120, interval.lower()).survivalProbability(2), 1e-12);
    assertEquals(
        0.025, BinomialDistribution.of(120, interval.upper()).cumulativeProbability(3), 1e-12);
  }

  /** One-sided tails in closed form: 1 - 0.025^(1/n). */
  @Test
  void whereAllOrNoneHaveItOneEndIsTheWhole() {
    double end = Math.pow(0.025, 1 / 40.0);

    assertEquals(0, BinomialInterval.of(0, 40, 0.95).lower());
    assertEquals(1 - end, BinomialInterval.of(0, 40, 0.95).upper(), 1e-12);
    assertEquals(end, BinomialInterval.of(40, 40, 0.95).lower(), 1e-12);
    assertEquals(1, BinomialInterval.of(40, 40, 0.95).upper());
  }

  @Test
  void nothingTriedTellsNothing() {
    assertThrows(IllegalArgumentException.class, () -> BinomialInterval.of(0, 0, 0.95));
    assertThrows(IllegalArgumentException.class, () -> BinomialInterval.of(2, 1, 0.95));
  }
}
