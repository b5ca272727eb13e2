package dev.arborist.adapters.render.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.domain.validation.requirement.Dimension;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where the marks of axes stand and what they say. */
class AxisTest {

  private static List<String> labels(Axis axis) {
    return axis.ticks().stream().map(Axis.Tick::label).toList();
  }

  private static Axis linear(double low, double high, Dimension dimension) {
    return LinearAxis.of(low, high, 0, 100, dimension, 5);
  }

  private static Axis log(double low, double high, int ticksMax) {
    return LogAxis.of(low, high, 0, 100, Dimension.TIME, ticksMax);
  }

  @Test
  void ticksAreOneTwoOrFiveTimesAPowerOfTen() {
    assertEquals(
        List.of("0 ms", "2 ms", "4 ms", "6 ms", "8 ms", "10 ms"),
        labels(linear(0, 1e7, Dimension.TIME)));
    assertEquals(
        List.of("1.2 us", "1.25 us", "1.3 us"), labels(linear(1_190, 1_330, Dimension.TIME)));
    assertEquals(
        List.of("-50 B", "0 B", "50 B", "100 B"), labels(linear(-60, 120, Dimension.SIZE)));
    assertEquals(
        List.of("0 ops/s", "1,000,000 ops/s", "2,000,000 ops/s", "3,000,000 ops/s"),
        labels(linear(0, 3.2e6, Dimension.RATE)));
  }

  @Test
  void ticksStandInOrderWithinTheAxisWhateverItsValues() {
    double[] spans = {1e-12, 1e-6, 0.037, 0.5, 1, 7, 1e9};
    for (double low : new double[] {-3e7, -1, 0, 1e-9, 0.3, 5, 123_456, 7e12}) {
      for (double span : spans) {
        Axis axis = linear(low, low + span * Math.max(1, Math.abs(low)), Dimension.TIME);
        List<Axis.Tick> ticks = axis.ticks();
        assertTrue(ticks.size() >= 1 && ticks.size() <= 6, () -> ticks.toString());
        for (int i = 0; i < ticks.size(); i++) {
          assertTrue(ticks.get(i).at() > -1e-4 && ticks.get(i).at() < 100 + 1e-4, ticks::toString);
          assertTrue(i == 0 || ticks.get(i).at() > ticks.get(i - 1).at(), ticks::toString);
        }
        assertEquals(ticks.size(), labels(axis).stream().distinct().count(), ticks::toString);
      }
    }
  }

  @Test
  void valuesThatAreTheSameStandInTheMiddle() {
    assertEquals(50, linear(7, 7, Dimension.NUMBER).at(7), 1e-9);
    assertEquals(50, linear(0, 0, Dimension.NUMBER).at(0), 1e-9);
    assertEquals(50, log(7, 7, 5).at(7), 1e-9);
  }

  @Test
  void aLogarithmicAxisHasDecadesOrOneTwoAndFive() {
    assertEquals(List.of("1 us", "10 us", "100 us", "1 ms"), labels(log(1e3, 1e6, 5)));
    assertEquals(List.of("2 us", "5 us", "10 us", "20 us", "50 us"), labels(log(2e3, 6e4, 7)));
    assertEquals(List.of("3 us", "4 us", "5 us"), labels(log(2.5e3, 5.5e3, 7)));
    assertEquals(List.of("1 ns", "10 us", "100 ms", "1000 s"), labels(log(1, 2e12, 4)));
    assertEquals(100 / 3.0, log(1e3, 1e6, 5).at(1e4), 1e-9);
  }
}
