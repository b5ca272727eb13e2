package dev.arborist.domain.validation.report;

import dev.arborist.domain.validation.complexity.Cliff;
import dev.arborist.domain.validation.complexity.CostsBySize;
import dev.arborist.domain.validation.complexity.Growth;
import dev.arborist.domain.validation.complexity.PowerFit;
import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.requirement.Metric;
import dev.arborist.domain.validation.sample.Series;
import dev.arborist.domain.validation.statistics.Summary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the benchmarks that were run at several sizes and fits their growth.
 *
 * <p>A parameter gives a size when all its values are whole numbers from 1, of 15 digits at most
 * (which a double tells apart), and there are three or more. Growth is fitted with all other
 * parameters held fixed: a benchmark that ran with three shapes at six sizes has three scalings,
 * and one with two such parameters has scalings by each.
 */
final class ScalingAnalysis {

  private ScalingAnalysis() {}

  /** The growth of every benchmark that ran at three sizes or more, alike in all else. */
  static List<Scaling> of(List<Series> measured) {
    return of(measured, JudgeRules.ONE_LOOK.confidence());
  }

  /**
   * The same with other intervals.
   *
   * @param confidence of each end of an exponent's interval
   */
  static List<Scaling> of(List<Series> measured, double confidence) {
    List<Scaling> scalings = new ArrayList<>();
    Collection<List<Series>> byBenchmark =
        grouped(
            measured.stream()
                .filter(series -> series.measure().equals(Metric.SCORE))
                .filter(series -> series.dimension() == Dimension.TIME)
                .toList(),
            series -> List.of(series.benchmark(), series.mode()).toString());
    for (List<Series> benchmark : byBenchmark) {
      for (String parameter : sizeParameters(benchmark)) {
        List<Series> sized =
            benchmark.stream().filter(one -> one.params().containsKey(parameter)).toList();
        for (List<Series> alike : grouped(sized, one -> others(one, parameter).toString())) {
          if (isEnough(alike, parameter)) {
            scalings.add(fit(parameter, alike, confidence));
          }
        }
      }
    }
    return scalings;
  }

  /** The groups in the order of their keys. */
  private static Collection<List<Series>> grouped(
      List<Series> series, Function<Series, String> key) {
    return series.stream()
        .collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()))
        .values();
  }

  private static List<String> sizeParameters(List<Series> series) {
    SortedMap<String, SortedSet<String>> values = new TreeMap<>();
    for (Series one : series) {
      one.params()
          .forEach((name, value) -> values.computeIfAbsent(name, n -> new TreeSet<>()).add(value));
    }
    return values.entrySet().stream()
        .filter(entry -> entry.getValue().size() >= CostsBySize.SIZES_MIN)
        .filter(entry -> entry.getValue().stream().allMatch(ScalingAnalysis::isSize))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean isSize(String value) {
    return value.matches("[1-9][0-9]{0,14}");
  }

  private static SortedMap<String, String> others(Series series, String parameter) {
    SortedMap<String, String> others = new TreeMap<>(series.params());
    others.remove(parameter);
    return others;
  }

  /** At three sizes or more, with more launches than a curve has parameters, each positive. */
  private static boolean isEnough(List<Series> series, String parameter) {
    long sizes = series.stream().map(one -> size(one, parameter)).distinct().count();
    long launches = series.stream().mapToLong(one -> one.launches().size()).sum();
    return sizes >= CostsBySize.SIZES_MIN
        && launches >= CostsBySize.OBSERVATIONS_MIN
        && series.stream()
            .flatMap(one -> one.launches().stream())
            .flatMap(List::stream)
            .allMatch(value -> value > 0 && !Double.isInfinite(value));
  }

  private static long size(Series series, String parameter) {
    @Nullable String value = series.params().get(parameter);
    return Long.parseLong(Objects.requireNonNull(value));
  }

  private static Scaling fit(String parameter, List<Series> series, double confidence) {
    SortedMap<Long, List<Double>> bySize = new TreeMap<>();
    for (Series one : series) {
      List<Double> values = bySize.computeIfAbsent(size(one, parameter), n -> new ArrayList<>());
      for (List<Double> launch : one.launches()) {
        values.add(Summary.of(launch).mean());
      }
    }
    List<ScalingPoint> points = new ArrayList<>();
    bySize.forEach((size, values) -> points.add(new ScalingPoint(size, values)));
    CostsBySize costs = costs(points);
    PowerFit fit = PowerFit.of(costs, confidence);
    return new Scaling(
        series.get(0).benchmark(),
        parameter,
        others(series.get(0), parameter),
        points,
        fit,
        Growth.of(costs, fit),
        Cliff.in(costs));
  }

  private static CostsBySize costs(List<ScalingPoint> points) {
    List<Double> sizes = new ArrayList<>();
    List<Double> costs = new ArrayList<>();
    for (ScalingPoint point : points) {
      for (double value : point.launchValues()) {
        sizes.add((double) point.size());
        costs.add(value);
      }
    }
    return CostsBySize.of(array(sizes), array(costs));
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
