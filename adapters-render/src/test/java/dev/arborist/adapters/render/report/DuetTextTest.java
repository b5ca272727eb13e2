package dev.arborist.adapters.render.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.domain.validation.duet.CounterVerdict;
import dev.arborist.domain.validation.duet.PairScores;
import dev.arborist.domain.validation.duet.PairShape;
import dev.arborist.domain.validation.duet.PairedBenchmark;
import dev.arborist.domain.validation.regression.Change;
import dev.arborist.domain.validation.regression.PairedSettings;
import dev.arborist.domain.validation.regression.PairedVerdict;
import dev.arborist.domain.validation.report.Duet;
import dev.arborist.domain.validation.report.DuetResult;
import dev.arborist.domain.validation.report.Fact;
import dev.arborist.domain.validation.report.FailRule;
import dev.arborist.domain.validation.report.ProfileChange;
import dev.arborist.domain.validation.report.ProfileChange.Growth;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DuetTextTest {

  private static PairedBenchmark benchmark(String method) {
    SortedMap<String, String> params = new TreeMap<>();
    params.put("n", "10");
    return new PairedBenchmark("org.example.Gate." + method, "avgt", params);
  }

  private static DuetResult result(
      String method, PairedVerdict time, List<CounterVerdict> counters, String failure) {
    return new DuetResult(
        benchmark(method),
        time,
        counters,
        List.of(),
        method.equals("open") ? List.of(new PairScores(200, 220, 0.1)) : List.of(),
        new PairShape(50, 80, !method.equals("wavers")),
        Duration.ofSeconds(60),
        failure,
        null);
  }

  private static Duet duet(DuetResult... results) {
    return new Duet(
        List.of(results),
        new Duet.Control(
            benchmark("open"),
            new PairedVerdict(
                Change.UNCHANGED, 1.001, 0.99, 1.01, 1, 0.03, 0.03, 30, "within ±3 %")),
        List.of(benchmark("gone")),
        List.of(),
        PairedSettings.standard(),
        List.of(FailRule.parse("regressed")),
        7,
        List.of(new Fact("JVM flags", "-Xmx1g")));
  }

  @Test
  void whatGotWorseComesFirstWithItsReasons() {
    PairedVerdict slower =
        new PairedVerdict(
            Change.REGRESSED, 1.1, 1.08, 1.12, 1e-9, 0, 0.034, 30, "30 of 30 pairs are slower");
    PairedVerdict same =
        new PairedVerdict(Change.UNCHANGED, 1.002, 0.99, 1.02, 1, 0.05, 0.05, 7, "within ±5 %");
    PairedVerdict none =
        new PairedVerdict(Change.INCONCLUSIVE, 1, 1, 1, 1, 0, 0, 0, "a pair failed");

    String text =
        DuetText.render(
            duet(
                result("close", same, List.of(), ""),
                result("dies", none, List.of(), "org.example.Gate.dies: the candidate hangs"),
                result(
                    "open",
                    slower,
                    List.of(new CounterVerdict("bytes", Change.IMPROVED, 120.04, 96, 5)),
                    ""),
                result("wavers", same, List.of(), "")));

    assertEquals(
        """
        JVM flags: -Xmx1g
        Seed: 7
        Benchmark              Before   After  Change         Interval  Detectable  Pairs       Verdict
        Gate.open n=10 avgt    200 ns  220 ns   +10 %   +8 % to +12 %       3.4 %     30     REGRESSED
        Gate.dies n=10 avgt                                                             0  INCONCLUSIVE
        Gate.close n=10 avgt                   +0.2 %     -1 % to +2 %         5 %      7     UNCHANGED
        Gate.wavers n=10 avgt                  +0.2 %     -1 % to +2 %         5 %      7     UNCHANGED
        REGRESSED Gate.open n=10 avgt: 30 of 30 pairs are slower
        IMPROVED Gate.open n=10 avgt: 96 bytes an operation, was 120, in all of 5 pairs
        FAILED org.example.Gate.dies: the candidate hangs
        note: Gate.wavers n=10 avgt was not seen to be steady within its budget
        control: Gate.open n=10 avgt, baseline against baseline: UNCHANGED, +0.1 %, within ±3 %
        only in the baseline: Gate.gone n=10 avgt
        1 regressed, 0 improved, 2 unchanged, 1 inconclusive. A rule is met, so it fails.
        """
            .replaceAll(" {2,}", " "),
        text.replaceAll(" {2,}", " "));
  }

  @Test
  void whatTakesMoreThanBeforeFollowsTheVerdict() {
    PairedVerdict slower =
        new PairedVerdict(
            Change.REGRESSED, 1.1, 1.08, 1.12, 1e-9, 0, 0.034, 30, "30 of 30 pairs are slower");
    DuetResult open = result("open", slower, List.of(), "");
    ProfileChange known =
        new ProfileChange(
            1_012,
            998,
            List.of(
                new Growth("org.example.Gate.creak", 0, 12.34),
                new Growth("a\u001b[2Jb", 40.02, 43)),
            List.of(new Growth("org.example.Gate.open(Gate.java:7)", 100, 180)));

    assertTrue(
        DuetText.render(duet(open.profiled(known)))
            .contains(
                """
                REGRESSED Gate.open n=10 avgt: 30 of 30 pairs are slower
                profile of Gate.open n=10 avgt, 1012 and 998 samples:
                  more time in org.example.Gate.creak: +12.3 points, was 0 % of an operation's time
                  more time in a␛[2Jb: +3 points, was 40 % of an operation's time
                  more bytes in org.example.Gate.open(Gate.java:7): +80 points, was 100 % of an operation's bytes
                """),
        DuetText.render(duet(open.profiled(known))));
    assertTrue(
        DuetText.render(duet(open.profiled(new ProfileChange(3, 4, List.of(), List.of()))))
            .contains(
                """
                profile of Gate.open n=10 avgt, 3 and 4 samples:
                  no method takes more time beyond chance
                """));
  }

  @Test
  void whatAForeignJarHoldsCannotActOnTheTerminal() {
    PairedVerdict none =
        new PairedVerdict(Change.INCONCLUSIVE, 1, 1, 1, 1, 0, 0, 0, "a pair failed");

    String text = DuetText.render(duet(result("a\u001b[2J", none, List.of(), "b\u001b[2J")));

    assertTrue(text.indexOf('\u001b') < 0, text);
  }
}
