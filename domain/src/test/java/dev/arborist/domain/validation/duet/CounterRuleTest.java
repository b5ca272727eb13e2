package dev.arborist.domain.validation.duet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.arborist.domain.validation.regression.Change;
import dev.arborist.domain.validation.requirement.Dimension;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CounterRuleTest {

  private static final CounterRule RULE = new CounterRule(0.03);

  private static Epoch epoch(long operations, double bytes, double statements) {
    SortedMap<String, Double> counters = new TreeMap<>();
    counters.put("statements", statements);
    return new Epoch(100, operations, Math.round(operations * bytes), 1, 0, counters);
  }

  private static PairedLaunch launch(Epoch... epochs) {
    return new PairedLaunch(List.of(), List.of(epochs));
  }

  private static PairedLaunch steady(double bytes, double statements) {
    Epoch epoch = epoch(1_000, bytes, statements);
    return launch(epoch, epoch, epoch, epoch, epoch);
  }

  private static LaunchPair pair(PairedLaunch baseline, PairedLaunch candidate) {
    return new LaunchPair(Dimension.TIME, baseline, candidate);
  }

  private static List<LaunchPair> seven(PairedLaunch baseline, PairedLaunch candidate) {
    return new ArrayList<>(Collections.nCopies(7, pair(baseline, candidate)));
  }

  @Test
  void whatDiffersInSevenPairsIsADifferenceAndInSixItIsNot() {
    List<LaunchPair> pairs = seven(steady(100, 3), steady(120, 3));

    assertEquals(
        List.of(new CounterVerdict("bytes", Change.REGRESSED, 100, 120, 7)), RULE.judge(pairs));
    assertEquals(List.of(), RULE.judge(pairs.subList(0, 6)));
  }

  @Test
  void otherCountersAreJudgedByTheirNames() {
    assertEquals(
        List.of(new CounterVerdict("statements", Change.IMPROVED, 3, 2, 7)),
        RULE.judge(seven(steady(100, 3), steady(100, 2))));
  }

  @Test
  void oneLaunchThatCompiledOtherwiseIsADoubt() {
    List<LaunchPair> pairs = seven(steady(100, 3), steady(120, 3));
    pairs.set(2, pair(steady(120, 3), steady(120, 3)));

    assertEquals(List.of(), RULE.judge(pairs));
  }

  @Test
  void anEpochThatWasInterpretedDoesNotCount() {
    Epoch usual = epoch(1_000, 100, 3);
    PairedLaunch disturbed = launch(epoch(1_000, 400, 3), usual, usual, usual, usual);

    assertEquals(
        List.of(new CounterVerdict("bytes", Change.REGRESSED, 100, 120, 7)),
        RULE.judge(seven(disturbed, steady(120, 3))));
  }

  @Test
  void lessThanTheMinimumEffectIsNone() {
    assertEquals(List.of(), RULE.judge(seven(steady(1_000, 3), steady(1_029, 3))));
  }

  @Test
  void whatTheHarnessAllocatesIsNotTheBenchmarks() {
    PairedLaunch two = launch(epoch(2, 300, 3), epoch(2, 300, 3));
    PairedLaunch one = launch(epoch(1, 600, 3), epoch(1, 600, 3));

    assertEquals(List.of(), RULE.judge(seven(two, one)));
  }

  @Test
  void fromNothingToSomethingIsADifference() {
    assertEquals(
        List.of(new CounterVerdict("bytes", Change.REGRESSED, 0, 16, 7)),
        RULE.judge(seven(steady(0, 0), steady(16, 0))));
  }

  @Test
  void whatAJvmDoesNotTellIsNotJudged() {
    PairedLaunch silent = launch(new Epoch(1, 1_000, -1, 1, 0, new TreeMap<>()));

    assertEquals(List.of(), RULE.judge(seven(silent, launch(epoch(1_000, 16, 0)))));
  }
}
