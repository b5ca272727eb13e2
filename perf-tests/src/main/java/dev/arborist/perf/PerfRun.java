package dev.arborist.perf;

import dev.arborist.adapters.jmh.FreshJvmProbes;
import dev.arborist.adapters.jmh.FreshJvmProbes.Probe;
import dev.arborist.adapters.jmh.JmhBenchmarks;
import dev.arborist.adapters.jmh.JmhSettings;
import dev.arborist.adapters.jmh.Progress;
import dev.arborist.application.port.out.MeasurementSource;
import dev.arborist.cli.Examination;
import dev.arborist.domain.validation.report.Verdict;
import dev.arborist.domain.workload.Shape;
import dev.arborist.domain.workload.Workload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One run of the suite, set up by system properties.
 *
 * <p>{@code perf.profile} (quick, standard, thorough), {@code perf.store} (file, memory), {@code
 * perf.tasks} (a file of exported tasks to measure the tree and the query on) and {@code
 * perf.requirements} (another requirements file).
 */
final class PerfRun implements AutoCloseable {

  private static final Path MEMORY_FILE_SYSTEM = Path.of("/dev/shm");
  private static final String OWN_BENCHMARKS = "^dev\\.arborist\\.perf\\.";
  private static final int REPETITIONS = 10;
  private static final int[] MEMORY_SIZES = {100, 1_000, 10_000};
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
  private final List<BenchmarkQueue> prepared = new ArrayList<>();

  /**
   * A run.
   *
   * @param target the build's directory for generated files
   * @param listener told a line after each launch
   */
  PerfRun(Path target, Consumer<String> listener) throws IOException {
    this.target = target;
    profile = PerfProfile.ofName(System.getProperty("perf.profile", "standard"));
    queues = queues(System.getProperty("perf.store", "file"));
    progress = new Progress(listener, InstantSource.system());
    System.setProperty(BenchmarkQueue.DIRECTORY, queues.toString());
  }

  private Path queues(String store) throws IOException {
    return switch (store) {
      case "file" -> Files.createDirectories(target.resolve("queues")).toAbsolutePath();
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

  /** Measures, judges and writes the reports. */
  Verdict run() throws IOException {
    Examination examination = new Examination(target.resolve("validation"), InstantSource.system());
    if (isOnOwnTasks()) {
      return examination.measure(List.of(ownTasks()));
    }
    Path requirements = Path.of(System.getProperty("perf.requirements", "requirements.toml"));
    return examination.judge(
        requirements, List.of(benchmarks(OWN_BENCHMARKS, Map.of()), memory(), determinism()));
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
    return benchmarks(
        "(TreeBenchmark|QueryBenchmark)\\.", Map.of("tasks", List.of(String.valueOf(count))));
  }

  private MeasurementSource benchmarks(String include, Map<String, List<String>> parameters) {
    List<String> flags = new ArrayList<>(FLAGS);
    flags.add("-D" + BenchmarkQueue.DIRECTORY + "=" + queues);
    if (isOnOwnTasks()) {
      flags.add("-D" + BenchmarkQueue.TASKS + "=" + System.getProperty(BenchmarkQueue.TASKS));
    }
    return new JmhBenchmarks(
        new JmhSettings(
            profile.launches,
            profile.warmups,
            profile.iterations,
            Duration.ofMillis(profile.iterationMillis),
            profile.collects,
            flags,
            include,
            parameters,
            target.resolve("validation")),
        progress);
  }

  /** The queues are filled here, so that the measured JVM has only read. */
  private MeasurementSource memory() {
    List<Probe> probes = new ArrayList<>();
    for (int size : MEMORY_SIZES) {
      BenchmarkQueue queue = BenchmarkQueue.filledBy(new Workload(Shape.RANDOM, size, 1));
      prepared.add(queue);
      probes.add(
          new Probe(
              MemoryProbe.class.getName() + ".tree",
              Map.of("tasks", String.valueOf(size)),
              MemoryProbe.class.getName(),
              List.of(queue.file().toString()),
              profile.launches));
    }
    return new FreshJvmProbes(probes, FLAGS, target.resolve("validation"), progress);
  }

  private MeasurementSource determinism() {
    List<Probe> probes =
        Stream.of("layout", "render", "concurrentEnqueues")
            .map(
                operation ->
                    new Probe(
                        DeterminismProbe.class.getName() + "." + operation,
                        Map.of(),
                        DeterminismProbe.class.getName(),
                        List.of(operation, String.valueOf(REPETITIONS)),
                        1))
            .toList();
    List<String> flags = new ArrayList<>(FLAGS);
    flags.add("-D" + BenchmarkQueue.DIRECTORY + "=" + queues);
    return new FreshJvmProbes(probes, flags, target.resolve("validation"), progress);
  }

  /** Deletes the directory in which the queues were. */
  @Override
  public void close() {
    prepared.forEach(BenchmarkQueue::close);
    BenchmarkQueue.deleteAll(queues);
  }
}
