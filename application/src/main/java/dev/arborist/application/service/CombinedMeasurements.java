package dev.arborist.application.service;

import dev.arborist.application.port.out.MeasurementSource;
import dev.arborist.domain.validation.report.Fact;
import dev.arborist.domain.validation.sample.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Several sources as one. */
final class CombinedMeasurements implements MeasurementSource {

  private final List<MeasurementSource> sources;

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
    List<Series> series = new ArrayList<>();
    List<Fact> environment = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    for (MeasurementSource source : sources) {
      Measurements measured = source.measure();
      series.addAll(measured.series());
      environment.addAll(measured.environment());
      warnings.addAll(measured.warnings());
    }
    return new Measurements(series, environment, warnings);
  }
}
