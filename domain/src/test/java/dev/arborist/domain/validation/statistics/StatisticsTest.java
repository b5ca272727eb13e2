package dev.arborist.domain.validation.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Reference values were computed independently, with Python's statistics and a table of Student's
 * t.
 */
class StatisticsTest {

  @Test
  void aSummaryAgreesWithTheReference() {
    Summary summary = Summary.of(List.of(9.0, 2.0, 4.0, 5.0, 4.0, 7.0, 4.0, 5.0));
    assertEquals(8, summary.n());
    assertEquals(2, summary.min());
    assertEquals(4.0, summary.q1(), 1e-12);
    assertEquals(4.5, summary.median(), 1e-12);
    assertEquals(5.5, summary.q3(), 1e-12);
    assertEquals(9, summary.max());
    assertEquals(5, summary.mean(), 1e-12);
    assertEquals(2.138089935299395, summary.stddev(), 1e-12);
  }

  @Test
  void theLeastAndTheGreatestAreRightHoweverManyValuesThereAre() {
    Random random = new Random(3);
    List<Double> values = new ArrayList<>();
    for (int n = 1; n <= 600; n++) {
      values.add(1_000 * StrictMath.exp(0.2 * random.nextGaussian()));
      Summary summary = Summary.of(values);
      assertEquals(Collections.min(values), summary.min(), "of " + n);
      assertEquals(Collections.max(values), summary.max(), "of " + n);
    }
  }

  @Test
  void oneValueHasNoSpreadAndNoValueHasNoSummary() {
    assertEquals(0, Summary.of(List.of(3.0)).stddev());
    assertThrows(IllegalArgumentException.class, () -> Summary.of(List.of()));
  }

  @Test
  void launchBoundsAgreeWithTheReference() {
    LaunchBounds bounds = LaunchBounds.of(List.of(10.2, 11.5, 9.8, 10.9, 10.4), 0.99, 0.25);
    assertEquals(10.543790910161858, bounds.estimate(), 1e-9);
    assertEquals(9.506473695902612, bounds.lower(), 1e-9);
    assertEquals(11.694296993124581, bounds.upper(), 1e-9);
  }

  @Test
  void aSingleLaunchIsJudgedByTheAssumedSpread() {
    LaunchBounds bounds = LaunchBounds.of(List.of(10.0), 0.99, 0.25);
    assertEquals(17.888750677291473, bounds.upper(), 1e-9);
    assertEquals(5.590105301592864, bounds.lower(), 1e-9);
  }

  @Test
  void valuesWithoutALogarithmAreRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> LaunchBounds.of(List.of(1.0, 0.0), 0.99, 0.25));
    assertThrows(
        IllegalArgumentException.class,
        () -> LaunchBounds.of(List.of(1.0, Double.NaN), 0.99, 0.25));
    assertThrows(IllegalArgumentException.class, () -> LaunchBounds.of(List.of(), 0.99, 0.25));
  }
}
