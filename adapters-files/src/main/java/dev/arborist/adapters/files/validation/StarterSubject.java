package dev.arborist.adapters.files.validation;

import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.requirement.Metric;
import dev.arborist.domain.validation.requirement.Metric.Kind;
import dev.arborist.domain.validation.requirement.Quantity;
import dev.arborist.domain.validation.requirement.Requirement;
import dev.arborist.domain.validation.requirement.WhenInconclusive;
import dev.arborist.domain.validation.sample.Series;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * What one requirement to start from is about.
 *
 * @param benchmark the benchmark's whole name
 * @param params its parameters
 * @param metric what is limited
 * @param dimension what the limit is: a benchmark may have been measured as a time and as a rate
 */
record StarterSubject(
    String benchmark, SortedMap<String, String> params, Metric metric, Dimension dimension) {

  /** What a series is about; nothing when it is not something to begin with a limit of. */
  static Optional<StarterSubject> of(Series series) {
    Dimension dimension = series.dimension();
    boolean limited =
        switch (series.measure()) {
          case Metric.SCORE -> dimension == Dimension.TIME || dimension == Dimension.RATE;
          case "p99" -> dimension == Dimension.TIME;
          case "bytesPerOp" -> dimension == Dimension.SIZE;
          default -> false;
        };
    if (!limited) {
      return Optional.empty();
    }
    String metric = series.measure().equals(Metric.SCORE) ? "mean" : series.measure();
    return Optional.of(
        new StarterSubject(series.benchmark(), series.params(), Metric.parse(metric), dimension));
  }

  boolean isRate() {
    return dimension == Dimension.RATE;
  }

  boolean isWritable(String name) {
    return TomlText.isWritable(name)
        && params.entrySet().stream()
            .allMatch(
                one -> TomlText.isWritable(one.getKey()) && TomlText.isWritable(one.getValue()));
  }

  /** Everything that a requirement of that name will be judged by, the other modes too. */
  List<Series> judgedBy(String name, Map<String, List<Series>> byBenchmark) {
    Requirement draft =
        new Requirement(
            "draft",
            "draft",
            name,
            params,
            metric,
            new Quantity(1, Quantity.ofKept(1, dimension).unit()),
            null,
            WhenInconclusive.FAIL);
    return byBenchmark.entrySet().stream()
        .filter(entry -> draft.isAboutName(entry.getKey()))
        .flatMap(entry -> entry.getValue().stream())
        .filter(series -> draft.isAbout(series.benchmark(), series.params()))
        .filter(series -> series.measure().equals(metric.measure()))
        .filter(series -> series.dimension() == dimension)
        .toList();
  }

  String title(String name, String limit) {
    String about = described(name);
    if (metric.kind() == Kind.P99) {
      return "99 of 100 operations of " + about + " take at most " + limit;
    }
    if (metric.kind() == Kind.BYTES_PER_OP) {
      return about + " allocates at most " + limit + " an operation";
    }
    return about + (isRate() ? " reaches at least " : " takes at most ") + limit;
  }

  /** The name and the parameters, in one line that hides nothing. */
  String described(String name) {
    return TomlText.shown(
        name
            + (params.isEmpty() ? "" : " with ")
            + params.entrySet().stream()
                .map(param -> param.getKey() + "=" + param.getValue())
                .collect(Collectors.joining(" and ")));
  }
}
