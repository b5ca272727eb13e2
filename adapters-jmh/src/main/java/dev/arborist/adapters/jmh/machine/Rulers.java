package dev.arborist.adapters.jmh.machine;

import dev.arborist.application.port.out.StorageException;
import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.requirement.Metric;
import dev.arborist.domain.validation.sample.Series;
import dev.arborist.domain.validation.statistics.Summary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * Measures the machine itself, so that two runs can be told to be comparable.
 *
 * <p>The values are times: of a pass over 16 kB of numbers, of a read beyond the caches, of a
 * forced write. One measurement of all is one launch of each series; more show whether the machine
 * changed.
 */
public final class Rulers {

  /** How far medians of one ruler may differ before the machine counts as changed, in percent. */
  public static final double DRIFT_PERCENT = 10;

  /** The series of processors. */
  public static final String CPU = "arborist.ruler.cpu";

  /** The series of memory. */
  public static final String MEMORY = "arborist.ruler.memory";

  /** The series of disks. */
  public static final String DISK = "arborist.ruler.disk";

  private static final int REPETITIONS = 11;

  private static final double PERCENT = 100;

  /** Opens a ruler. */
  private interface Opening {
    Ruler open() throws IOException;
  }

  private final Path directory;
  private final LongSupplier nanoTime;
  private final Map<String, List<List<Double>>> launches = new LinkedHashMap<>();

  /**
   * Rulers.
   *
   * @param directory on the disk that is measured
   */
  public Rulers(Path directory) {
    this(directory, System::nanoTime);
  }

  Rulers(Path directory, LongSupplier nanoTime) {
    this.directory = directory;
    this.nanoTime = nanoTime;
    List.of(CPU, MEMORY, DISK).forEach(name -> launches.put(name, new ArrayList<>()));
  }

  /**
   * Measures each once more, in half a second on an idle machine.
   *
   * @throws StorageException when the directory cannot be written to
   */
  public void measure() {
    measure(CPU, CpuRuler::new);
    measure(MEMORY, MemoryRuler::new);
    measure(DISK, () -> new DiskRuler(directory));
  }

  private void measure(String name, Opening opening) {
    List<Double> values = new ArrayList<>();
    double result = 0;
    try (Ruler ruler = opening.open()) {
      for (int i = 0; i < ruler.warmUps(); i++) {
        result += ruler.work();
      }
      for (int i = 0; i < REPETITIONS; i++) {
        long start = nanoTime.getAsLong();
        result += ruler.work();
        values.add((double) (nanoTime.getAsLong() - start) / ruler.unitsPerRepetition());
      }
    } catch (IOException e) {
      throw new StorageException("cannot measure the disk in " + directory + ": " + e, e);
    }
    if (Double.isNaN(result)) { // never; but what is not used is not computed
      throw new IllegalStateException(name + " computed no number");
    }
    launches.getOrDefault(name, List.of()).add(values);
  }

  /** What was measured so far, one launch a measurement. */
  public List<Series> series() {
    return launches.entrySet().stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .map(entry -> series(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static Series series(String name, List<List<Double>> values) {
    return new Series(name, new TreeMap<>(), Metric.SCORE, "", Dimension.TIME, values);
  }

  /** What changed from one measurement to another, as warnings. */
  public List<String> warnings() {
    return drifts(series());
  }

  static List<String> drifts(List<Series> rulers) {
    List<String> warnings = new ArrayList<>();
    for (Series series : rulers) {
      List<Double> medians =
          series.launches().stream().map(Summary::of).map(Summary::median).toList();
      double percent = PERCENT * (Collections.max(medians) / Collections.min(medians) - 1);
      if (percent > DRIFT_PERCENT) {
        warnings.add(
            String.format(
                Locale.ROOT, "%s changed by %.0f %% within the run", series.benchmark(), percent));
      }
    }
    return warnings;
  }
}
