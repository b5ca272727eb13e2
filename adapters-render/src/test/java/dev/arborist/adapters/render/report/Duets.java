package dev.arborist.adapters.render.report;

import dev.arborist.domain.validation.duet.CounterVerdict;
import dev.arborist.domain.validation.duet.PairScores;
import dev.arborist.domain.validation.duet.PairShape;
import dev.arborist.domain.validation.duet.PairedBenchmark;
import dev.arborist.domain.validation.regression.Change;
import dev.arborist.domain.validation.regression.PairedRule;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/** Made-up duets that look like real ones; the same seed gives the same numbers. */
final class Duets {

  static final String HOSTILE =
      Examinations.HOSTILE + " @everyone #1 `|\\| ``` </details> *a* www.example.com";

  private static final PairedRule RULE = new PairedRule(PairedSettings.standard());
  private static final List<FailRule> REGRESSED = List.of(FailRule.parse("regressed"));

  private final Random random = new Random(7);

  private Duets() {}

  /** A pull request that slows some benchmarks of a suite. */
  static Duet realistic() {
    Duets made = new Duets();
    List<DuetResult> results = new ArrayList<>();
    results.add(
        made.judged("SeedBenchmark.sow", "avgt", 840, 0.094, 0.02)
            .profiled(
                new ProfileChange(
                    2_113,
                    2_390,
                    List.of(
                        new Growth("com.example.garden.Seed.hash", 1.2, 12.75),
                        new Growth("java.util.Arrays.copyOf", 0, 3.1)),
                    List.of(new Growth("com.example.garden.Seed.hash(Seed.java:31)", 4, 52.5)))));
    results.add(made.judged("BedBenchmark.throughput", "thrpt", 1_234_567, 0.21, 0.05));
    results.add(made.judged("BedBenchmark.dig", "avgt", 61_000, -0.12, 0.03));
    results.add(made.judged("TreeBenchmark.grow", "sample", 4_100_000, 0.02, 0.19));
    results.add(failed("TreeBenchmark.fell"));
    for (int i = 0; i < 9; i++) {
      results.add(made.screened("PathBenchmark.walk" + i, 100 * (i + 1)));
    }
    PairedBenchmark control = benchmark("TreeBenchmark.grow", "sample");
    return new Duet(
        results,
        new Duet.Control(control, made.judged("TreeBenchmark.grow", "sample", 1, 0, 0.02).time()),
        List.of(benchmark("OldBenchmark.gone", "avgt")),
        List.of(benchmark("NewBenchmark.added", "avgt")),
        PairedSettings.standard(),
        REGRESSED,
        271_828,
        List.of(
            new Fact("Baseline", "/home/me/garden/target/old.jar"),
            new Fact("Candidate", "/home/me/garden/target/new.jar"),
            new Fact("JVM", "OpenJDK 64-Bit Server VM 25.0.3+9-LTS"),
            new Fact("JVM flags", "-Xms512m -Xmx512m -Xmn64m -XX:+UseSerialGC -Xbatch"),
            new Fact("Processors", "as the system gives them"),
            new Fact("Epochs", "at least 10 ms")));
  }

  /** Nothing but benchmarks that did not change. */
  static Duet unchanged(int benchmarks) {
    Duets made = new Duets();
    List<DuetResult> results = new ArrayList<>();
    for (int i = 0; i < benchmarks; i++) {
      results.add(made.screened("com.example.suite" + i / 20 + ".Bench.run" + i, 50 + i));
    }
    return duet(results, REGRESSED);
  }

