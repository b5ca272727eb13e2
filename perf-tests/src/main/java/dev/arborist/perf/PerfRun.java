package dev.arborist.perf;

import dev.arborist.adapters.jmh.FreshJvmProbes;
import dev.arborist.adapters.jmh.JmhBenchmarks;
import dev.arborist.adapters.jmh.JmhProfiles;
import dev.arborist.adapters.jmh.JmhSettings;
import dev.arborist.adapters.jmh.ProfiledBenchmarks;
import dev.arborist.adapters.jmh.Progress;
import dev.arborist.application.port.in.Examiner.Effort;
import dev.arborist.application.port.out.MeasurementSource;
import dev.arborist.cli.Examination;
import dev.arborist.cli.HistoryPlace;
import dev.arborist.domain.validation.report.JudgeRules;
import dev.arborist.domain.validation.report.Laboratory;
import dev.arborist.domain.validation.report.RunId;
import dev.arborist.domain.validation.report.Verdict;
import dev.arborist.perf.server.MeasuredServer;
import dev.arborist.perf.server.ServerProbes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One run of the suite, set up by system properties.
 *
 * <p>{@code perf.profile} (quick, standard, thorough), {@code perf.store} (file, memory), {@code
 * perf.tasks} (a file of exported tasks to measure the tree and the query on), {@code
 * perf.requirements} (another requirements file), {@code perf.only} (some of the benchmarks),
 * {@code perf.baseline} and {@code perf.gate} (what the run is compared with, and whether a
 * regression fails it), {@code perf.history} (the file or the server where it is saved) and {@code
 * perf.budget} (for how long launches are added to what is undecided).
 */
final class PerfRun implements AutoCloseable {

  /** Where a run is saved. */
  static final String HISTORY = "perf.history";

  private static final String REQUIREMENTS = "perf.requirements";

  private static final Path MEMORY_FILE_SYSTEM = Path.of("/dev/shm");

  /** Beside this module, when it has been run. */
  private static final Path LABORATORY =
      Path.of("..", "determinism-tests", "target", "determinism", "report.json");

  /** Those of the suite, and not of the campaign. */
  private static final String OWN_BENCHMARKS = "^dev\\.arborist\\.perf\\.(?=[A-Z])";

  /** All but what is asked of a million tasks, or of a long history, only. */
  private static final String SHORT_BENCHMARKS =
      OWN_BENCHMARKS
          + "(?!FilterBenchmark\\.(single|combined)|LargeTreeBenchmark\\.layout|HistoryBenchmark)";

  /** Of how many of the slowest benchmarks the report says where they spend their time. */
  private static final int PROFILED = 3;

  /** Long enough for some hundred stacks. */
  private static final int PROFILED_ITERATIONS = 5;

  private static final Duration PROFILED_TIME = Duration.ofMillis(500);

  private static final List<String> FLAGS =
      List.of(
          "-Xms256m",
          "-Xmx256m",
          "-XX:+UseSerialGC",
          "-XX:-UsePerfData",
          "--enable-native-access=ALL-UNNAMED");

  private final Path target;
  private final Path queues;
  private final PerfProfile profile;
  private final Progress progress;
  private final Consumer<String> listener;
  private final Examination examination;
  private final Reference reference;
  private final HistoryPlace history;

  /**
   * A run.
   *
   * @param target the build's directory for generated files
   * @param listener told a line after each launch
   */
  PerfRun(Path target, Consumer<String> listener) throws IOException {
    this.target = target;
    this.listener = listener;
    profile = PerfProfile.chosen();
    reference = Reference.chosen();
    history = HistoryPlace.of(System.getProperty(HISTORY, "../.arborist/history.db"));
    queues = queues(System.getProperty("perf.store", "file"));
    progress = new Progress(listener, InstantSource.system());
    examination = new Examination(target.resolve("validation"), InstantSource.system(), effort());
    System.setProperty(BenchmarkQueue.DIRECTORY, queues.toString());
  }

  private Path queues(String store) throws IOException {
    return switch (store) {
      case "file" -> {
        Path directory = target.resolve("queues").toAbsolutePath();
        if (Files.exists(directory)) {
          BenchmarkQueue.deleteAll(directory); // a run that was broken off left half-filled queues
        }
        yield Files.createDirectories(directory);
      }
      case "memory" -> {
        if (!Files.isWritable(MEMORY_FILE_SYSTEM)) {
          throw new IllegalArgumentException(
              "-Dperf.store=memory needs a writable " + MEMORY_FILE_SYSTEM + ": use file");
        }
        yield Files.createTempDirectory(MEMORY_FILE_SYSTEM, "arborist-perf");
      }
      default ->
          throw new IllegalArgumentException(
              "-Dperf.store=" + store + " is not known: use file or memory");
    };
  }

  /** Whether the user's own tasks are measured, to which the requirements do not apply. */
  static boolean isOnOwnTasks() {
    return System.getProperty(BenchmarkQueue.TASKS) != null;
  }

  /** Whether there can be an earlier run to compare with. */
  static boolean isComparable() {
    return !isOnOwnTasks() && PerfProfile.chosen() != PerfProfile.SERVER;
  }

  /** Whether the requirements are not those of the suite, each of which is a test. */
  static boolean hasOtherRequirements() {
    return System.getProperty(REQUIREMENTS) != null;
  }

  /** Measures, judges, compares with the baseline, saves, and writes the reports. */
  Verdict run() throws IOException {
    Verdict verdict =
        isComparable() ? reference.compare(measure().besides(laboratory())) : measure();
    boolean saved = false;
    try {
      saved = save(verdict);
    } finally {
      examination.report(verdict, saved); // what was measured is not lost with the history
    }
    return verdict;
  }

