package dev.arborist.adapters.jmh;

import dev.arborist.application.port.out.MeasurementSource;
import dev.arborist.application.port.out.StorageException;
import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.requirement.Metric;
import dev.arborist.domain.validation.requirement.Quantity;
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
 * percent. Values of one metric that one launch prints are its iterations. A program that ends with
 * another exit code than 0, prints anything else, prints nothing or takes too long fails the run.
 */
public final class FreshJvmProbes implements MeasurementSource {

  private static final long TIMEOUT_SECONDS = 120;

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
      Map<String, List<List<Double>>> byMetric = new LinkedHashMap<>();
      for (int launch = 1; launch <= probe.launches(); launch++) {
        Map<String, List<Double>> values = launch(probe);
        values.forEach(
            (metric, ones) -> byMetric.computeIfAbsent(metric, m -> new ArrayList<>()).add(ones));
        progress.done(describe(probe, launch, values));
      }
      byMetric.forEach(
          (metric, launches) -> series.add(series(probe, Metric.parse(metric), launches)));
    }
    return new Measurements(series, List.of(), List.of());
  }

  private static Series series(Probe probe, Metric metric, List<List<Double>> launches) {
    return new Series(
        probe.benchmark(),
        new TreeMap<>(probe.params()),
        metric.measure(),
        "",
        dimension(metric),
        launches);
  }

  private static Dimension dimension(Metric metric) {
    return Stream.of(Dimension.SIZE, Dimension.SHARE, Dimension.NUMBER)
        .filter(metric::accepts)
        .findFirst()
        .orElseThrow(() -> new StorageException("a probe cannot measure " + metric));
  }

  private static String describe(Probe probe, int launch, Map<String, List<Double>> values) {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, List<Double>> entry : values.entrySet()) {
      Series series = series(probe, Metric.parse(entry.getKey()), List.of(entry.getValue()));
      double mean = Summary.of(entry.getValue()).mean();
      text.append(text.isEmpty() ? series.title() + ", launch " + launch + ":" : "");
      text.append(' ').append(series.measure()).append(' ');
      text.append(Quantity.ofKept(mean, series.dimension()));
    }
    return text.toString();
  }

  private Map<String, List<Double>> launch(Probe probe) {
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

  private static Map<String, List<Double>> parse(Probe probe, List<String> lines) {
    Map<String, List<Double>> values = new LinkedHashMap<>();
    for (String line : lines) {
      int space = line.indexOf(' ');
      try {
        double value = Double.parseDouble(line.substring(space + 1));
        values.computeIfAbsent(line.substring(0, space), m -> new ArrayList<>()).add(value);
      } catch (NumberFormatException | IndexOutOfBoundsException e) {
        throw failed(probe, "it printed '" + line + "' instead of a metric and a value");
      }
    }
    if (values.isEmpty()) {
      throw failed(probe, "it printed no value");
    }
    return values;
  }

  private static StorageException failed(Probe probe, String reason) {
    return new StorageException(probe.benchmark() + " could not be measured: " + reason);
  }
}
