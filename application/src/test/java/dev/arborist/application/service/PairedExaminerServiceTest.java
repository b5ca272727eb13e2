package dev.arborist.application.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.application.port.in.PairedExaminer.Effort;
import dev.arborist.application.port.out.PairFailedException;
import dev.arborist.application.port.out.PairSource.PairPlan;
import dev.arborist.application.port.out.StorageException;
import dev.arborist.application.service.SimulatedPairs.Behaviour;
import dev.arborist.domain.validation.duet.CounterVerdict;
import dev.arborist.domain.validation.regression.Change;
import dev.arborist.domain.validation.regression.PairedSettings;
import dev.arborist.domain.validation.report.Duet;
import dev.arborist.domain.validation.report.DuetResult;
import dev.arborist.domain.validation.report.Fact;
import dev.arborist.domain.validation.report.FailRule;
import dev.arborist.domain.validation.report.Gate;
import dev.arborist.domain.validation.report.ProfileChange;
import dev.arborist.domain.validation.sample.InvalidSamplesException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
  void moreBytesAreARegressionAfterSevenPairs() {
    SimulatedPairs pairs =
        new SimulatedPairs().with("greedy", new Behaviour(1, 1, 0.02, 100, 124, 0));

    DuetResult greedy = examine(pairs).results().get(0);

    assertEquals(Change.REGRESSED, greedy.change());
    assertEquals(Change.UNCHANGED, greedy.time().change());
    CounterVerdict bytes = greedy.counters().get(0);
    assertEquals("bytes", bytes.counter());
    assertEquals(100, bytes.before(), 0.1);
    assertEquals(124, bytes.after(), 0.1);
    assertEquals(9, pairs.plans().size(), "two to try it out, seven that agree");
  }

  @Test
  void whatItCountsSparesASuspectItsThirtyPairs() {
    SimulatedPairs pairs =
        new SimulatedPairs().with("greedy", new Behaviour(1.1, 1, 0.02, 100, 124, 0));

    DuetResult greedy = examine(pairs).results().get(0);

    assertEquals(Change.REGRESSED, greedy.change());
    assertEquals(Change.INCONCLUSIVE, greedy.time().change());
    assertEquals("what it counts has already decided", greedy.time().reason());
    assertEquals(9, pairs.plans().size(), "two to try it out, seven that agree");
  }

  @Test
  void anOperationThatNeedsMoreThanTheBudgetIsNotBegun() {
    SimulatedPairs pairs = new SimulatedPairs().with("slow", Behaviour.slower(1));

    Duet duet =
        examine(
            pairs, new Effort(PairedSettings.standard(), Duration.ofMillis(1_200), 7, REGRESSED));

    assertEquals(1, pairs.plans().size(), pairs.plans().toString());
    assertEquals(
        "the budget of 1 s ended after 0 of 7 pairs", duet.results().get(0).time().reason());
    assertEquals(Gate.INCONCLUSIVE, duet.gate());
  }

  /** A rule on the median only asks for no certainty, but for something that was measured. */
  @Test
  void aRuleOnTheMedianIsNotPassedByABudgetThatWasTooShort() {
    for (double slower : List.of(1.0, 1.5)) {
      SimulatedPairs pairs = new SimulatedPairs().with("slow", Behaviour.slower(slower));
      List<FailRule> median = List.of(FailRule.parse("median:5%"));

      Duet duet =
          examine(pairs, new Effort(PairedSettings.standard(), Duration.ofSeconds(6), 7, median));

      assertTrue(duet.results().get(0).screening().size() < 7);
      assertEquals(Gate.INCONCLUSIVE, duet.gate());
    }
  }

  @Test
  void aControlThatAlarmedBeforeItFailedTakesEveryVerdictBack() {
    SimulatedPairs pairs =
        new SimulatedPairs()
            .with("slow", new Behaviour(1.1, 1.2, 0.02, 100, 100, 0))
            .failingControl(30);

    Duet duet = examine(pairs);

    assertNotNull(duet.control());
    assertEquals(29, duet.control().verdict().pairs());
    assertEquals(Change.REGRESSED, duet.control().verdict().change());
    assertEquals(Change.INCONCLUSIVE, duet.results().get(0).change());
    assertEquals(Gate.INCONCLUSIVE, duet.gate());
  }

  /** Seven pairs that screened it say more than three that judged it. */
  @Test
  void aRuleOnTheMedianGoesByThePairsThatThereAreMostOf() {
    List<FailRule> median = List.of(FailRule.parse("median:5%"));
    for (int seconds = 14; seconds <= 26; seconds += 4) {
      SimulatedPairs pairs = new SimulatedPairs().with("slow", Behaviour.slower(1.2));

      Duet duet =
          examine(
              pairs, new Effort(PairedSettings.standard(), Duration.ofSeconds(seconds), 7, median));

      DuetResult slow = duet.results().get(0);
      assertEquals(7, slow.screening().size());
      assertTrue(slow.judging().size() < 15, seconds + " s: " + slow.judging().size());
      assertEquals(Math.max(7, slow.judging().size()), slow.time().pairs());
      assertEquals(slow.time().pairs(), slow.decisive().size());
      assertEquals(Gate.FAILED, duet.gate(), seconds + " s");
    }
  }

  @Test
  void whatIsJudgedByFewerPairsThanScreenedItIsMeasured() {
    PairedSettings settings = new PairedSettings(40, 30, 0.01, 0.03);
    SimulatedPairs pairs = new SimulatedPairs().with("wild", new Behaviour(1, 1, 0.1, 100, 100, 0));

    Duet duet =
        examine(
            pairs,
            new Effort(settings, Duration.ofMinutes(10), 7, List.of(FailRule.parse("median:50%"))));

    assertEquals(30, duet.results().get(0).judging().size());
    assertEquals(Gate.PASSED, duet.gate());
  }

  /** Else a minute after their end could take their verdicts back. */
  @Test
  void theControlEndsWithTheSuspects() {
    SimulatedPairs pairs =
        new SimulatedPairs().with("broken", new Behaviour(1.1, 1, 0.02, 100, 100, 12));

    Duet duet = examine(pairs);

    assertTrue(pairs.plans().stream().filter(PairPlan::isControl).count() <= 3);
    assertNotNull(duet.control());
    assertEquals("it ended with the suspects", duet.control().verdict().reason());
    assertEquals(Change.INCONCLUSIVE, duet.results().get(0).change());
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
  void aBudgetThatEndsBeforeHalfOfThePairsLeavesABenchmarkUndecided() {
    DuetResult slow = slowWithin(Duration.ofSeconds(20));

    assertEquals(Change.INCONCLUSIVE, slow.change());
    assertTrue(
        slow.time().reason().matches("the budget of 20 s ended after [0-9]+ of 30 pairs"),
        slow.time().reason());
    assertTrue(slow.judging().size() < 15, slow.time().reason());
  }

  @Test
  void aBudgetThatEndsBehindHalfOfThePairsLetsThoseDecide() {
    DuetResult slow = slowWithin(Duration.ofSeconds(40));

    assertEquals(Change.REGRESSED, slow.change());
    int pairs = slow.judging().size();
    assertTrue(pairs >= 15 && pairs < 30, slow.time().reason());
    assertEquals(pairs, slow.time().pairs());
    assertTrue(slow.time().reason().endsWith(" of " + pairs + " pairs are slower"));
  }

  private static DuetResult slowWithin(Duration budget) {
    SimulatedPairs pairs = new SimulatedPairs().with("slow", Behaviour.slower(1.1));
    Duet duet = examine(pairs, new Effort(PairedSettings.standard(), budget, 7, REGRESSED));
    DuetResult slow = duet.results().get(0);
    assertTrue(slow.spent().compareTo(budget) <= 0, slow.spent().toString());
    return slow;
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
  void whatHasRegressedIsProfiledAndNothingElse() {
    SimulatedPairs pairs =
        new SimulatedPairs()
            .with("same", Behaviour.slower(1))
            .with("slow", Behaviour.slower(1.25))
            .with("swift", Behaviour.slower(0.9));

    Duet duet = examine(pairs);

    assertEquals(1, pairs.profiled().size());
    PairPlan plan = pairs.profiled().get(0);
    assertEquals("slow", plan.benchmark().benchmark());
    assertEquals(500, plan.epochs(), "five seconds of it");
    assertEquals(duet.results().get(1).shape().warmups(), plan.warmups());
    ProfileChange change = duet.results().get(1).profile();
    assertNotNull(change);
    assertEquals(1, change.methods().size(), change.toString());
    assertEquals("Gate.creak", change.methods().get(0).name());
    assertEquals(25, change.methods().get(0).percentAfter(), 2);
    assertNull(duet.results().get(0).profile());
    assertNull(duet.results().get(2).profile());
    assertEquals(List.of(new Fact("Machine", "none")), duet.environment());
  }

  @Test
  void whatAnAlarmTakesBackIsNotProfiled() {
    SimulatedPairs pairs =
        new SimulatedPairs().with("slow", new Behaviour(1.1, 1.2, 0.02, 100, 100, 0));

    examine(pairs);

    assertEquals(List.of(), pairs.profiled());
  }

  @Test
  void aRegressionOfBytesIsProfiledToo() {
    SimulatedPairs pairs =
        new SimulatedPairs().with("greedy", new Behaviour(1, 1, 0.02, 100, 124, 0));

    assertNotNull(examine(pairs).results().get(0).profile());
  }

  @Test
  void aProfileThatFailsChangesNoVerdictAndIsToldOf() {
    for (RuntimeException failure :
        List.of(
            new PairFailedException("slow avgt: the candidate hangs"),
            new StorageException("slow avgt: the candidate hangs", null))) {
      SimulatedPairs pairs =
          new SimulatedPairs().with("slow", Behaviour.slower(1.1)).withoutProfiles(failure);

      Duet duet = examine(pairs);

      assertEquals(Change.REGRESSED, duet.results().get(0).change());
      assertEquals("", duet.results().get(0).failure());
      assertNull(duet.results().get(0).profile());
      assertEquals(Gate.FAILED, duet.gate());
      assertEquals(
          new Fact("Profiles", "none of slow avgt: the candidate hangs"),
          duet.environment().get(1));
    }
  }

  @Test
  void timeThatWasNotSeenIsToldOf() {
    SimulatedPairs pairs = new SimulatedPairs().with("slow", Behaviour.slower(1.25)).seeing(0.5);

    Duet duet = examine(pairs);

    assertNotNull(duet.results().get(0).profile());
    assertEquals(
        new Fact(
            "Profiles",
            "much of the time of slow avgt was not seen, as native code and waiting are not"),
        duet.environment().get(1));
  }

  @ParameterizedTest
  @CsvSource({"0.5, 0.3, 1", "0.4, 0.9, 1", "0.4, 0.2, 2", "0.2, 3, 2", "0.5, -1, 2"})
  void whatOtherProgramsTookCouldNotBeSeen(double seen, double waited, int facts) {
    SimulatedPairs pairs =
        new SimulatedPairs().with("slow", Behaviour.slower(1.25)).seeing(seen).waiting(waited);

    assertEquals(facts, examine(pairs).environment().size());
  }

  @Test
  void theTenSlowestOfManyAreProfiled() {
    SimulatedPairs pairs = new SimulatedPairs();
    for (int i = 10; i < 22; i++) {
      pairs.with("slow" + i, Behaviour.slower(i == 10 || i == 15 ? 1.1 : 1.5));
    }

    Duet duet = examine(pairs);

    assertEquals(12, duet.count(Change.REGRESSED));
    assertEquals(10, pairs.profiled().size());
    assertEquals(
        List.of("slow10", "slow15"),
        duet.results().stream()
            .filter(one -> one.profile() == null)
            .map(one -> one.benchmark().benchmark())
            .toList());
    assertEquals(
        new Fact("Profiles", "of 12 that have regressed only the 10 slowest were profiled"),
        duet.environment().get(1));
  }

  @Test
  void versionsWithoutACommonBenchmarkAreRefused() {
    SimulatedPairs pairs = new SimulatedPairs();

    InvalidSamplesException refused =
        assertThrows(InvalidSamplesException.class, () -> examine(pairs));

    assertTrue(refused.getMessage().contains("no benchmark in common"), refused.getMessage());
  }
}
