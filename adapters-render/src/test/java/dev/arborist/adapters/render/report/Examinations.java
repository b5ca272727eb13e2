package dev.arborist.adapters.render.report;

import dev.arborist.domain.validation.leak.Suspect;
import dev.arborist.domain.validation.report.Fact;
import dev.arborist.domain.validation.report.FailRule;
import dev.arborist.domain.validation.report.Judge;
import dev.arborist.domain.validation.report.JudgeRules;
import dev.arborist.domain.validation.report.Origin;
import dev.arborist.domain.validation.report.Profile;
import dev.arborist.domain.validation.report.Profile.Share;
import dev.arborist.domain.validation.report.Regressions;
import dev.arborist.domain.validation.report.Verdict;
import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.requirement.Metric;
import dev.arborist.domain.validation.requirement.Quantity;
import dev.arborist.domain.validation.requirement.Requirement;
import dev.arborist.domain.validation.requirement.WhenInconclusive;
import dev.arborist.domain.validation.requirement.Yardstick;
import dev.arborist.domain.validation.sample.Series;
import dev.arborist.domain.validation.sample.SeriesKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Made-up examinations that look like real ones; the same seed gives the same numbers. */
final class Examinations {

  static final String HOSTILE =
      "<script>alert(1)</script> & \"it's\" \u0000\u001b[31m\u202egnp.exe";

  private static final Instant WHEN = Instant.parse("2026-03-14T15:09:26Z");
  private static final int ITERATIONS = 5;

  private final Random random = new Random(42);
  private final List<Series> series = new ArrayList<>();
  private final List<Requirement> requirements = new ArrayList<>();
  private final SortedMap<SeriesKey, List<Suspect>> suspects = new TreeMap<>();

  private Examinations() {}

  /** As the project's own: requirements of every kind, most of them kept. */
  static Verdict realistic() {
    Examinations made = new Examinations();
    made.measureAll();
    made.series.addAll(MoreFindings.repeated());
    made.series.addAll(MoreFindings.grown());
    made.suspects.putAll(MoreFindings.suspects());
    made.requireAll();
    made.require("Watching keeps nothing", MoreFindings.LEAKY, params(), "leak", "8 B", null);
    Verdict verdict =
        made.judged(
            new Origin(
                WHEN, "nightly", "3f51390a7be2c4d1", true, "2 × AMD EPYC 7B13", "OpenJDK 25.0.3"),
            profiles());
    return verdict.besides(Laboratories.failed("")).comparedWith(MoreFindings.comparison(verdict));
  }

  /** Many benchmarks of many classes, each of some required. */
  static Verdict large(int benchmarks, int requirements) {
    Examinations made = new Examinations();
    for (int i = 0; i < benchmarks; i++) {
      String name = "com.example.suite.Group" + i / 25 + "Benchmark.operation" + i % 25;
      double nanos = 100 * (1 + i % 17) * (1 + i % 23);
      made.series(name, params(), "score", "avgt", Dimension.TIME, 5, nanos, 0.04);
      made.series(name, params(), "bytesPerOp", "avgt", Dimension.SIZE, 5, 24 * (1 + i % 9), 0);
      if (i < requirements) {
        made.require("It is fast", name, params(), "mean", i % 9 == 0 ? "100 ns" : "1 ms", null);
      }
    }
    return made.judged(Origin.at(WHEN), List.of());
  }

