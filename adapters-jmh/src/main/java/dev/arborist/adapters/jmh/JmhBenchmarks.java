package dev.arborist.adapters.jmh;

import dev.arborist.application.port.out.MeasurementSource;
import dev.arborist.application.port.out.StorageException;
import dev.arborist.domain.validation.report.Fact;
import dev.arborist.domain.validation.requirement.Metric;
import dev.arborist.domain.validation.requirement.Quantity;
import dev.arborist.domain.validation.sample.Series;
import dev.arborist.domain.validation.sample.SeriesKey;
import dev.arborist.domain.validation.statistics.Summary;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;

/**
 * Runs the JMH benchmarks of the class path in fresh JVMs.
 *
 * <p>Launches go round, see {@link Launches}. The raw results are kept as JMH's own JSON, and that
 * file is what is judged.
 */
public final class JmhBenchmarks implements MeasurementSource {

  private static final String RESULTS = "jmh.json";
  private static final String LOG = "jmh.log";

  private final JmhSettings settings;
  private final Progress progress;
  private final List<JmhCase> cases;
  private final JmhFork fork;
  private Launches<JmhCase, RunResult> launches;

  /** Benchmarks with these settings. */
  public JmhBenchmarks(JmhSettings settings, Progress progress) {
    this.settings = settings;
    this.progress = progress;
    cases = JmhCases.of(settings);
    fork = new JmhFork(settings, settings.directory().resolve(LOG));
    launches = new Launches<>(cases);
    progress.plan(launches.missing(one -> settings.launches()));
  }

  @Override
  public SortedSet<String> benchmarks() {
    return cases.stream().map(JmhCase::benchmark).collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public Measurements measure() {
    launches = new Launches<>(cases);
    try {
      fork.clearLog();
    } catch (IOException e) {
      throw notKept(e);
    }
    return fill(one -> settings.launches());
  }

  @Override
  public Optional<Measurements> measureMore(Set<SeriesKey> wanted, int more) {
    if (cases.stream().map(JmhCase::key).noneMatch(wanted::contains)) {
      return Optional.empty();
    }
    ToIntFunction<JmhCase> count =
        one ->
            wanted.contains(one.key()) ? Math.max(more, settings.launches()) : settings.launches();
    progress.plan(launches.missing(count));
    return Optional.of(fill(count));
  }

  private Measurements fill(ToIntFunction<JmhCase> count) {
    launches.fill(
        count,
        (one, number) -> {
          RunResult result = fork.launch(one, List.of());
          progress.done(describe(one, number, result));
          return result;
        });
    Path results = settings.directory().resolve(RESULTS);
    try {
      write(results, launches.results().values().stream().map(JmhBenchmarks::merge).toList());
    } catch (IOException e) {
      throw notKept(e);
    }
    List<Series> series =
        JmhResults.read(results).stream().flatMap(entry -> entry.series().stream()).toList();
    return Measurements.of(series, facts(), List.of());
  }

  /** Whole or not at all: a reader never meets a file that is half written. */
  private static void write(Path file, Collection<RunResult> results) throws IOException {
    Path unfinished = file.resolveSibling(file.getFileName() + ".part");
    try (PrintStream out =
        new PrintStream(Files.newOutputStream(unfinished), false, StandardCharsets.UTF_8)) {
      ResultFormatFactory.getInstance(ResultFormatType.JSON, out).writeOut(results);
      if (out.checkError()) {
        throw new IOException("cannot write " + unfinished);
      }
    }
    Files.move(
        unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private StorageException notKept(IOException e) {
    return new StorageException(
        "cannot keep the measurements in " + settings.directory() + ": " + e.getMessage(), e);
  }

  private static RunResult merge(List<RunResult> results) {
    List<BenchmarkResult> all =
        results.stream().flatMap(result -> result.getBenchmarkResults().stream()).toList();
    return new RunResult(results.get(0).getParams(), all);
  }

  private static String describe(JmhCase one, int launch, RunResult result) {
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
        new Fact("Launches", launchesText()),
        new Fact(
            "Iterations",
            settings.warmups()
                + " to warm up and "
                + settings.iterations()
                + " measured, "
                + settings.iterationTime().toMillis()
                + " ms each"
                + (isAnyLonger() ? ", longer where a benchmark asks for it" : "")),
        new Fact("JVM flags", flags()));
  }

  private boolean isAnyLonger() {
    return cases.stream()
        .anyMatch(one -> one.iterationTime(settings).compareTo(settings.iterationTime()) > 0);
  }

  /** Without properties: these tell the benchmarks where things are on this machine. */
  private String flags() {
    return settings.jvmArguments().stream()
        .filter(flag -> !flag.startsWith("-D"))
        .collect(Collectors.joining(" "));
  }

  private String launchesText() {
    int most = launches.results().values().stream().mapToInt(List::size).max().orElse(0);
    return most <= settings.launches()
        ? String.valueOf(settings.launches())
        : settings.launches() + ", up to " + most + " of what was undecided";
  }

  /** The metric that JMH's allocation profiler stands for. */
  static String allocationMeasure() {
    return Metric.parse("bytesPerOp").measure();
  }
}
