package dev.arborist.domain.validation.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.domain.validation.duet.PairShape;
import dev.arborist.domain.validation.duet.PairedBenchmark;
import dev.arborist.domain.validation.regression.Change;
import dev.arborist.domain.validation.regression.PairedSettings;
import dev.arborist.domain.validation.regression.PairedVerdict;
import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.requirement.Metric;
import dev.arborist.domain.validation.requirement.Quantity;
import dev.arborist.domain.validation.requirement.Requirement;
import dev.arborist.domain.validation.requirement.WhenInconclusive;
import dev.arborist.domain.validation.sample.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictTest {

  private static final Origin ORIGIN = Origin.at(Instant.EPOCH);
  private static final PairedBenchmark BENCHMARK =
      new PairedBenchmark("a.B.c", "avgt", new TreeMap<>());
  private static final Series SERIES =
      new Series(
          "a.B.c", new TreeMap<>(), "score", "avgt", Dimension.TIME, List.of(List.of(1.0, 2.0)));

  private static Duet duet(Change change, List<FailRule> rules) {
    DuetResult result =
        new DuetResult(
            BENCHMARK,
            new PairedVerdict(change, 1, 1, 1, 1, 0, 0.03, 30, "so it is"),
            List.of(),
            List.of(),
            List.of(),
            PairShape.UNKNOWN,
            Duration.ZERO,
            "",
            null);
    return new Duet(
        List.of(result),
        null,
        List.of(),
        List.of(),
        PairedSettings.standard(),
        rules,
        1,
        List.of());
  }

  private static Duet duet(Gate gate) {
    Change change =
        switch (gate) {
          case PASSED -> Change.UNCHANGED;
          case FAILED -> Change.REGRESSED;
          case INCONCLUSIVE -> Change.INCONCLUSIVE;
        };
    return duet(change, List.of(FailRule.parse("regressed")));
  }

  private static Judgement judgement(Outcome outcome) {
    Requirement requirement =
        new Requirement(
            "A",
            "It is fast",
            "B.c",
            new TreeMap<>(),
            Metric.parse("mean"),
            Quantity.parse("1 ms"),
            null,
            WhenInconclusive.FAIL);
    return new Judgement(requirement, outcome, 1.0, 1.0, 0.1, 3, "so it is");
  }

  private static Verdict verdict(List<Judgement> judgements, List<Series> series, Duet duet) {
    return new Verdict(
        ORIGIN,
        judgements,
        series,
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        duet,
        List.of(),
        List.of());
  }

  @ParameterizedTest
  @EnumSource
  void aVerdictThatHoldsOnlyADuetHasItsGate(Gate gate) {
    Verdict verdict = Verdict.ofDuet(ORIGIN, duet(gate), List.of(), List.of());

    assertTrue(verdict.holdsOnlyDuet());
    assertEquals(gate, verdict.gate());
    assertEquals(gate, verdict.labelled("nightly").gate(), "a label loses nothing");
  }

  @ParameterizedTest
  @CsvSource({
    "PASS, PASSED, PASSED",
    "PASS, INCONCLUSIVE, INCONCLUSIVE",
    "PASS, FAILED, FAILED",
    "INCONCLUSIVE, PASSED, INCONCLUSIVE",
    "INCONCLUSIVE, FAILED, FAILED",
    "FAIL, PASSED, FAILED",
    "FAIL, INCONCLUSIVE, FAILED",
  })
  void besideRequirementsTheWorstOfBothCounts(Outcome outcome, Gate duet, Gate expected) {
    Verdict verdict = verdict(List.of(judgement(outcome)), List.of(SERIES), duet(duet));

    assertFalse(verdict.holdsOnlyDuet());
    assertEquals(expected, verdict.gate());
  }

  @Test
  void aRuleOfTheDuetIsARequirementOfWhatWasMeasured() {
    Duet ruled = duet(Change.UNCHANGED, List.of(FailRule.parse("regressed")));
    Duet shown = duet(Change.UNCHANGED, List.of());

    assertEquals(Gate.PASSED, verdict(List.of(), List.of(SERIES), ruled).gate());
    assertEquals(Gate.FAILED, verdict(List.of(), List.of(SERIES), shown).gate());
  }

  @Test
  void requirementsOfWhichNothingWasMeasuredFailBesideADuet() {
    Verdict verdict = verdict(List.of(judgement(Outcome.PASS)), List.of(), duet(Gate.PASSED));

    assertEquals(Gate.FAILED, verdict.gate());
  }
}
