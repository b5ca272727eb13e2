package dev.arborist.application.port.out;

import dev.arborist.domain.validation.report.Fact;
import dev.arborist.domain.validation.sample.Series;
import java.util.List;
import java.util.SortedSet;

/** What measures, or has measured. */
public interface MeasurementSource {

  /** The whole names of the benchmarks that {@link #measure} measures, known before it does. */
  SortedSet<String> benchmarks();

  /**
   * Measures; this may take minutes.
   *
   * @throws StorageException when results could not be read or written
   */
  Measurements measure();

  /**
   * What was measured, and under which circumstances.
   *
   * @param series everything measured
   * @param environment the machine, the JVM and the settings
   * @param warnings what may have disturbed the measurements
   */
  record Measurements(List<Series> series, List<Fact> environment, List<String> warnings) {

    /** Keeps its own copy of everything. */
    public Measurements {
      series = List.copyOf(series);
      environment = List.copyOf(environment);
      warnings = List.copyOf(warnings);
    }
  }
}