  /** Where every text that a stranger may have written is hostile. */
  static Verdict hostile() {
    Examinations made = new Examinations();
    SortedMap<String, String> params = params(HOSTILE, HOSTILE);
    for (int size : new int[] {10, 100, 1_000}) {
      SortedMap<String, String> sized = new TreeMap<>(params);
      sized.put("size", String.valueOf(size));
      made.series(HOSTILE + ".run", sized, "score", HOSTILE, Dimension.TIME, 3, 10 * size, 0.02);
    }
    made.series(HOSTILE + ".run", params, "stage:" + HOSTILE, "", Dimension.TIME, 3, 10, 0.02);
    made.series(HOSTILE + ".run", params, "retained", "", Dimension.SIZE, 3, 10, 0.02);
    made.series(HOSTILE + ".run", params, "passRate", "", Dimension.SHARE, 3, 100, 0);
    made.requirements.add(
        new Requirement(
            HOSTILE,
            HOSTILE,
            HOSTILE + ".run",
            params,
            Metric.parse("mean"),
            Quantity.parse("1 ns"),
            null,
            WhenInconclusive.FAIL));
    for (Series one : MoreFindings.repeated()) {
      made.series.add(
          new Series(
              HOSTILE + ".run", params, one.measure(), HOSTILE, one.dimension(), one.launches()));
    }
    made.suspects.put(
        new SeriesKey(HOSTILE + ".run", params), List.of(new Suspect(HOSTILE, 1_000, 10)));
    Share share = new Share(HOSTILE, 50);
    Verdict verdict =
        made.judged(
            new Origin(WHEN, HOSTILE, HOSTILE, true, HOSTILE, HOSTILE),
            List.of(new Profile(HOSTILE, params, 10, List.of(share), List.of(share))));
    Regressions compared = MoreFindings.comparison(verdict);
    return verdict
        .besides(Laboratories.failed(HOSTILE))
        .comparedWith(
            new Regressions(
                HOSTILE,
                verdict.origin(),
                compared.comparison(),
                compared.values(),
                List.of(HOSTILE),
                List.of(HOSTILE),
                List.of(HOSTILE),
                List.of(HOSTILE),
                List.of(HOSTILE),
                compared.rules(),
                List.of(new Regressions.RuleMet(FailRule.parse("regressed"), HOSTILE, 7))));
  }

  private Verdict judged(Origin origin, List<Profile> profiles) {
    Judge judge = new Judge(series, suspects, JudgeRules.ONE_LOOK);
    return new Verdict(
        origin,
        requirements.stream().map(judge::judge).toList(),
        series,
        judge.scalings(),
        judge.leaks(),
        profiles,
        null,
        null,
        null,
        List.of(
            new Fact("CPU", "AMD EPYC 7B13, 2 cores"),
            new Fact("Memory", "8.3 GB"),
            new Fact("System", "Debian GNU/Linux 12, kernel 6.1.0, in a container"),
            new Fact("JVM", "OpenJDK 64-Bit Server VM 25.0.3+9-LTS"),
            new Fact("JVM flags", "-Xms1g -Xmx1g -XX:+UseSerialGC -XX:+AlwaysPreTouch"),
            new Fact("Launches", "5, of 5 iterations of 1 s after 5 of 1 s to warm up"),
            new Fact(HOSTILE, HOSTILE)),
        List.of("the load was 1.7 when measuring began", "the governor is 'powersave' " + HOSTILE));
  }

