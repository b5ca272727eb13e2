package dev.arborist.domain.validation.sample;

import dev.arborist.domain.validation.requirement.Dimension;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Everything that was measured of one thing: the values of each iteration of each launch.
 *
 * <p>The launch, one JVM, is the unit of all statistics: iterations of one launch resemble each
 * other more than the launches do, so values of several launches are never pooled.
 *
 * @param benchmark the whole name of the benchmark
 * @param params its parameters
 * @param measure what was measured: {@code score} for the benchmark's own time or rate, else the
 *     name of a metric
 * @param mode how JMH measured it, such as {@code avgt}; empty when it was not JMH
 * @param dimension what the values are: times in ns, sizes in B, rates in ops/s, shares in %
 * @param launches the values of each launch, in the order they were taken
 */
public record Series(
    String benchmark,
    SortedMap<String, String> params,
    String measure,
    String mode,
    Dimension dimension,
    List<List<Double>> launches) {

  /** Keeps its own copy of everything. */
  public Series {
    params = Collections.unmodifiableSortedMap(new TreeMap<>(params));
    launches = launches.stream().map(List::copyOf).toList();
  }

  /** What was launched. */
  public SeriesKey key() {
    return new SeriesKey(benchmark, params);
  }

  /** The last two segments of the name, as reports show it. */
  public String shortName() {
    int method = benchmark.lastIndexOf('.');
    int type = method < 0 ? -1 : benchmark.lastIndexOf('.', method - 1);
    return benchmark.substring(type + 1);
  }

  /** The short name and the parameters, such as {@code TreeBenchmark.layout tasks=100}. */
  public String title() {
    String shown =
        params.entrySet().stream()
            .map(param -> " " + param.getKey() + "=" + param.getValue())
            .collect(Collectors.joining());
    return shortName() + shown;
  }
}
