package dev.arborist.domain.validation.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The fences were computed with NumPy's percentile. */
class OutliersTest {

  @Test
  void mildAndSevereOutliersAreCountedOnBothSides() {
    // Quartiles 11.75 and 15.25, inner fences 6.5 and 20.5, outer fences 1.25 and 25.75.
    Outliers outliers =
        Outliers.of(List.of(13.0, 1.0, 40.0, 10.0, 11.0, 12.0, 12.0, 13.0, 14.0, 15.0, 16.0, 22.0));
    assertEquals(new Outliers(1, 0, 1, 1, 10, 16), outliers);
    assertEquals(3, outliers.count());
  }

  @Test
  void theWhiskerIsNeverAValueBeyondTheFence() {
    // Quartiles 3 and 7, so the upper inner fence is 13: 13.1 is beyond it, 13 is not.
    List<Double> values = List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 13.1);
    assertEquals(new Outliers(0, 0, 1, 0, 1, 8), Outliers.of(values));
    List<Double> onTheFence = List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 13.0);
    assertEquals(new Outliers(0, 0, 0, 0, 1, 13), Outliers.of(onTheFence));
  }

  @Test
  void valuesBelowMirrorThoseAbove() {
    List<Double> values = List.of(-1.0, -2.0, -3.0, -4.0, -5.0, -6.0, -7.0, -8.0, -13.1);
    assertEquals(new Outliers(0, 1, 0, 0, -8, -1), Outliers.of(values));
  }

  @Test
  void equalValuesHaveNoOutlierAndAnyOtherAmongThemIsSevere() {
    assertEquals(new Outliers(0, 0, 0, 0, 0.1, 0.1), Outliers.of(List.of(0.1, 0.1, 0.1, 0.1)));
    assertEquals(
        new Outliers(0, 0, 0, 1, 0.1, 0.1),
        Outliers.of(List.of(0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.2)));
    assertEquals(new Outliers(0, 0, 0, 0, 7, 7), Outliers.of(List.of(7.0)));
  }

  @Test
  void nothingAndTheInfiniteAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Outliers.of(List.of()));
    assertThrows(IllegalArgumentException.class, () -> Outliers.of(List.of(1.0, Double.NaN)));
  }
}
