package dev.arborist.domain.validation.duet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.arborist.domain.validation.regression.Change;
import dev.arborist.domain.validation.regression.PairedSettings;
import dev.arborist.domain.validation.regression.PairedVerdict;
import dev.arborist.domain.validation.report.FailRule;
import dev.arborist.domain.validation.report.Gate;
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
        failure);
  }

  private static Duet duet(List<DuetResult> results, Change control) {
    return new Duet(
        results,
        new Duet.Control(BENCHMARK, verdict(control, 1)),
        List.of(),
        List.of(),
        PairedSettings.standard(),
        1,
        List.of());
  }

  private static Gate gate(Change change, double effect, List<FailRule> rules) {
    return duet(List.of(result(change, effect, "")), Change.UNCHANGED).gate(rules);
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
    Duet duet = duet(List.of(result(Change.INCONCLUSIVE, 1, "it died")), Change.UNCHANGED);

    assertEquals(Gate.INCONCLUSIVE, duet.gate(FIVE_PERCENT));
  }

  @Test
  void anAlarmOfTheControlDecidesNothing() {
    Duet duet = duet(List.of(result(Change.INCONCLUSIVE, 1.2, "")), Change.REGRESSED);

    assertEquals(Gate.INCONCLUSIVE, duet.gate(FIVE_PERCENT));
    assertEquals(Gate.INCONCLUSIVE, duet.gate(REGRESSED));
  }

  @Test
  void nothingComparedIsNothingPassed() {
    assertEquals(Gate.INCONCLUSIVE, duet(List.of(), Change.UNCHANGED).gate(REGRESSED));
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
            "");

    assertEquals(Change.REGRESSED, greedy.change());
    assertEquals(Gate.FAILED, duet(List.of(greedy), Change.REGRESSED).gate(REGRESSED));
  }
}
