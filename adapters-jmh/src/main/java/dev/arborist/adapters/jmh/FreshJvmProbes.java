package dev.arborist.adapters.jmh;

import dev.arborist.adapters.jmh.ProbeOutput.Measure;
import dev.arborist.adapters.jmh.leak.GrownClass;
import dev.arborist.application.port.out.MeasurementSource;
import dev.arborist.application.port.out.StorageException;
import dev.arborist.domain.validation.leak.Suspect;
import dev.arborist.domain.validation.requirement.Quantity;
import dev.arborist.domain.validation.sample.Series;
import dev.arborist.domain.validation.sample.SeriesKey;
import dev.arborist.domain.validation.statistics.Summary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * Measures what JMH cannot, such as memory, by programs that each run in a JVM of their own.
 *
 * <p>A program prints a line {@code <metric> <value>} for each value: sizes in bytes, shares in
 * percent, counts as plain numbers, times and rates with their unit as in {@code p99 8.7 ms}. Lines
 * {@code grown <bytes> <instances> <class>} tell which classes' instances became more. Values of
 * one metric that one launch prints are its iterations. A program that ends with another exit code
 * than 0, prints anything else, prints nothing or takes too long fails the run.
 */
public final class FreshJvmProbes implements MeasurementSource {

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

    private SeriesKey key() {
      return new SeriesKey(benchmark, new TreeMap<>(params));
    }
  }

  private static final int SUSPECTS = 10;

  private final List<Probe> probes;
  private final List<String> jvmArguments;
  private final FreshJvm jvm;
  private final Progress progress;
  private Launches<Probe, ProbeOutput> launches;

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
    jvm = new FreshJvm(directory);
    this.progress = progress;
    launches = new Launches<>(this.probes);
    progress.plan(launches.missing(Probe::launches));
  }

  @Override
  public SortedSet<String> benchmarks() {
    return probes.stream().map(Probe::benchmark).collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public Measurements measure() {
    launches = new Launches<>(probes);
    return fill(Probe::launches);
  }

  @Override
  public Optional<Measurements> measureMore(Set<SeriesKey> wanted, int more) {
    if (probes.stream().map(Probe::key).noneMatch(wanted::contains)) {
      return Optional.empty();
    }
    ToIntFunction<Probe> count =
        probe -> wanted.contains(probe.key()) ? Math.max(more, probe.launches()) : probe.launches();
    progress.plan(launches.missing(count));
    return Optional.of(fill(count));
  }

  /** The classes whose instances became more, by probe; of several launches in all. */
  private SortedMap<SeriesKey, List<Suspect>> suspects() {
    SortedMap<SeriesKey, List<Suspect>> suspects = new TreeMap<>();
    launches
        .results()
        .forEach(
            (probe, outputs) -> {
              SortedMap<String, Suspect> byClass = new TreeMap<>();
              for (ProbeOutput output : outputs) {
                for (GrownClass grown : output.grown()) {
                  byClass.merge(
                      grown.className(),
                      new Suspect(grown.className(), grown.bytes(), grown.instances()),
                      Suspect::plus);
                }
              }
              if (!byClass.isEmpty()) {
                suspects.put(
                    probe.key(),
                    byClass.values().stream()
                        .sorted(Suspect.MOST_GROWN_FIRST)
                        .limit(SUSPECTS)
                        .toList());
              }
            });
    return suspects;
  }

  private Measurements fill(ToIntFunction<Probe> count) {
    launches.fill(
        count,
        (probe, number) -> {
          ProbeOutput output = launch(probe);
          requireAlike(probe, output);
          progress.done(describe(probe, number, output.values()));
          return output;
        });
    List<Series> series = new ArrayList<>();
    launches.results().forEach((probe, outputs) -> series.addAll(series(probe, outputs)));
    return new Measurements(series, suspects(), List.of(), List.of(), List.of());
  }

  /** A launch that leaves something out would be taken for one that was not made. */
  private void requireAlike(Probe probe, ProbeOutput output) {
    for (ProbeOutput earlier : launches.results().getOrDefault(probe, List.of())) {
      if (!earlier.values().keySet().equals(output.values().keySet())) {
        throw failed(probe, "it does not print the same metrics each time");
      }
    }
  }

  private static List<Series> series(Probe probe, List<ProbeOutput> outputs) {
    Map<Measure, List<List<Double>>> byMeasure = new LinkedHashMap<>();
    for (ProbeOutput output : outputs) {
      output
          .values()
          .forEach(
              (measure, values) ->
                  byMeasure.computeIfAbsent(measure, m -> new ArrayList<>()).add(values));
    }
    return byMeasure.entrySet().stream()
        .map(entry -> series(probe, entry.getKey(), entry.getValue()))
        .toList();
  }

  private static Series series(Probe probe, Measure measure, List<List<Double>> values) {
    return new Series(
        probe.benchmark(),
        new TreeMap<>(probe.params()),
        measure.metric().measure(),
        "",
        measure.dimension(),
        values);
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

  private ProbeOutput launch(Probe probe) {
    List<String> command = new ArrayList<>(jvmArguments);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), probe.mainClass()));
    command.addAll(probe.arguments());
    try {
      return ProbeOutput.parse(jvm.run(command));
    } catch (FreshJvm.Failed | ProbeOutput.Unreadable e) {
      throw failed(probe, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw failed(probe, e.toString());
    }
  }

  private StorageException failed(Probe probe, String reason) {
    return new StorageException(
        probe.benchmark() + " could not be measured: " + reason + "; see " + jvm.log());
  }
}
