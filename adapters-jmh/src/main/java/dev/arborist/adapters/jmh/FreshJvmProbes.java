package dev.arborist.adapters.jmh;

import dev.arborist.application.port.out.MeasurementSource;
import dev.arborist.application.port.out.StorageException;
import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.requirement.Metric;
import dev.arborist.domain.validation.requirement.Quantity;
import dev.arborist.domain.validation.requirement.Unit;
import dev.arborist.domain.validation.sample.Series;
import dev.arborist.domain.validation.statistics.Summary;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Measures what JMH cannot, such as memory, by programs that each run in a JVM of their own.
 *
 * <p>A program prints a line {@code <metric> <value>} for each value: sizes in bytes, shares in
 * percent, counts as plain numbers, times and rates with their unit as in {@code p99 8.7 ms}.
 * Values of one metric that one launch prints are its iterations. A program that ends with another
 * exit code than 0, prints anything else, prints nothing or takes too long fails the run.
 */
public final class FreshJvmProbes implements MeasurementSource {

  private static final long TIMEOUT_SECONDS = 300;

  /**
   * One program and how it is called.
   *
   * @param benchmark the whole name under which requirements refer to it
   * @param params the parameters that it is measured with, for requirements
   * @param mainClass the program
   * @param arguments what it is called with
   * @param launches how many fresh JVMs measure it
   */
  public record Probe(
      String benchmark,
      Map<String, String> params,
      String mainClass,
      List<String> arguments,
      int launches) {

    /** Keeps its own copies. */
    public Probe {
      params = new LinkedHashMap<>(params);
      arguments = List.copyOf(arguments);
    }
  }

  /** What a line's value is of. */
  private record Measure(Metric metric, Dimension dimension) {}

  private final List<Probe> probes;
  private final List<String> jvmArguments;
  private final Path directory;
  private final Progress progress;

  /**
   * Probes.
   *
   * @param jvmArguments the flags of the measuring JVMs
   * @param directory where what the programs print on standard error is kept
   */
  public FreshJvmProbes(
      List<Probe> probes, List<String> jvmArguments, Path directory, Progress progress) {
    this.probes = List.copyOf(probes);
    this.jvmArguments = List.copyOf(jvmArguments);
    this.directory = directory;
    this.progress = progress;
    progress.plan(probes.stream().mapToInt(Probe::launches).sum());
  }

  @Override
  public SortedSet<String> benchmarks() {
    return probes.stream().map(Probe::benchmark).collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public Measurements measure() {
    List<Series> series = new ArrayList<>();
    for (Probe probe : probes) {
      Map<Measure, List<List<Double>>> byMeasure = new LinkedHashMap<>();
      for (int launch = 1; launch <= probe.launches(); launch++) {
        Map<Measure, List<Double>> values = launch(probe);
        values.forEach(
            (measure, ones) ->
                byMeasure.computeIfAbsent(measure, m -> new ArrayList<>()).add(ones));
        progress.done(describe(probe, launch, values));
      }
      byMeasure.forEach((measure, launches) -> series.add(series(probe, measure, launches)));
    }
    return Measurements.of(series);
  }

  private static Series series(Probe probe, Measure measure, List<List<Double>> launches) {
    return new Series(
        probe.benchmark(),
        new TreeMap<>(probe.params()),
        measure.metric().measure(),
        "",
        measure.dimension(),
        launches);
  }

  private static String describe(Probe probe, int launch, Map<Measure, List<Double>> values) {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<Measure, List<Double>> entry : values.entrySet()) {
      Series series = series(probe, entry.getKey(), List.of(entry.getValue()));
      double mean = Summary.of(entry.getValue()).mean();
      text.append(text.isEmpty() ? series.title() + ", launch " + launch + ":" : "");
      text.append(' ').append(entry.getKey().metric()).append(' ');
      text.append(Quantity.ofKept(mean, series.dimension()));
    }
    return text.toString();
  }

  private Map<Measure, List<Double>> launch(Probe probe) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmArguments);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), probe.mainClass()));
    command.addAll(probe.arguments());
    try {
      Files.createDirectories(directory);
      Path log = directory.resolve("probes.log");
      Path output = Files.createTempFile(directory, "probe", ".out");
      try {
        Process process =
            new ProcessBuilder(command)
                .redirectError(Redirect.appendTo(log.toFile()))
                .redirectOutput(output.toFile())
                .start();
        await(process, probe, log);
        return parse(probe, Files.readAllLines(output, StandardCharsets.UTF_8));
      } finally {
        Files.deleteIfExists(output);
      }
    } catch (IOException e) {
      throw failed(probe, e.toString());
    }
  }

  private static void await(Process process, Probe probe, Path log) throws IOException {
    try {
      if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        throw failed(probe, "it did not end within " + TIMEOUT_SECONDS + " seconds");
      }
      if (process.exitValue() != 0) {
        throw failed(probe, "it ended with " + process.exitValue() + "; see " + log);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while measuring");
    } finally {
      process.destroyForcibly();
    }
  }

  private static Map<Measure, List<Double>> parse(Probe probe, List<String> lines) {
    Map<Measure, List<Double>> values = new LinkedHashMap<>();
    for (String line : lines) {
      String[] words = line.split(" ", -1);
      try {
        double value = Double.parseDouble(words[1]);
        Metric metric = Metric.parse(words[0]);
        Unit unit = words.length == 2 ? plainUnit(metric) : Unit.ofSymbol(words[2]).orElseThrow();
        values
            .computeIfAbsent(new Measure(metric, unit.dimension()), m -> new ArrayList<>())
            .add(value * unit.factor());
      } catch (NumberFormatException | IndexOutOfBoundsException | NoSuchElementException e) {
        throw failed(probe, "it printed '" + line + "' instead of a metric and a value");
      }
    }
    if (values.isEmpty()) {
      throw failed(probe, "it printed no value");
    }
    return values;
  }

  /** The unit of a value that is printed without one. */
  private static Unit plainUnit(Metric metric) {
    return Stream.of(Unit.BYTES, Unit.PERCENT, Unit.NONE)
        .filter(unit -> metric.accepts(unit.dimension()))
        .findFirst()
        .orElseThrow();
  }

  private static StorageException failed(Probe probe, String reason) {
    return new StorageException(probe.benchmark() + " could not be measured: " + reason);
  }
}
