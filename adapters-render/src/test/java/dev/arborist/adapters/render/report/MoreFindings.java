package dev.arborist.adapters.render.report;

import dev.arborist.domain.validation.leak.Suspect;
import dev.arborist.domain.validation.regression.ComparisonSettings;
import dev.arborist.domain.validation.report.FailRule;
import dev.arborist.domain.validation.report.Origin;
import dev.arborist.domain.validation.report.Profile;
import dev.arborist.domain.validation.report.Profile.Share;
import dev.arborist.domain.validation.report.RegressionAnalysis;
import dev.arborist.domain.validation.report.Regressions;
import dev.arborist.domain.validation.report.Verdict;
import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.sample.Series;
import dev.arborist.domain.validation.sample.SeriesKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** Made-up leaks, cliffs, profiles and baselines. */
final class MoreFindings {

  static final String LEAKY = "dev.arborist.perf.LeakProbe.watchAndForget";
  static final String CACHE = "dev.arborist.perf.LeakProbe.cachedRender";

  private static final int BATCHES = 30;
  private static final int OPERATIONS = 1_000;

  private MoreFindings() {}

  /** One operation that leaks in two of three launches, one whose cache fills, one that is flat. */
  static List<Series> repeated() {
    Random random = new Random(7);
    List<Series> series = new ArrayList<>();
    for (String name : List.of(LEAKY, CACHE, "dev.arborist.perf.LeakProbe.enqueue")) {
      List<List<Double>> operations = new ArrayList<>();
      List<List<Double>> live = new ArrayList<>();
      for (int launch = 0; launch < 3; launch++) {
        List<Double> done = new ArrayList<>();
        List<Double> bytes = new ArrayList<>();
        for (int batch = 1; batch <= BATCHES; batch++) {
          double n = batch * OPERATIONS;
          double grown = 0;
          if (name.equals(LEAKY)) {
            grown = launch == 2 ? 0 : 48 * n;
          } else if (name.equals(CACHE)) {
            grown = 900_000 * (1 - Math.exp(-batch / 4.0));
          }
          done.add(n);
          bytes.add(14_300_000 + 90_000 * launch + grown + 20_000 * random.nextGaussian());
        }
        operations.add(done);
        live.add(bytes);
      }
      series.add(new Series(name, none(), "operations", "", Dimension.NUMBER, operations));
      series.add(new Series(name, none(), "live", "", Dimension.SIZE, live));
    }
    return series;
  }

  static SortedMap<SeriesKey, List<Suspect>> suspects() {
    SortedMap<SeriesKey, List<Suspect>> suspects = new TreeMap<>();
    suspects.put(
        new SeriesKey(LEAKY, none()),
        List.of(
            new Suspect("dev.arborist.domain.task.Task", 1_120_000, 20_000),
            new Suspect("[B", 720_000, 30_000),
            new Suspect("java.util.LinkedHashMap$Entry", 40_000, -12)));
    return suspects;
  }

  /** One cost that jumps, and one that a logarithm can hardly be seen in. */
  static List<Series> grown() {
    Random random = new Random(11);
    List<Series> series = new ArrayList<>();
    for (int size : new int[] {100, 200, 400, 800, 1_600, 3_200}) {
      double jump = size >= 800 ? 6 : 1;
      series.add(sized("dev.arborist.perf.CacheBenchmark.walk", size, 40 * size * jump, random));
      double cost = 9 * size * Math.log(size);
      series.add(sized("com.example.other.CacheBenchmark.walk", size, cost, random));
    }
    return series;
  }

  private static Series sized(String name, int size, double nanos, Random random) {
    List<List<Double>> launches = new ArrayList<>();
    for (int launch = 0; launch < 5; launch++) {
      launches.add(List.of(nanos * Math.exp(0.02 * random.nextGaussian())));
    }
    SortedMap<String, String> params = new TreeMap<>();
    params.put("size", String.valueOf(size));
    return new Series(name, params, "score", "avgt", Dimension.TIME, launches);
  }

  /** As a recording names things: lambdas, hidden classes and long generated names. */
  static Profile profile() {
    String jmh =
        "dev.arborist.perf.jmh_generated.TreeBenchmark_queryLayoutRender_jmhTest"
            + ".queryLayoutRender_avgt_jmhStub";
    return new Profile(
        "dev.arborist.perf.TreeBenchmark.queryLayoutRender",
        new TreeMap<>(),
        18_204,
        List.of(
            new Share("java.util.HashMap$HashIterator.nextNode", 22.8),
            new Share(
                "dev.arborist.adapters.sqlite.Rows.lambda$mapTo$3(java.sql.ResultSet, int)", 14.2),
            new Share(
                "dev.arborist.domain.tree.Visibility$$Lambda/0x00007f1c3c0a3c58.applyAsInt", 9.1),
            new Share(jmh, 4.06)),
        List.of(
            new Share(
                "java.util.stream.ReferencePipeline$3$1.accept(ReferencePipeline.java:197)", 31),
            new Share(
                "org.jdbi.v3.core.statement.internal.PreparedBinding$$Lambda.get(Unknown Source)",
                12.5)));
  }

  /** The verdict beside an earlier run in which some of it was slower and some faster. */
  static Regressions comparison(Verdict now) {
    List<Series> old = new ArrayList<>();
    int i = 0;
    for (Series series : now.series()) {
      if (series.measure().equals("score") && !series.benchmark().contains("RawSql")) {
        old.add(times(series, i % 8 == 0 ? 0.7 : i % 11 == 0 ? 1.3 : 1));
        i++;
      }
    }
    old.add(sized("dev.arborist.perf.GoneBenchmark.run", 10, 100, new Random(1)));
    Origin origin = now.origin();
    Verdict baseline =
        new Verdict(
            new Origin(
                Instant.parse("2026-03-01T03:00:00Z"),
                "before",
                "77aa0c1d2e3f4a5b",
                false,
                origin.machine(),
                "OpenJDK 17.0.15"),
            List.of(),
            old,
            List.of(),
            List.of(),
            List.of(),
            null,
            null,
            null,
            List.of(),
            List.of());
    return RegressionAnalysis.of(
        "run 0007",
        baseline,
        now,
        ComparisonSettings.standard(),
        List.of(FailRule.parse("median:25%"), FailRule.parse("regressed")));
  }

  /** Four times as many launches: five a side could not show anything among so many benchmarks. */
  private static Series times(Series series, double factor) {
    List<List<Double>> launches = new ArrayList<>();
    for (int copy = 0; copy < 4; copy++) {
      double near = factor * (1 + 0.002 * copy);
      for (List<Double> launch : series.launches()) {
        launches.add(launch.stream().map(value -> value * near).toList());
      }
    }
    return new Series(
        series.benchmark(),
        series.params(),
        series.measure(),
        series.mode(),
        series.dimension(),
        launches);
  }

  private static SortedMap<String, String> none() {
    return new TreeMap<>();
  }
}
