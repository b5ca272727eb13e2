package dev.arborist.domain.validation.report;

import dev.arborist.domain.validation.requirement.Metric;
import dev.arborist.domain.validation.requirement.Requirement;
import dev.arborist.domain.validation.sample.Series;
import java.util.List;
import java.util.Optional;

/** The series that a requirement is about. */
public final class Subjects {

  private Subjects() {}

  /**
   * What a requirement's metric is computed from, in the order of the measurements.
   *
   * <p>Where single operations of a benchmark were timed, the greatest of them was kept, and stands
   * for the score that was measured in the same mode.
   */
  public static List<Series> of(Requirement requirement, List<Series> measured) {
    List<Series> about = about(requirement, measured);
    Metric metric = requirement.metric();
    List<Series> operations = of(metric.measureOfOperations(), about);
    if (metric.measure().equals(metric.measureOfOperations())) {
      return operations;
    }
    return about.stream()
        .filter(
            one ->
                one.measure().equals(metric.measureOfOperations())
                    || (one.measure().equals(metric.measure())
                        && operations.stream().noneMatch(other -> isAlike(one, other))))
        .toList();
  }

  /**
   * A benchmark that a requirement is about, and of which something else was measured: one that was
   * only timed otherwise, or some of whose parameters have the counter while others lack it.
   *
   * @param judged the series that the requirement is judged by
   */
  static Optional<Series> leftOut(
      Requirement requirement, List<Series> judged, List<Series> measured) {
    Metric metric = requirement.metric();
    boolean ofScore = metric.measure().equals(Metric.SCORE) || metric.isPercentile();
    if (!ofScore && !metric.isOfProfiler()) {
      return Optional.empty();
    }
    return of(Metric.SCORE, about(requirement, measured)).stream()
        .filter(one -> judged.stream().noneMatch(other -> other.key().equals(one.key())))
        .filter(one -> ofScore || isCounted(one.benchmark(), judged))
        .findFirst();
  }

  private static boolean isCounted(String benchmark, List<Series> judged) {
    return judged.stream().anyMatch(one -> one.benchmark().equals(benchmark));
  }

  private static List<Series> about(Requirement requirement, List<Series> measured) {
    return measured.stream()
        .filter(one -> requirement.isAbout(one.benchmark(), one.params()))
        .toList();
  }

  private static List<Series> of(String measure, List<Series> measured) {
    return measured.stream().filter(one -> one.measure().equals(measure)).toList();
  }

  private static boolean isAlike(Series one, Series other) {
    return one.key().equals(other.key()) && one.mode().equals(other.mode());
  }
}
