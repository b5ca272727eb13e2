package dev.arborist.domain.validation.report;

import dev.arborist.domain.validation.complexity.Cliff;
import dev.arborist.domain.validation.complexity.Growth;
import dev.arborist.domain.validation.complexity.PowerFit;
import dev.arborist.domain.validation.sample.SeriesKey;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How one benchmark's time grows with the parameter that gives its size.
 *
 * @param benchmark the whole name of the benchmark
 * @param parameter the parameter that gives the size
 * @param fixed the other parameters, the same at every size
 * @param points what was measured, by ascending size
 * @param fit the curve through them
 * @param growth the name of the curve
 * @param cliffs the steps that the curve does not explain
 */
public record Scaling(
    String benchmark,
    String parameter,
    SortedMap<String, String> fixed,
    List<ScalingPoint> points,
    PowerFit fit,
    Growth growth,
    List<Cliff> cliffs) {

  /** Keeps its own copy of everything. */
  public Scaling {
    fixed = Collections.unmodifiableSortedMap(new TreeMap<>(fixed));
    points = List.copyOf(points);
    cliffs = List.copyOf(cliffs);
  }

  /** The sizes measured, ascending. */
  public List<Long> sizes() {
    return points.stream().map(ScalingPoint::size).toList();
  }

  /** How many launches it rests on. */
  public int launches() {
    return points.stream().mapToInt(point -> point.launchValues().size()).sum();
  }

  /** Whether what was launched is a point of the curve. */
  public boolean holds(SeriesKey launched) {
    SortedMap<String, String> others = new TreeMap<>(launched.params());
    String size = others.remove(parameter);
    return launched.benchmark().equals(benchmark)
        && others.equals(fixed)
        && points.stream().anyMatch(point -> String.valueOf(point.size()).equals(size));
  }

  /** The last segment of the name and what is fixed, such as {@code layout shape=RANDOM}. */
  public String title() {
    return benchmark.substring(benchmark.lastIndexOf('.') + 1)
        + fixed.entrySet().stream()
            .map(param -> " " + param.getKey() + "=" + param.getValue())
            .collect(Collectors.joining());
  }
}
