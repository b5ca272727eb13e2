package dev.arborist.cli;

import dev.arborist.application.port.out.MeasurementSource;
import dev.arborist.domain.validation.leak.Suspect;
import dev.arborist.domain.validation.report.Fact;
import dev.arborist.domain.validation.report.LeakReport;
import dev.arborist.domain.validation.report.Origin;
import dev.arborist.domain.validation.report.Profile;
import dev.arborist.domain.validation.report.RegressionAnalysis;
import dev.arborist.domain.validation.sample.Series;
import dev.arborist.domain.validation.sample.SeriesKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What some runs have measured, to be judged as one.
 *
 * <p>What shows how fast the machine was, every run measures, and nobody requires anything of it:
 * it is no benchmark, and of several runs it is left out.
 */
final class SavedMeasurements implements MeasurementSource {

  private final List<PerfRuns.Named> runs;

  /**
   * Measurements of one run or more.
   *
   * @throws dev.arborist.domain.task.InvalidInputException when two runs measured the same thing
   */
  SavedMeasurements(List<PerfRuns.Named> runs) {
    this.runs = List.copyOf(runs);
    Set<String> seen = new TreeSet<>();
    for (PerfRuns.Named run : runs) {
      for (Series series : benchmarksOf(run)) {
        if (!seen.add(series.key() + series.measure() + series.mode())) {
          throw new dev.arborist.domain.task.InvalidInputException(
              run.name() + " measured " + series.title() + " too: judge one run of it at a time");
        }
      }
    }
  }

  private static List<Series> benchmarksOf(PerfRuns.Named run) {
    return run.verdict().series().stream()
        .filter(series -> !series.benchmark().startsWith(RegressionAnalysis.RULERS))
        .toList();
  }

  /** Where the first of them comes from. */
  Origin origin() {
    return runs.get(0).verdict().origin();
  }

  @Override
  public SortedSet<String> benchmarks() {
    return runs.stream()
        .flatMap(run -> benchmarksOf(run).stream())
        .map(Series::benchmark)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public Measurements measure() {
    List<Series> series = new ArrayList<>();
    SortedMap<SeriesKey, List<Suspect>> suspects = new TreeMap<>();
    List<Profile> profiles = new ArrayList<>();
    Set<Fact> environment = new LinkedHashSet<>();
    Set<String> warnings = new LinkedHashSet<>();
    for (PerfRuns.Named run : runs) {
      series.addAll(runs.size() == 1 ? run.verdict().series() : benchmarksOf(run));
      for (LeakReport leak : run.verdict().leaks()) {
        suspects.put(leak.operation(), leak.suspects());
      }
      profiles.addAll(run.verdict().profiles());
      environment.addAll(run.verdict().environment());
      warnings.addAll(run.verdict().warnings());
    }
    return new Measurements(
        series, suspects, profiles, List.copyOf(environment), List.copyOf(warnings));
  }
}
