package dev.arborist.domain.validation.duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SteadyPointTest {

  /** Scores around a curve, of which one in twenty is disturbed. */
  private static List<Double> scores(int count, IntToDoubleFunction curve) {
    Random random = new Random(20_260_101);
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                curve.applyAsDouble(i)
                    * Math.exp(random.nextGaussian() * 0.02)
                    * (random.nextInt(20) == 0 ? 2 : 1))
        .toList();
  }

  @Test
  void whatDoesNotDriftIsSteadyAtOnce() {
    assertEquals(OptionalInt.of(0), SteadyPoint.of(scores(288, i -> 100)));
  }

  @Test
  void whatBecomesFasterIsSteadyFromThere() {
    int steady = SteadyPoint.of(scores(288, i -> i < 90 ? 200 - i : 100)).orElseThrow();

    assertTrue(steady >= 54 && steady <= 108, "found " + steady + ", was 90");
  }

  @Test
  void whatDriftsToItsEndIsNotSteady() {
    assertEquals(OptionalInt.empty(), SteadyPoint.of(scores(288, i -> 300 - i / 2.0)));
  }

  @Test
  void aFewEpochsCannotTell() {
    assertEquals(OptionalInt.empty(), SteadyPoint.of(scores(11, i -> 100)));
  }
}
