package dev.arborist.cli;

import dev.arborist.adapters.files.validation.VerdictJson;
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
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Made-up duets, each part of which holds something. */
final class MadeDuets {

  private static final PairedBenchmark BENCHMARK =
      new PairedBenchmark("org.example.Gate.open", "avgt", new TreeMap<>(Map.of("n", "10")));

  private MadeDuets() {}

  /** A benchmark that regressed by 10 %, with what its profile says. */
  private static Duet regressed() {
    PairedVerdict slower =
        new PairedVerdict(
            Change.REGRESSED, 1.1, 1.08, 1.12, 1e-9, 0, 0.034, 30, "30 of 30 pairs are slower");
    PairedVerdict same =
        new PairedVerdict(Change.UNCHANGED, 1.001, 0.99, 1.01, 1, 0.03, 0.03, 30, "within ±3 %");
    DuetResult result =
        new DuetResult(
            BENCHMARK,
            slower,
            List.of(new CounterVerdict("bytes", Change.REGRESSED, 120, 216, 5)),
            List.of(new PairScores(200, 219, 0.091)),
            List.of(new PairScores(200, 220, 0.0953)),
            new PairShape(50, 80, true),
            Duration.ofSeconds(170),
            "",
            new ProfileChange(
                100,
                120,
                List.of(new Growth("org.example.Gate.hash", 1, 12)),
                List.of(new Growth("org.example.Gate.hash(Gate.java:7)", 2, 30))));
    return new Duet(
        List.of(result),
        new Duet.Control(BENCHMARK, same),
        List.of(BENCHMARK),
        List.of(BENCHMARK),
        PairedSettings.standard(),
        List.of(FailRule.parse("regressed")),
        7,
        List.of(new Fact("JVM flags", "-Xmx1g")));
  }

  /** Writes it as a saved run. */
  static void write(Path file) throws IOException {
    Verdict verdict =
        Verdict.ofDuet(
            Origin.at(Instant.parse("2026-01-02T03:04:05Z")),
            regressed(),
            List.of(new Fact("CPU", "fast")),
            List.of("the load was 3"));
    try (OutputStream out = Files.newOutputStream(file)) {
      new VerdictJson().write(verdict, out);
    }
  }
}
