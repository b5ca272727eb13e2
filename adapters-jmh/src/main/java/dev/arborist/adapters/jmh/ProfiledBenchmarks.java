package dev.arborist.adapters.jmh;

import dev.arborist.application.port.out.MeasurementSource;
import dev.arborist.domain.validation.report.Profile;
import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.requirement.Metric;
import dev.arborist.domain.validation.sample.Series;
import dev.arborist.domain.validation.sample.SeriesKey;
import dev.arborist.domain.validation.statistics.Summary;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/** Benchmarks of which the slowest are launched once more, to see where they spend their time. */
public final class ProfiledBenchmarks implements MeasurementSource {

  private final JmhBenchmarks benchmarks;
  private final JmhProfiles profiles;
  private final int slowest;

  /** What was profiled; launches that are added later do not change it. */
  private List<Profile> profiled = List.of();

  /**
   * Benchmarks with profiles.
   *
   * @param slowest how many benchmarks are profiled, each name once
   */
  public ProfiledBenchmarks(JmhBenchmarks benchmarks, JmhProfiles profiles, int slowest) {
    this.benchmarks = benchmarks;
    this.profiles = profiles;
    this.slowest = slowest;
  }

  @Override
  public SortedSet<String> benchmarks() {
    return benchmarks.benchmarks();
  }

  @Override
  public Measurements measure() {
    Measurements measured = benchmarks.measure();
    profiled = profiles.profile(slowest(measured.series()));
    return withProfiles(measured);
  }

  @Override
  public Optional<Measurements> measureMore(Set<SeriesKey> wanted, int launches) {
    return benchmarks.measureMore(wanted, launches).map(this::withProfiles);
  }

  private Measurements withProfiles(Measurements measured) {
    return new Measurements(
        measured.series(),
        measured.suspects(),
        profiled,
        measured.environment(),
        measured.warnings());
  }

  /** Of each name the parameters that take longest; of these the names that do. */
  private List<SeriesKey> slowest(List<Series> series) {
    Comparator<Series> longest =
        Comparator.comparingDouble(ProfiledBenchmarks::mean).reversed().thenComparing(Series::key);
    return series.stream()
        .filter(one -> one.measure().equals(Metric.SCORE) && one.dimension() == Dimension.TIME)
        .sorted(longest)
        .collect(
            java.util.stream.Collectors.toMap(
                Series::benchmark,
                Series::key,
                (first, other) -> first,
                java.util.LinkedHashMap::new))
        .values()
        .stream()
        .limit(slowest)
        .toList();
  }

  private static double mean(Series series) {
    return Summary.of(series.launches().stream().map(one -> Summary.of(one).mean()).toList())
        .mean();
  }
}
