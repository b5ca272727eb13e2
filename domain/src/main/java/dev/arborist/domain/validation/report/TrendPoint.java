package dev.arborist.domain.validation.report;

import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.statistics.Summary;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One run's measurement of one thing, as a point of its history.
 *
 * @param run the run
 * @param benchmark the whole name of the benchmark
 * @param params its parameters
 * @param measure what was measured, as in {@link
 *     dev.arborist.domain.validation.sample.Series#measure}
 * @param mode how JMH measured it; empty when it was not JMH
 * @param dimension what the values are
 * @param launches the launches' means, described
 */
public record TrendPoint(
    RunId run,
    String benchmark,
    SortedMap<String, String> params,
    String measure,
    String mode,
    Dimension dimension,
    Summary launches) {

  /** Keeps its own copy of the parameters. */
  public TrendPoint {
    params = Collections.unmodifiableSortedMap(new TreeMap<>(params));
  }
}