  private void measureAll() {
    String perf = "dev.arborist.perf.";
    String claim = perf + "ClaimBenchmark.claimComplete";
    for (int tasks : new int[] {10, 50, 100, 500, 1_000, 5_000}) {
      SortedMap<String, String> sized = params("tasks", String.valueOf(tasks));
      double nanos = 60_000 + 900 * Math.pow(tasks, 1.02);
      time(perf + "TreeBenchmark.queryLayoutRender", sized, 5, nanos, 0.03);
      time(perf + "LayoutBenchmark.layout", sized, 5, 80 * tasks, 0.02);
      time(perf + "QueryBenchmark.byPath", sized, 5, 21_000, 0.05);
      time(perf + "PruneBenchmark.prune", sized, 3, 30.0 * tasks * tasks, 0.2);
    }
    for (String stage : List.of("query", "layout", "render", "write")) {
      double nanos = 900_000.0 / (stage.length() - 3.4);
      for (int tasks : new int[] {100, 1_000}) {
        SortedMap<String, String> sized = params("tasks", String.valueOf(tasks));
        String name = perf + "TreeBenchmark.queryLayoutRender";
        series(name, sized, "stage:" + stage, "", Dimension.TIME, 5, nanos * tasks / 1000, 0.05);
      }
    }
    for (String store : List.of("disk", "memory")) {
      SortedMap<String, String> where = params("store", store);
      double nanos = store.equals("disk") ? 170_000 : 24_000;
      time(perf + "EnqueueBenchmark.enqueue", where, 5, nanos, 0.12);
      time(claim, where, 5, 1.3 * nanos, 0.1);
      for (String p : List.of("p50", "p95", "p99")) {
        double tail = p.equals("p50") ? 0.9 : p.equals("p95") ? 1.8 : 3.7;
        series(claim, where, p, "sample", Dimension.TIME, 5, tail * nanos, 0.15);
      }
    }
    series(
        perf + "ClaimBenchmark.throughput",
        params(),
        "score",
        "thrpt",
        Dimension.RATE,
        5,
        7_612,
        0.06);
    time("com.example.RawSql.enqueue", params("store", "disk"), 5, 150_000, 0.1);
    for (int tasks : new int[] {100, 1_000, 10_000}) {
      SortedMap<String, String> sized = params("tasks", String.valueOf(tasks));
      series(
          perf + "MemoryProbe.tree",
          sized,
          "peakRss",
          "",
          Dimension.SIZE,
          5,
          14e6 + 2e3 * tasks,
          0.04);
      series(
          perf + "MemoryProbe.tree", sized, "retained", "", Dimension.SIZE, 5, 74.2 * tasks, 0.001);
    }
    series(perf + "GrowthProbe.render", params(), "growth", "", Dimension.SHARE, 5, 3.1, 0.4);
    series(
        perf + "StatementProbe.enqueue",
        params(),
        "counter:statements",
        "",
        Dimension.NUMBER,
        3,
        4,
        0);
    for (String what : List.of("layout", "render", "concurrentEnqueue")) {
      series(
          perf + "DeterminismProbe." + what, params(), "passRate", "", Dimension.SHARE, 5, 100, 0);
    }
    series.add(
        new Series(
            perf + "DeterminismProbe.flaky",
            params(),
            "passRate",
            "",
            Dimension.SHARE,
            List.of(List.of(100.0, 100.0, 100.0), List.of(100.0, 0.0, 100.0))));
    for (String store : List.of("disk", "memory")) {
      double nanos = store.equals("disk") ? 221_000 : 31_200;
      series(claim, params("store", store), "score", "sample", Dimension.TIME, 5, nanos, 0.1);
    }
  }

  private void requireAll() {
    SortedMap<String, String> hundred = params("tasks", "100");
    SortedMap<String, String> thousand = params("tasks", "1000");
    String tree = "TreeBenchmark.queryLayoutRender";
    require("A 100-task hierarchy renders in under 100 ms", tree, hundred, "mean", "100 ms", null);
    require(
        "A 1,000-task hierarchy renders in under 500 ms", tree, thousand, "mean", "500 ms", null);
    require(
        "A hierarchy renders quickly whatever its size", tree, params(), "median", "6 ms", null);
    require(
        "The layout of 100 tasks takes under 50 ms",
        "LayoutBenchmark.layout",
        hundred,
        "mean",
        "50 ms",
        null);
    require("A query takes under 10 ms", "QueryBenchmark.byPath", hundred, "mean", "10 ms", null);
    require(
        "An enqueue takes under 180 us",
        "EnqueueBenchmark.enqueue",
        params("store", "disk"),
        "mean",
        "180 us",
        null);
    require(
        "An enqueue in memory takes under 20 us",
        "EnqueueBenchmark.enqueue",
        params("store", "memory"),
        "mean",
        "20 us",
        null);
    require(
        "A claim takes under 5 ms in 99 of 100 cases",
        "ClaimBenchmark.claimComplete",
        params(),
        "p99",
        "5 ms",
        null);
    require(
        "The slowest enqueue takes under 400 us",
        "EnqueueBenchmark.enqueue",
        params("store", "disk"),
        "max",
        "400 us",
        null);
    require(
        "5,000 claims a second", "ClaimBenchmark.throughput", params(), "mean", "5000 ops/s", null);
    require(
        "An enqueue costs no more than 1.5 times raw SQL",
        "EnqueueBenchmark.enqueue",
        params("store", "disk"),
        "mean",
        "1.5",
        new Yardstick("RawSql.enqueue", params()));
    require(
        "10,000 tasks add under 500 MB",
        "MemoryProbe.tree",
        params("tasks", "10000"),
        "peakRss",
        "500 MB",
        null);
    require("A task is retained in 120 B", "MemoryProbe.tree", hundred, "retained", "12 kB", null);
    require(
        "Memory grows by less than 20 % over 100 renders",
        "GrowthProbe.render", params(), "growth", "20 %", null);
    require("Rendering grows no faster than the tree", tree, params(), "exponent", "1.25", null);
    require(
        "Pruning grows no faster than the tree",
        "PruneBenchmark.prune",
        params(),
        "exponent",
        "1.25",
        null);
    require(
        "An enqueue executes 4 statements",
        "StatementProbe.enqueue",
        params(),
        "counter:statements",
        "4",
        null);
    require(
        "Layout is deterministic", "DeterminismProbe.layout", params(), "passRate", "100 %", null);
    require(
        "Flaky things are found", "DeterminismProbe.flaky", params(), "passRate", "100 %", null);
    require("Nobody measured this", "Missing.benchmark", params(), "mean", "1 ms", null);
    for (int tasks : new int[] {10, 50, 500, 5_000}) {
      SortedMap<String, String> sized = params("tasks", String.valueOf(tasks));
      require(
          "Layout of " + tasks + " tasks", "LayoutBenchmark.layout", sized, "mean", "1 ms", null);
      require("Pruning of " + tasks + " tasks", "PruneBenchmark.prune", sized, "mean", "1 s", null);
    }
    require("A title with " + HOSTILE, tree, hundred, "median", "1 s", null);
  }

