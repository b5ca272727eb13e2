package dev.arborist.domain.validation.report;

import dev.arborist.domain.validation.complexity.PowerFit;
import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.requirement.Metric;
import dev.arborist.domain.validation.sample.Series;
import dev.arborist.domain.validation.statistics.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the benchmarks that were run at several sizes and fits their growth. */
final class ScalingAnalysis {

  private static final int SIZES_MIN = 3;

  private ScalingAnalysis() {}

  /**
   * The growth of every benchmark of which exactly one numeric parameter took three values or more.
   */
  static List<Scaling> of(List<Series> measured) {
    Map<String, List<Series>> byBenchmark =
        measured.stream()
            .filter(series -> series.measure().equals(Metric.SCORE))
            .filter(series -> series.dimension() == Dimension.TIME)
            .collect(
                Collectors.groupingBy(
                    series -> series.benchmark() + " " + series.mode(),
                    TreeMap::new,
                    Collectors.toList()));
    List<Scaling> scalings = new ArrayList<>();
    byBenchmark.forEach(
        (group, series) -> {
          String benchmark = series.get(0).benchmark();
          List<String> varying = varyingParameters(series);
          if (varying.size() == 1 && isEnough(series, varying.get(0))) {
            scalings.add(fit(benchmark, varying.get(0), series));
          }
        });
    return scalings;
  }

  private static List<String> varyingParameters(List<Series> series) {
    Map<String, SortedSet<String>> values = new TreeMap<>();
    for (Series one : series) {
      one.params()
          .forEach((name, value) -> values.computeIfAbsent(name, n -> new TreeSet<>()).add(value));
    }
    return values.entrySet().stream()
        .filter(entry -> entry.getValue().size() > 1)
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * At three sizes or more, with more launches than the curve has parameters, each a positive time.
   */
  private static boolean isEnough(List<Series> series, String parameter) {
    long sizes = series.stream().map(one -> one.params().get(parameter)).distinct().count();
    long launches = series.stream().mapToLong(one -> one.launches().size()).sum();
    return sizes >= SIZES_MIN
        && launches >= PowerFit.OBSERVATIONS_MIN
        && series.stream().allMatch(one -> isSize(one.params().get(parameter)))
        && series.stream()
            .flatMap(one -> one.launches().stream())
            .flatMap(List::stream)
            .allMatch(value -> value > 0);
  }

  private static boolean isSize(@Nullable String value) {
    return value != null && value.matches("[1-9][0-9]{0,17}");
  }

  private static Scaling fit(String benchmark, String parameter, List<Series> series) {
    List<Double> sizes = new ArrayList<>();
    List<Double> costs = new ArrayList<>();
    SortedSet<Long> different = new TreeSet<>();
    for (Series one : series) {
      long size = Long.parseLong(Objects.requireNonNull(one.params().get(parameter)));
      different.add(size);
      for (List<Double> launch : one.launches()) {
        sizes.add((double) size);
        costs.add(Summary.of(launch).mean());
      }
    }
    PowerFit fit = PowerFit.of(array(sizes), array(costs));
    return new Scaling(benchmark, parameter, List.copyOf(different), costs.size(), fit);
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
