package dev.arborist.adapters.files.validation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
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
import dev.arborist.domain.validation.report.Origin;
import dev.arborist.domain.validation.report.ProfileChange;
import dev.arborist.domain.validation.report.ProfileChange.Growth;
import dev.arborist.domain.validation.report.Verdict;
import dev.arborist.domain.validation.requirement.InvalidRequirementException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DuetJsonTest {

  private static final VerdictJson FORMAT = new VerdictJson();
  private static final PairedBenchmark ODD =
      new PairedBenchmark("x.\"Ödd\"\u0000.run", "thrpt", new TreeMap<>(Map.of("ñ", "\u202e|")));
  private static final PairedBenchmark PLAIN =
      new PairedBenchmark("x.B.run", "avgt", new TreeMap<>());

  /** A duet in which every part holds something. */
  private static Duet whole() {
    PairedVerdict slower =
        new PairedVerdict(
            Change.REGRESSED,
            1.1,
            0.1 + 0.2,
            Double.MAX_VALUE,
            1e-300,
            -0.0,
            0.034,
            30,
            "so\nit is");
    PairedVerdict none =
        new PairedVerdict(
            Change.INCONCLUSIVE,
            Double.NaN,
            Double.NEGATIVE_INFINITY,
            Double.POSITIVE_INFINITY,
            1,
            0,
            0,
            0,
            "");
    DuetResult regressed =
        new DuetResult(
            ODD,
            slower,
            List.of(new CounterVerdict("bytes \u001b", Change.IMPROVED, 96.5, Double.MIN_VALUE, 5)),
            List.of(new PairScores(1e300, 0.1, -0.7), new PairScores(3, 4, 5)),
            List.of(new PairScores(Math.nextUp(1.0), 2, 1e-17)),
            new PairShape(50, 80, true),
            Duration.ofNanos((1L << 53) - 1),
            "",
            new ProfileChange(
                1L << 40,
                7,
                List.of(new Growth("a.B.<init>", 0, 100.0 / 3)),
                List.of(new Growth("a.B.c(B.java:7)", 1, 2))));
    DuetResult failed =
        new DuetResult(
            PLAIN,
            none,
            List.of(),
            List.of(),
            List.of(),
            PairShape.UNKNOWN,
            Duration.ZERO,
            "it died",
            null);
    return new Duet(
        List.of(regressed, failed),
        new Duet.Control(PLAIN, slower),
        List.of(ODD, PLAIN),
        List.of(PLAIN),
        new PairedSettings(3, 11, 0.07, 0),
        List.of(FailRule.parse("regressed"), FailRule.parse("median:5.50%")),
        Long.MIN_VALUE + 1,
        List.of(new Fact("JVM flags", "-Xmx1g"), new Fact("JVM flags", "twice")));
  }

  private static Verdict verdict(Duet duet) {
    return Verdict.ofDuet(
        Origin.at(Instant.parse("2026-01-02T03:04:05.123456789Z")),
        duet,
        List.of(new Fact("CPU", "fast")),
        List.of("a warning"));
  }

  private static byte[] written(Verdict verdict) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FORMAT.write(verdict, out);
    return out.toByteArray();
  }

  private static Verdict read(byte[] json) throws IOException {
    return FORMAT.read("run.json", new ByteArrayInputStream(json));
  }

  @Test
  void aDuetIsReadAsItWasWritten() throws IOException {
    Verdict verdict = verdict(whole());
    byte[] json = written(verdict);

    assertEquals(verdict, read(json));
    assertArrayEquals(json, written(read(json)), "a duet has one form");
  }

  @Test
  void aDuetWithoutAControlHasNone() throws IOException {
    Duet whole = whole();
    Duet duet =
        new Duet(
            whole.results(), null, List.of(), List.of(), whole.settings(), List.of(), 0, List.of());

    assertEquals(verdict(duet), read(written(verdict(duet))));
  }

  @Test
  void aRunFromBeforeThereWereDuetsHasNone() throws IOException {
    String json = new String(written(verdict(whole())), StandardCharsets.UTF_8);
    int to = json.lastIndexOf("  \"environment\" :");
    String before = json.substring(0, json.indexOf("  \"duet\" :")) + json.substring(to);

    assertNull(read(before.getBytes(StandardCharsets.UTF_8)).duet());
  }

  @ParameterizedTest
  @CsvSource({
    "'\"judgingPairs\" : 11', '\"judgingPairs\" : 2', duet is not as it should be: 2 pairs",
    "'\"steady\" : true', '\"steady\" : 1', duet.results[0].steady is not true or false",
    "'\"seed\" : \"-9', '\"seed\" : \"-99', duet.seed holds what is not known here",
    "'\"mode\" : \"thrpt\",', '', duet.results[0].mode is missing",
    "'\"change\" : \"IMPROVED\"', '\"change\" : \"FINE\"', duet.results[0].counters[0].change",
    "'\"rules\" : [\"regressed\"', '\"rules\" : [\"often\"', 'often'",
  })
  void whatIsWrongInADuetIsNamed(String right, String wrong, String told) throws IOException {
    String json = new String(written(verdict(whole())), StandardCharsets.UTF_8);
    assertTrue(json.contains(right), json);
    byte[] changed = json.replace(right, wrong).getBytes(StandardCharsets.UTF_8);

    String message =
        assertThrows(InvalidRequirementException.class, () -> read(changed)).getMessage();

    assertTrue(message.contains(told), message);
  }
}
