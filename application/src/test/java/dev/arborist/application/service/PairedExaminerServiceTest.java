package dev.arborist.application.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.application.port.in.PairedExaminer.Effort;
import dev.arborist.application.port.out.PairSource.PairPlan;
import dev.arborist.application.service.SimulatedPairs.Behaviour;
import dev.arborist.domain.validation.duet.CounterVerdict;
import dev.arborist.domain.validation.regression.Change;
import dev.arborist.domain.validation.regression.PairedSettings;
import dev.arborist.domain.validation.report.Duet;
import dev.arborist.domain.validation.report.DuetResult;
import dev.arborist.domain.validation.report.FailRule;
import dev.arborist.domain.validation.report.Gate;
import dev.arborist.domain.validation.sample.InvalidSamplesException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairedExaminerServiceTest {

  private static final List<FailRule> REGRESSED = List.of(FailRule.parse("regressed"));

  private static final Effort EFFORT =
      new Effort(PairedSettings.standard(), Duration.ofMinutes(4), 7, REGRESSED);

  private static Duet examine(SimulatedPairs pairs, Effort effort) {
    return Services.pairedExaminer(pairs).examine(pairs, effort, (b, stage, n, of, ratio) -> {});
  }

  private static Duet examine(SimulatedPairs pairs) {
    return examine(pairs, EFFORT);
  }

  @Test
  void whatIsUnchangedIsClearedByScreeningWithoutAControl() {
    SimulatedPairs pairs = new SimulatedPairs().with("same", Behaviour.slower(1));

    Duet duet = examine(pairs);

    DuetResult same = duet.results().get(0);
    assertEquals(Change.UNCHANGED, same.change());
    assertEquals(7, same.time().pairs());
    assertNull(duet.control());
    assertEquals(Gate.PASSED, duet.gate());
    assertEquals(9, pairs.plans().size(), "two to try it out, seven to screen");
  }

  @Test
  void aSuspectIsJudgedByFreshPairsBesideAControl() {
    SimulatedPairs pairs =
        new SimulatedPairs()
            .with("same", Behaviour.slower(1))
            .with("slow", Behaviour.slower(1.1))
            .with("swift", Behaviour.slower(0.9));

    Duet duet = examine(pairs);

    assertEquals(
        List.of(Change.UNCHANGED, Change.REGRESSED, Change.IMPROVED),
        duet.results().stream().map(DuetResult::change).toList());
    assertEquals(30, duet.results().get(1).judging().size());
    assertEquals(1.1, duet.results().get(1).time().effect(), 0.02);
    assertNotNull(duet.control());
    assertEquals(Change.UNCHANGED, duet.control().verdict().change());
    assertEquals(30, pairs.plans().stream().filter(PairPlan::isControl).count());
    assertEquals(Gate.FAILED, duet.gate());
  }

  @Test
  void aControlThatAlarmsTakesEveryVerdictBack() {
    SimulatedPairs pairs =
        new SimulatedPairs()
            .with("same", Behaviour.slower(1))
            .with("slow", new Behaviour(1.1, 1.2, 0.02, 100, 100, 0));

    Duet duet = examine(pairs);

    assertEquals(
        List.of(Change.INCONCLUSIVE, Change.INCONCLUSIVE),
        duet.results().stream().map(DuetResult::change).toList());
    assertEquals(Gate.INCONCLUSIVE, duet.gate());
  }

  @Test
  void moreBytesAreARegressionAfterFivePairs() {
    SimulatedPairs pairs =
        new SimulatedPairs().with("greedy", new Behaviour(1, 1, 0.02, 100, 124, 0));

    DuetResult greedy = examine(pairs).results().get(0);

    assertEquals(Change.REGRESSED, greedy.change());
    assertEquals(Change.INCONCLUSIVE, greedy.time().change());
    CounterVerdict bytes = greedy.counters().get(0);
    assertEquals("bytes", bytes.counter());
    assertEquals(100, bytes.before(), 0.1);
    assertEquals(124, bytes.after(), 0.1);
    assertEquals(7, pairs.plans().size(), "two to try it out, five that agree");
  }

  @Test
  void fewerBytesDoNotEndIt() {
    SimulatedPairs pairs =
        new SimulatedPairs().with("frugal", new Behaviour(1.1, 1, 0.02, 124, 100, 0));

    DuetResult frugal = examine(pairs).results().get(0);

    assertEquals(Change.REGRESSED, frugal.change());
    assertEquals(Change.REGRESSED, frugal.time().change());
    assertEquals(Change.IMPROVED, frugal.counters().get(0).change());
  }

  @Test
  void aPairThatFailsLeavesItsBenchmarkUndecidedAndTheOthersGoOn() {
    SimulatedPairs pairs =
        new SimulatedPairs()
            .with("broken", new Behaviour(1, 1, 0.02, 100, 100, 4))
            .with("same", Behaviour.slower(1));

    Duet duet = examine(pairs);

    DuetResult broken = duet.results().get(0);
    assertEquals(Change.INCONCLUSIVE, broken.change());
    assertEquals("broken avgt: the candidate ended early", broken.failure());
    assertEquals(1, broken.screening().size());
    assertEquals(Change.UNCHANGED, duet.results().get(1).change());
    assertEquals(Gate.INCONCLUSIVE, duet.gate());
  }

  @Test
  void theBudgetOfABenchmarkEndsIt() {
    SimulatedPairs pairs = new SimulatedPairs().with("slow", Behaviour.slower(1.1));

    Duet duet =
        examine(pairs, new Effort(PairedSettings.standard(), Duration.ofSeconds(40), 7, REGRESSED));

    DuetResult slow = duet.results().get(0);
    assertEquals(Change.INCONCLUSIVE, slow.change());
    assertTrue(
        slow.time().reason().matches("the budget of 40 s ended after [0-9]+ of 30 pairs"),
        slow.time().reason());
    assertTrue(slow.spent().toSeconds() <= 40, slow.spent().toString());
  }

  @Test
  void theSameSeedDrawsTheSameScheduleAndAnotherOneAnother() {
    List<List<PairPlan>> plans = new ArrayList<>();
    for (long seed : List.of(1L, 1L, 2L)) {
      SimulatedPairs pairs =
          new SimulatedPairs()
              .with("one", Behaviour.slower(1))
              .with("two", Behaviour.slower(1))
              .with("three", Behaviour.slower(1.1));
      examine(pairs, new Effort(PairedSettings.standard(), Duration.ofMinutes(4), seed, REGRESSED));
      plans.add(pairs.plans());
    }

    assertEquals(plans.get(0), plans.get(1));
    assertFalse(plans.get(0).equals(plans.get(2)));
  }

  @Test
  void versionsWithoutACommonBenchmarkAreRefused() {
    SimulatedPairs pairs = new SimulatedPairs();

    InvalidSamplesException refused =
        assertThrows(InvalidSamplesException.class, () -> examine(pairs));

    assertTrue(refused.getMessage().contains("no benchmark in common"), refused.getMessage());
  }
}
