package dev.arborist.domain.validation.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SteadyStateTest {

  private static final List<Double> FALLING = List.of(12.0, 11.0, 10.8, 10.5, 10.2, 10.0, 9.9);
  private static final List<Double> LEVEL = List.of(10.0, 10.2, 9.9, 10.1, 9.8, 10.05, 9.95);
  private static final List<Double> CREEPING = List.of(10.0, 10.01, 10.02, 10.03, 10.04, 10.05);
  private static final List<Double> SHORT = List.of(9.0, 8.0, 7.0, 6.0, 5.0);

  @Test
  void launchesThatWarmUpAreDrifting() {
    SteadyState state = SteadyState.of(List.of(FALLING, FALLING, LEVEL));
    assertTrue(state.drifting());
    // (10.0 + 9.9) / (12 + 11), the median of the three launches.
    assertEquals(19.9 / 23, state.drift(), 1e-12);
  }

  @Test
  void halfOfTheLaunchesIsNotEnough() {
    assertFalse(SteadyState.of(List.of(FALLING, FALLING, LEVEL, LEVEL)).drifting());
    assertFalse(SteadyState.of(List.of(LEVEL)).drifting());
  }

  @Test
  void risingIsDriftingToo() {
    List<Double> rising = List.of(10.0, 10.1, 10.2, 10.6, 10.7, 10.8);
    SteadyState state = SteadyState.of(List.of(rising));
    assertTrue(state.drifting());
    assertEquals(21.5 / 20.1, state.drift(), 1e-12);
  }

  @Test
  void aTrendTooSmallToMatterIsSteady() {
    SteadyState state = SteadyState.of(List.of(CREEPING, CREEPING));
    assertFalse(state.drifting());
    assertEquals(20.09 / 20.01, state.drift(), 1e-12);
  }

  @Test
  void launchesTooShortToTellAreLeftOut() {
    assertEquals(new SteadyState(false, 1), SteadyState.of(List.of(SHORT, SHORT)));
    assertEquals(new SteadyState(false, 1), SteadyState.of(List.of()));
    assertTrue(SteadyState.of(List.of(SHORT, SHORT, FALLING)).drifting());
  }

  @Test
  void nothingAtFirstAndNothingAtLastIsNoDrift() {
    List<Double> zeros = List.of(0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
    assertEquals(new SteadyState(false, 1), SteadyState.of(List.of(zeros)));
    List<Double> fromZero = List.of(0.0, 0.0, 0.0, 1.0, 2.0, 3.0);
    assertEquals(Double.POSITIVE_INFINITY, SteadyState.of(List.of(fromZero)).drift());
  }

  @Test
  void steadyNoiseIsHardlyEverTakenForDrift() {
    SplittableRandom random = new SplittableRandom(11);
    int alarms = 0;
    for (int run = 0; run < 300; run++) {
      List<List<Double>> launches =
          IntStream.range(0, 5)
              .mapToObj(i -> random.doubles(10, 90, 110).boxed().toList())
              .toList();
      alarms += SteadyState.of(launches).drifting() ? 1 : 0;
    }
    assertEquals(0, alarms);
  }

  @Test
  void valuesBelowZeroAreRefused() {
    List<Double> negative = List.of(1.0, 1.0, 1.0, 1.0, 1.0, -1.0);
    assertThrows(IllegalArgumentException.class, () -> SteadyState.of(List.of(negative)));
  }
}
