package dev.arborist.adapters.render.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.domain.validation.requirement.Dimension;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Plots of characters, and the intervals of histograms. */
class TextPlotsTest {

  private static List<Double> upTo(int n) {
    return IntStream.rangeClosed(1, n).mapToObj(i -> (double) i).toList();
  }

  @Test
  void aSparklineHasABlockAValue() {
    assertEquals("▁▂▃▄▅▆▇█", Sparkline.of(upTo(8)));
    assertEquals("█▁█", Sparkline.of(List.of(5.0, -5.0, 5.0)));
    assertEquals("", Sparkline.of(List.of()));
  }

  @Test
  void aSparklineLeavesGapsAndKeepsWhatIsConstantInTheMiddle() {
    assertEquals("▄▄▄", Sparkline.of(List.of(3.0, 3.0, 3.0)));
    assertEquals("▁ █ ", Sparkline.of(List.of(1.0, Double.NaN, 2.0, Double.POSITIVE_INFINITY)));
    assertEquals("  ", Sparkline.of(List.of(Double.NaN, Double.NaN)));
    assertEquals("▁█", Sparkline.of(List.of(-Double.MAX_VALUE, Double.MAX_VALUE)));
  }

  @Test
  void thereAreAsManyIntervalsAsFreedmanAndDiaconisSay() {
    // IQR 499.5, cube root of n 10: a width of 99.9, of which 999 holds ten.
    Bins bins = Bins.of(upTo(1_000));
    assertEquals(10, bins.counts().size());
    assertEquals(IntStream.range(0, 10).mapToObj(i -> 100).toList(), bins.counts());
    assertEquals(5, Bins.of(upTo(10)).counts().size(), "no fewer than five");
    List<Double> tailed = IntStream.range(0, 1_000).mapToObj(i -> i == 0 ? 1e6 : i % 7.0).toList();
    assertEquals(20, Bins.of(tailed).counts().size(), "no more than twenty");
  }

  @Test
  void everyValueIsCountedOnce() {
    for (int n = 1; n < 300; n++) {
      int all = Bins.of(upTo(n)).counts().stream().mapToInt(count -> count).sum();
      assertEquals(n, all);
    }
    assertEquals(List.of(0, 0, 3, 0, 0), Bins.of(List.of(7.0, 7.0, 7.0)).counts());
    assertThrows(IllegalArgumentException.class, () -> Bins.of(List.of(Double.NaN)));
  }

  @Test
  void aHistogramSaysItsIntervalsWithUnitsAndDrawsEighths() {
    List<Double> values = List.of(1e6, 1e6, 1e6, 1e6, 1.3e6, 1.5e6, 1.9e6, 2e6, 2e6, Double.NaN);
    assertEquals(
        List.of(
            "1.00 ms to 1.20 ms  4  ████████",
            "1.20 ms to 1.40 ms  1  ██",
            "1.40 ms to 1.60 ms  1  ██",
            "1.60 ms to 1.80 ms  0",
            "1.80 ms to 2.00 ms  3  ██████"),
        TextHistogram.of(values, Dimension.TIME, 8));
    List<String> narrow = TextHistogram.of(values, Dimension.TIME, 1);
    assertTrue(narrow.get(0).endsWith("4  █") && narrow.get(1).endsWith("1  ▎"), narrow::toString);
  }
}
