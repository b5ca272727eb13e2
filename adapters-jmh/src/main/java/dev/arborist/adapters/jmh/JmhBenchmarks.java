package dev.arborist.adapters.jmh;

import dev.arborist.application.port.out.MeasurementSource;
import dev.arborist.application.port.out.StorageException;
import dev.arborist.domain.validation.report.Fact;
import dev.arborist.domain.validation.requirement.Metric;
import dev.arborist.domain.validation.requirement.Quantity;
import dev.arborist.domain.validation.sample.Series;
import dev.arborist.domain.validation.statistics.Summary;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs the JMH benchmarks of the class path in fresh JVMs.
 *
 * <p>Launches go round: the first of every benchmark, then the second of every benchmark, so that a
 * machine that is slow for a minute disturbs one launch of each instead of all launches of one. In
 * a round, benchmarks of the same name follow each other, because they are what is compared. The
 * raw results are kept as JMH's own JSON, and that file is what is judged.
 */
public final class JmhBenchmarks implements MeasurementSource {

  private static final String RESULTS = "jmh.json";
  private static final String LOG = "jmh.log";

  /** One benchmark with one combination of its parameters. */
  private record Case(String benchmark, Map<String, String> params) {

    String method() {
      return benchmark.substring(benchmark.lastIndexOf('.') + 1);
    }
  }

  private final JmhSettings settings;
  private final Progress progress;

  /** Benchmarks with these settings. */
  public JmhBenchmarks(JmhSettings settings, Progress progress) {
    this.settings = settings;
    this.progress = progress;
    progress.plan(cases().size() * settings.launches());
  }

  @Override
  public SortedSet<String> benchmarks() {
    return cases().stream().map(Case::benchmark).collect(Collectors.toCollection(TreeSet::new));
  }

  private List<Case> cases() {
    OutputFormat silent =
        OutputFormatFactory.createFormatInstance(
            new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8),
            VerboseMode.SILENT);
    Pattern wanted = Pattern.compile(settings.include());
    List<Case> cases = new ArrayList<>();
    BenchmarkList.defaultList().getAll(silent, List.of()).stream()
        .filter(entry -> wanted.matcher(entry.getUsername()).find())
        .forEach(entry -> cases.addAll(combinations(entry)));
    cases.sort(
        Comparator.comparing(Case::method)); // stable: classes and parameters keep their order
    return cases;
  }

  private List<Case> combinations(BenchmarkListEntry entry) {
    List<Map<String, String>> combinations = new ArrayList<>();
    combinations.add(Map.of());
    Map<String, String[]> params = entry.getParams().orElse(Map.of());
    for (Map.Entry<String, String[]> param : params.entrySet()) {
      List<String> values =
          settings.parameters().getOrDefault(param.getKey(), List.of(param.getValue()));
      List<Map<String, String>> longer = new ArrayList<>();
      for (Map<String, String> combination : combinations) {
        for (String value : values) {
          Map<String, String> next = new LinkedHashMap<>(combination);
          next.put(param.getKey(), value);
          longer.add(next);
        }
      }
      combinations = longer;
    }
    return combinations.stream().map(one -> new Case(entry.getUsername(), one)).toList();
  }

  @Override
  public Measurements measure() {
    try {
      Files.createDirectories(settings.directory());
      Path results = settings.directory().resolve(RESULTS);
      run(results);
      List<Series> series =
          JmhResults.read(results).stream().flatMap(entry -> entry.series().stream()).toList();
      return Measurements.of(
            series, facts(), List.of());
    } catch (IOException e) {
      throw new StorageException(
          "cannot keep the measurements in " + settings.directory() + ": " + e.getMessage(), e);
    }
  }

  private void run(Path results) throws IOException {
    Map<Case, List<RunResult>> byCase = new LinkedHashMap<>();
    cases().forEach(one -> byCase.put(one, new ArrayList<>()));
    try (PrintStream log =
        new PrintStream(
            Files.newOutputStream(settings.directory().resolve(LOG)),
            true,
            StandardCharsets.UTF_8)) {
      for (int launch = 1; launch <= settings.launches(); launch++) {
        for (Map.Entry<Case, List<RunResult>> entry : byCase.entrySet()) {
          RunResult result = launch(entry.getKey(), log);
          entry.getValue().add(result);
          progress.done(describe(entry.getKey(), launch, result));
        }
      }
    }
    List<RunResult> merged = byCase.values().stream().map(JmhBenchmarks::merge).toList();
    try (PrintStream out =
        new PrintStream(Files.newOutputStream(results), false, StandardCharsets.UTF_8)) {
      ResultFormatFactory.getInstance(ResultFormatType.JSON, out).writeOut(merged);
    }
  }

  private RunResult launch(Case one, PrintStream log) {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("^" + Pattern.quote(one.benchmark()) + "$")
            .forks(1)
            .warmupIterations(settings.warmups())
            .warmupTime(TimeValue.milliseconds(settings.iterationTime().toMillis()))
            .measurementIterations(settings.iterations())
            .measurementTime(TimeValue.milliseconds(settings.iterationTime().toMillis()))
            .jvmArgs(settings.jvmArguments().toArray(new String[0]))
            .addProfiler(GCProfiler.class)
            .shouldFailOnError(true);
    one.params().forEach(options::param);
    OutputFormat output = OutputFormatFactory.createFormatInstance(log, VerboseMode.NORMAL);
    try {
      Collection<RunResult> results = new Runner(options.build(), output).run();
      if (results.size() == 1) {
        return results.iterator().next();
      }
      throw failed(one, "it gave " + results.size() + " results instead of one", null);
    } catch (RunnerException e) {
      throw failed(one, String.valueOf(e.getMessage()).strip(), e);
    }
  }

  private StorageException failed(Case one, String reason, @Nullable Throwable cause) {
    return new StorageException(
        "the benchmark "
            + one.benchmark()
            + " could not be measured: "
            + reason
            + "; see "
            + settings.directory().resolve(LOG),
        cause);
  }

  private static RunResult merge(List<RunResult> launches) {
    List<BenchmarkResult> all =
        launches.stream().flatMap(result -> result.getBenchmarkResults().stream()).toList();
    return new RunResult(launches.get(0).getParams(), all);
  }

  private static String describe(Case one, int launch, RunResult result) {
    Series series =
        JmhResults.score(
            one.benchmark(),
            one.params(),
            result.getParams().getMode().shortLabel(),
            result.getPrimaryResult().getScoreUnit(),
            List.of(List.of(result.getPrimaryResult().getScore())));
    double score = Summary.of(series.launches().get(0)).mean();
    return series.title()
        + ", launch "
        + launch
        + ": "
        + Quantity.ofKept(score, series.dimension());
  }

  private List<Fact> facts() {
    return List.of(
        new Fact("Launches", String.valueOf(settings.launches())),
        new Fact(
            "Iterations",
            settings.warmups()
                + " to warm up and "
                + settings.iterations()
                + " measured, "
                + settings.iterationTime().toMillis()
                + " ms each"),
        new Fact("JVM flags", String.join(" ", settings.jvmArguments())));
  }

  /** The metric that JMH's allocation profiler stands for. */
  static String allocationMeasure() {
    return Metric.parse("bytesPerOp").measure();
  }
}