  /** Where every text that a stranger may have written is hostile. */
  static Duet hostile() {
    TreeMap<String, String> params = new TreeMap<>();
    params.put(HOSTILE, HOSTILE);
    PairedBenchmark benchmark = new PairedBenchmark(HOSTILE + ".run", HOSTILE, params);
    PairedVerdict time =
        new PairedVerdict(
            Change.REGRESSED, Double.NaN, -1, Double.POSITIVE_INFINITY, 1, 0, 1e300, 30, HOSTILE);
    Growth growth = new Growth(HOSTILE, Double.NaN, 1e300);
    List<PairScores> pairs =
        List.of(new PairScores(Double.NaN, 1e300, Double.NaN), new PairScores(1, -1, 1e300));
    DuetResult result =
        new DuetResult(
            benchmark,
            time,
            List.of(new CounterVerdict(HOSTILE, Change.REGRESSED, Double.NaN, 1e300, 5)),
            pairs,
            pairs,
            new PairShape(50, 80, false),
            Duration.ZERO,
            "",
            new ProfileChange(1, 1, List.of(growth), List.of(growth)));
    DuetResult dead =
        new DuetResult(
            benchmark,
            time,
            List.of(),
            List.of(),
            List.of(),
            PairShape.UNKNOWN,
            Duration.ZERO,
            HOSTILE,
            null);
    return new Duet(
        List.of(result, dead),
        new Duet.Control(benchmark, time),
        List.of(benchmark),
        List.of(benchmark),
        PairedSettings.standard(),
        REGRESSED,
        1,
        List.of(new Fact(HOSTILE, HOSTILE)));
  }

  static Duet duet(List<DuetResult> results, List<FailRule> rules) {
    return new Duet(
        results, null, List.of(), List.of(), PairedSettings.standard(), rules, 7, List.of());
  }

  static Verdict verdict(Duet duet) {
    return Verdict.ofDuet(
        new Origin(
            Instant.parse("2026-03-14T15:09:26Z"),
            "pull request 7",
            "3f51390a7be2c4d1",
            false,
            "AMD EPYC 7B13, 2 cores, 8.3 GB",
            "OpenJDK 25.0.3"),
        duet,
        List.of(new Fact("CPU", "AMD EPYC 7B13"), new Fact("Load at the start", "3.4")),
        List.of("the load was 3.4 when measuring began"));
  }

  private static PairedBenchmark benchmark(String name, String mode) {
    TreeMap<String, String> params = new TreeMap<>();
    params.put("plants", "100");
    return new PairedBenchmark("com.example.garden." + name, mode, params);
  }

  private List<PairScores> pairs(
      PairedBenchmark benchmark, int count, double score, double log, double sd) {
    List<PairScores> pairs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double ratio = log + sd * random.nextGaussian();
      double before = score * (1 + 0.01 * random.nextGaussian());
      double sign = benchmark.mode().equals("thrpt") ? -1 : 1;
      pairs.add(new PairScores(before, before * StrictMath.exp(sign * ratio), ratio));
    }
    return pairs;
  }

  private DuetResult judged(String name, String mode, double score, double log, double sd) {
    PairedBenchmark benchmark = benchmark(name, mode);
    List<PairScores> judging = pairs(benchmark, 30, score, log, sd);
    List<Double> ratios = judging.stream().map(PairScores::logRatio).toList();
    return new DuetResult(
        benchmark,
        RULE.judge(List.of(ratios)).get(0),
        name.endsWith("sow")
            ? List.of(new CounterVerdict("bytes", Change.REGRESSED, 120, 216, 5))
            : List.of(),
        pairs(benchmark, 7, score, log, sd),
        judging,
        new PairShape(50, 80, sd < 0.1),
        Duration.ofSeconds(170),
        "",
        null);
  }

  private DuetResult screened(String name, double score) {
    PairedBenchmark benchmark = benchmark(name, "avgt");
    List<PairScores> screening = pairs(benchmark, 7, score, 0, 0.004);
    return new DuetResult(
        benchmark,
        RULE.screen(screening.stream().map(PairScores::logRatio).toList()).orElseThrow(),
        List.of(),
        screening,
        List.of(),
        new PairShape(50, 80, true),
        Duration.ofSeconds(40),
        "",
        null);
  }

  private static DuetResult failed(String name) {
    PairedBenchmark benchmark = benchmark(name, "avgt");
    return new DuetResult(
        benchmark,
        PairedRule.undecided(List.of(), "a pair failed"),
        List.of(),
        List.of(),
        List.of(),
        PairShape.UNKNOWN,
        Duration.ofSeconds(2),
        benchmark.title() + ": the candidate ended early: forked VM failed with exit code 3",
        null);
  }
}