  private static List<Profile> profiles() {
    return List.of(
        new Profile(
            "dev.arborist.perf.TreeBenchmark.queryLayoutRender",
            params("tasks", "1000"),
            2_431,
            List.of(
                new Share("org.sqlite.core.NativeDB.step", 41.3),
                new Share("dev.arborist.adapters.render.tree.LineBuffer.put", 17.9),
                new Share("dev.arborist.domain.tree.TaskTree.of", 9.4),
                new Share("java.util.Arrays.copyOfRange", 3.1),
                new Share("java.lang.String.<init>", 0.8)),
            List.of(
                new Share("dev.arborist.domain.tree.TaskTree.of(TaskTree.java:57)", 62.5),
                new Share("java.util.Arrays.copyOf(Arrays.java:3541)", 20.25))),
        MoreFindings.profile(),
        new Profile(
            "dev.arborist.perf.PruneBenchmark.prune",
            params("tasks", "5000"),
            12,
            List.of(),
            List.of()));
  }

  private void require(
      String title,
      String benchmark,
      SortedMap<String, String> params,
      String metric,
      String limit,
      @Nullable Yardstick yardstick) {
    String id = String.format(java.util.Locale.ROOT, "NFR%03d", requirements.size() + 1);
    WhenInconclusive policy =
        requirements.size() % 2 == 0 ? WhenInconclusive.WARN : WhenInconclusive.FAIL;
    requirements.add(
        new Requirement(
            id,
            title,
            benchmark,
            params,
            Metric.parse(metric),
            Quantity.parse(limit),
            yardstick,
            policy));
  }

  private void time(
      String benchmark,
      SortedMap<String, String> params,
      int launches,
      double nanos,
      double spread) {
    series(benchmark, params, "score", "avgt", Dimension.TIME, launches, nanos, spread);
    series(benchmark, params, "bytesPerOp", "avgt", Dimension.SIZE, launches, nanos / 7, 0.0001);
  }

  private void series(
      String benchmark,
      SortedMap<String, String> params,
      String measure,
      String mode,
      Dimension dimension,
      int launches,
      double value,
      double spread) {
    List<List<Double>> values = new ArrayList<>();
    for (int launch = 0; launch < launches; launch++) {
      double centre = value * Math.exp(spread * random.nextGaussian());
      List<Double> iterations = new ArrayList<>();
      for (int i = 0; i < ITERATIONS; i++) {
        iterations.add(centre * Math.exp(spread / 2 * random.nextGaussian()));
      }
      values.add(iterations);
    }
    series.add(new Series(benchmark, params, measure, mode, dimension, values));
  }

  private static SortedMap<String, String> params(String... namesAndValues) {
    SortedMap<String, String> params = new TreeMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      params.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return params;
  }
}
