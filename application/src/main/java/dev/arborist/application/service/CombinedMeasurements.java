package dev.arborist.application.service;

import dev.arborist.application.port.out.MeasurementSource;
import dev.arborist.domain.validation.leak.Suspect;
import dev.arborist.domain.validation.report.Fact;
import dev.arborist.domain.validation.report.Profile;
import dev.arborist.domain.validation.sample.Series;
import dev.arborist.domain.validation.sample.SeriesKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Several sources as one. */
final class CombinedMeasurements implements MeasurementSource {

  private final List<MeasurementSource> sources;

  /** What each source gave last; as many as the sources once all have measured. */
  private final List<Measurements> measured = new ArrayList<>();

  CombinedMeasurements(List<MeasurementSource> sources) {
    this.sources = List.copyOf(sources);
  }

  @Override
  public SortedSet<String> benchmarks() {
    SortedSet<String> all = new TreeSet<>();
    sources.forEach(source -> all.addAll(source.benchmarks()));
    return all;
  }

  @Override
  public Measurements measure() {
    measured.clear();
    sources.forEach(source -> measured.add(source.measure()));
    return together();
  }

  @Override
  public Optional<Measurements> measureMore(Set<SeriesKey> wanted, int launches) {
    boolean any = false;
    for (int i = 0; i < sources.size(); i++) {
      Optional<Measurements> more = sources.get(i).measureMore(wanted, launches);
      if (more.isPresent()) {
        measured.set(i, more.get());
        any = true;
      }
    }
    return any ? Optional.of(together()) : Optional.empty();
  }

  private Measurements together() {
    List<Series> series = new ArrayList<>();
    SortedMap<SeriesKey, List<Suspect>> suspects = new TreeMap<>();
    List<Profile> profiles = new ArrayList<>();
    List<Fact> environment = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    for (Measurements one : measured) {
      series.addAll(one.series());
      suspects.putAll(one.suspects());
      profiles.addAll(one.profiles());
      environment.addAll(one.environment());
      warnings.addAll(one.warnings());
    }
    return new Measurements(series, suspects, profiles, environment, warnings);
  }
}
