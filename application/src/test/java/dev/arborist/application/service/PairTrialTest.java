package dev.arborist.application.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.arborist.application.port.out.PairSource.PairPlan;
import dev.arborist.domain.validation.duet.Epoch;
import dev.arborist.domain.validation.duet.LaunchPair;
import dev.arborist.domain.validation.duet.PairShape;
import dev.arborist.domain.validation.duet.PairedLaunch;
import dev.arborist.domain.validation.requirement.Dimension;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PairTrialTest {

  private static LaunchPair pair(long... turnMillis) {
    List<Epoch> epochs =
        LongStream.of(turnMillis)
            .mapToObj(millis -> new Epoch(1, 1, 0, millis * 1_000_000, 0, new TreeMap<>()))
            .toList();
    PairedLaunch launch = new PairedLaunch(List.of(), epochs);
    return new LaunchPair(Dimension.TIME, launch, launch);
  }

  private static PairPlan profile(LaunchPair last) {
    return PairTrial.profile(
        SimulatedPairs.benchmark("open"), new PairShape(40, 80, true), last, 5);
  }

  @Test
  void aProfileIsFiveSecondsOfTheShortestTurns() {
    assertEquals(
        new PairPlan(SimulatedPairs.benchmark("open"), false, 40, true, 250, 5),
        profile(pair(70, 20, 90)));
  }

  @Test
  void aProfileIsNeitherThousandsOfEpochsNorOne() {
    assertEquals(500, profile(pair(1)).epochs());
    assertEquals(3, profile(pair(60_000)).epochs());
  }
}
