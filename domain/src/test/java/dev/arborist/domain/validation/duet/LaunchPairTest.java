package dev.arborist.domain.validation.duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.arborist.domain.validation.requirement.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class LaunchPairTest {

  private static PairedLaunch launch(double... scores) {
    List<Epoch> epochs =
        DoubleStream.of(scores)
            .mapToObj(score -> new Epoch(score, 1, 0, 1, 0, new TreeMap<>()))
            .toList();
    return new PairedLaunch(List.of(), epochs);
  }

  @Test
  void theMiddleOfTheRatiosCountsWhateverTheMachineDid() {
    LaunchPair pair = new LaunchPair(Dimension.TIME, launch(1, 10, 100), launch(1.2, 12, 1_000));

    assertEquals(1.2, Math.exp(pair.logRatio()), 1e-12);
  }

  @Test
  void aLowerRateIsSlower() {
    LaunchPair pair = new LaunchPair(Dimension.RATE, launch(10, 10, 10), launch(5, 5, 5));

    assertEquals(2, Math.exp(pair.logRatio()), 1e-12);
  }

  private static Epoch delayed(double score, long delayNanos) {
    return new Epoch(score, 1, 0, 1_000, delayNanos, new TreeMap<>());
  }

  @Test
  void theEpochsThatOtherProgramsDisturbedMostDoNotCount() {
    List<Epoch> before = new ArrayList<>();
    List<Epoch> after = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      before.add(delayed(10, 0));
      after.add(i % 2 == 0 ? delayed(12, 0) : delayed(90, 900));
    }

    LaunchPair pair =
        new LaunchPair(
            Dimension.TIME,
            new PairedLaunch(List.of(), before),
            new PairedLaunch(List.of(), after));

    assertEquals(1.2, Math.exp(pair.logRatio()), 1e-12);
    assertEquals(10, pair.scores().before(), 1e-12);
    assertEquals(12, pair.scores().after(), 1e-12);
  }

  /** As where the system does not tell, and the first turns are no steadier than the last. */
  @Test
  void whereNothingIsKnownOfOthersAllEpochsCount() {
    LaunchPair pair =
        new LaunchPair(
            Dimension.TIME,
            launch(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1),
            launch(1, 1, 1, 1, 1, 3, 3, 3, 3, 3, 3));

    assertEquals(3, Math.exp(pair.logRatio()), 1e-12);
  }

  @Test
  void bothSidesHaveAsManyEpochs() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new LaunchPair(Dimension.TIME, launch(1, 2), launch(1)));
    assertThrows(
        IllegalArgumentException.class, () -> new LaunchPair(Dimension.TIME, launch(), launch()));
  }

  @Test
  void anEpochInWhichNothingWasCompletedIsNone() {
    assertThrows(IllegalArgumentException.class, () -> launch(0));
    assertThrows(IllegalArgumentException.class, () -> launch(Double.NaN));
  }
}
