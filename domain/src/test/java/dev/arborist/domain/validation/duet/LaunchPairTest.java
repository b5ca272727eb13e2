package dev.arborist.domain.validation.duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.arborist.domain.validation.requirement.Dimension;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class LaunchPairTest {

  private static PairedLaunch launch(double... scores) {
    List<Epoch> epochs =
        DoubleStream.of(scores)
            .mapToObj(score -> new Epoch(score, 1, 0, 1, new TreeMap<>()))
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
