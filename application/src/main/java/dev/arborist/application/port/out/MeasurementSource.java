package dev.arborist.application.port.out;

import dev.arborist.domain.validation.leak.Suspect;
import dev.arborist.domain.validation.report.Fact;
import dev.arborist.domain.validation.report.Profile;
import dev.arborist.domain.validation.sample.Series;
import dev.arborist.domain.validation.sample.SeriesKey;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

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
   * Launches some of what was measured more often; this may take minutes.
   *
   * @param wanted what is launched again
   * @param launches how many launches each of them has afterwards
   * @return everything measured so far, or nothing when this source has none of them or cannot
   *     measure
   * @throws StorageException as {@link #measure}
   */
  default Optional<Measurements> measureMore(Set<SeriesKey> wanted, int launches) {
    return Optional.empty();
  }

  /**
   * What was measured, and under which circumstances.
   *
   * @param series everything measured
   * @param suspects the classes whose objects grew most, by what was repeated
   * @param profiles where time and memory were spent
   * @param environment the machine, the JVM and the settings
   * @param warnings what may have disturbed the measurements
   */
  record Measurements(
      List<Series> series,
      SortedMap<SeriesKey, List<Suspect>> suspects,
      List<Profile> profiles,
      List<Fact> environment,
      List<String> warnings) {

    /** Keeps its own copy of everything. */
    public Measurements {
      series = List.copyOf(series);
      suspects = Collections.unmodifiableSortedMap(new TreeMap<>(suspects));
      profiles = List.copyOf(profiles);
      environment = List.copyOf(environment);
      warnings = List.copyOf(warnings);
    }

    /** Measurements of nothing but series. */
    public static Measurements of(List<Series> series) {
      return of(series, List.of(), List.of());
    }

    /** Measurements of nothing but series, with their circumstances. */
    public static Measurements of(
        List<Series> series, List<Fact> environment, List<String> warnings) {
      return new Measurements(series, new TreeMap<>(), List.of(), environment, warnings);
    }
  }
}