  private static Laboratory laboratory() throws IOException {
    return Examination.laboratory(LABORATORY, Path.of(""));
  }

  private Verdict measure() throws IOException {
    if (isOnOwnTasks()) {
      return examination.measure(List.of(ownTasks()));
    }
    if (profile == PerfProfile.SERVER) {
      return measureServer();
    }
    Path prepared = new Preparation(profile, listener).fill(queues.resolve("prepared"));
    try (Probes probes = new Probes(profile)) {
      Selection selection = Selection.chosen();
      MeasurementSource benchmarks =
          profiled(selection.narrow(included(profile)), profile.parameters());
      MeasurementSource programs =
          new FreshJvmProbes(
              selection.of(probes.all(prepared)), flags(), target.resolve("validation"), progress);
      SortedSet<String> measured = new TreeSet<>(programs.benchmarks());
      measured.addAll(benchmarks.benchmarks());
      boolean onlyPrograms = benchmarks.benchmarks().isEmpty() && !programs.benchmarks().isEmpty();
      return examination.judge(
          requirements(),
          requirement -> Selection.isWanted(requirement, measured),
          onlyPrograms ? List.of(programs) : List.of(benchmarks, programs));
    }
  }

  private Verdict measureServer() throws IOException {
    try (MeasuredServer server = MeasuredServer.start(queues, BenchmarkQueue::plain, listener)) {
      List<String> flags = flags();
      flags.addAll(server.flags());
      Selection selection = Selection.chosen();
      MeasurementSource programs =
          new FreshJvmProbes(
              selection.of(ServerProbes.all(profile.launches)),
              flags,
              target.resolve("validation"),
              progress);
      SortedSet<String> measured = programs.benchmarks();
      return examination.judge(
          requirements(),
          requirement -> Selection.isWanted(requirement, measured),
          List.of(programs));
    } catch (SQLException e) {
      throw new IOException("the server could not be filled: " + e.getMessage(), e);
    }
  }

  /** A run that measured only some benchmarks is no run to compare others with. */
  private boolean save(Verdict verdict) {
    if (isOnOwnTasks() || Selection.isPartial() || profile == PerfProfile.SERVER) {
      return false;
    }
    RunId id = Examination.save(verdict, history);
    listener.accept("saved as run " + id + " in " + history);
    return true;
  }

  private static Effort effort() {
    String budget = System.getProperty("perf.budget", "0");
    try {
      Duration time =
          budget.equals("0")
              ? Duration.ZERO
              : Duration.parse("PT" + budget.toUpperCase(Locale.ROOT));
      return new Effort(JudgeRules.ONE_LOOK, time);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "-Dperf.budget=" + budget + " is no time: write it as 10m or 90s", e);
    }
  }

  /** A regular expression of the benchmarks that a profile measures. */
  static String included(PerfProfile profile) {
    return profile == PerfProfile.THOROUGH ? OWN_BENCHMARKS : SHORT_BENCHMARKS;
  }

  /** What is judged by a million tasks stands in a file of its own. */
  private List<Path> requirements() {
    String given = System.getProperty(REQUIREMENTS);
    if (given != null) {
      return List.of(Path.of(given));
    }
    if (profile == PerfProfile.SERVER) {
      return List.of(Path.of("requirements-server.toml"));
    }
    Path always = Path.of("requirements.toml");
    return profile == PerfProfile.THOROUGH
        ? List.of(always, Path.of("requirements-thorough.toml"))
        : List.of(always);
  }

  private List<String> flags() {
    List<String> flags = new ArrayList<>(FLAGS);
    flags.add("-D" + BenchmarkQueue.DIRECTORY + "=" + queues);
    flags.add("-D" + PreparedQueue.DIRECTORY + "=" + queues.resolve("prepared"));
    return flags;
  }

  private MeasurementSource ownTasks() throws IOException {
    Path file = Path.of(System.getProperty(BenchmarkQueue.TASKS)).toAbsolutePath();
    if (!Files.isReadable(file)) {
      throw new IllegalArgumentException(
          "-Dperf.tasks=" + file + " cannot be read: name a file that export wrote");
    }
    System.setProperty(BenchmarkQueue.TASKS, file.toString());
    long count;
    try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
      count = lines.filter(line -> !line.isBlank()).count();
    }
    return new JmhBenchmarks(
        settings(
            OWN_BENCHMARKS + "(TreeBenchmark|QueryBenchmark)\\.",
            Map.of("tasks", List.of(String.valueOf(count)))),
        progress);
  }

  private MeasurementSource profiled(String include, Map<String, List<String>> parameters) {
    JmhSettings settings = settings(include, parameters);
    return new ProfiledBenchmarks(
        new JmhBenchmarks(settings, progress),
        new JmhProfiles(
            settings.iterating(PROFILED_ITERATIONS, PROFILED_TIME), target.resolve("profiles")),
        PROFILED);
  }

  private JmhSettings settings(String include, Map<String, List<String>> parameters) {
    List<String> flags = flags();
    if (isOnOwnTasks()) {
      flags.add("-D" + BenchmarkQueue.TASKS + "=" + System.getProperty(BenchmarkQueue.TASKS));
    }
    return new JmhSettings(
        profile.launches,
        profile.warmups,
        profile.iterations,
        Duration.ofMillis(profile.iterationMillis),
        flags,
        include,
        parameters,
        target.resolve("validation"));
  }

  /** Deletes the directory in which the queues were. */
  @Override
  public void close() {
    BenchmarkQueue.deleteAll(queues);
  }
}
