package dev.arborist.domain.validation.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.arborist.domain.validation.duet.CounterVerdict;
import dev.arborist.domain.validation.duet.PairShape;
import dev.arborist.domain.validation.duet.PairedBenchmark;
import dev.arborist.domain.validation.regression.Change;
import dev.arborist.domain.validation.regression.PairedSettings;
import dev.arborist.domain.validation.regression.PairedVerdict;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DuetTest {

  private static final List<FailRule> REGRESSED = List.of(FailRule.parse("regressed"));
  private static final List<FailRule> FIVE_PERCENT = List.of(FailRule.parse("median:5%"));
  private static final PairedBenchmark BENCHMARK =
      new PairedBenchmark("a.B.c", "avgt", new TreeMap<>());

  private static PairedVerdict verdict(Change change, double effect) {
    return new PairedVerdict(change, effect, effect, effect, 0, 0, 0.03, 30, "so it is");
  }

  private static DuetResult result(Change change, double effect, String failure) {
    return new DuetResult(
        BENCHMARK,
        verdict(change, effect),
        List.of(),
        List.of(),
        List.of(),
        PairShape.UNKNOWN,
        Duration.ZERO,
        failure,
        null);
  }

  private static Duet duet(List<DuetResult> results, Change control, List<FailRule> rules) {
    return new Duet(
        results,
        new Duet.Control(BENCHMARK, verdict(control, 1)),
        List.of(),
        List.of(),
        PairedSettings.standard(),
        rules,
        1,
        List.of());
  }

  private static Gate gate(Change change, double effect, List<FailRule> rules) {
    return duet(List.of(result(change, effect, "")), Change.UNCHANGED, rules).gate();
  }

  @Test
  void certaintyIsWhatTheFirstRuleAsksFor() {
    assertEquals(Gate.FAILED, gate(Change.REGRESSED, 1.1, REGRESSED));
    assertEquals(Gate.PASSED, gate(Change.UNCHANGED, 1.1, REGRESSED));
    assertEquals(Gate.PASSED, gate(Change.IMPROVED, 0.9, REGRESSED));
    assertEquals(Gate.INCONCLUSIVE, gate(Change.INCONCLUSIVE, 1.1, REGRESSED));
  }

  @Test
  void aPlainRuleLooksAtTheMedianAlone() {
    assertEquals(Gate.FAILED, gate(Change.INCONCLUSIVE, 1.06, FIVE_PERCENT));
    assertEquals(Gate.PASSED, gate(Change.INCONCLUSIVE, 1.04, FIVE_PERCENT));
  }

  @Test
  void withoutARuleNothingFails() {
    assertEquals(Gate.PASSED, gate(Change.REGRESSED, 1.1, List.of()));
  }

  @Test
  void aPairThatFailedIsUndecidedWhateverTheRule() {
    List<DuetResult> died = List.of(result(Change.INCONCLUSIVE, 1, "it died"));

    assertEquals(Gate.INCONCLUSIVE, duet(died, Change.UNCHANGED, FIVE_PERCENT).gate());
  }

  @Test
  void anAlarmOfTheControlDecidesNothing() {
    List<DuetResult> slower = List.of(result(Change.INCONCLUSIVE, 1.2, ""));

    assertEquals(Gate.INCONCLUSIVE, duet(slower, Change.REGRESSED, FIVE_PERCENT).gate());
    assertEquals(Gate.INCONCLUSIVE, duet(slower, Change.REGRESSED, REGRESSED).gate());
  }

  @Test
  void nothingComparedIsNothingPassed() {
    assertEquals(Gate.INCONCLUSIVE, duet(List.of(), Change.UNCHANGED, REGRESSED).gate());
  }

  @Test
  void moreOfACountIsARegressionThoughTheTimeIsUnknown() {
    DuetResult greedy =
        new DuetResult(
            BENCHMARK,
            verdict(Change.INCONCLUSIVE, 1),
            List.of(new CounterVerdict("bytes", Change.REGRESSED, 16, 32, 5)),
            List.of(),
            List.of(),
            PairShape.UNKNOWN,
            Duration.ZERO,
            "",
            null);

    assertEquals(Change.REGRESSED, greedy.change());
    assertEquals(Gate.FAILED, duet(List.of(greedy), Change.REGRESSED, REGRESSED).gate());
  }
}
