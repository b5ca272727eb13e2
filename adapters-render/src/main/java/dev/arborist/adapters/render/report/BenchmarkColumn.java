package dev.arborist.adapters.render.report;

import dev.arborist.domain.validation.requirement.InvalidRequirementException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a table shows of a benchmark, beside its name. */
public enum BenchmarkColumn {
  /** The least of the launches' means. */
  MIN,
  /** The greatest of the launches' means. */
  MAX,
  /** The mean of the launches' means. */
  MEAN,
  /** The standard deviation of the launches' means. */
  STDDEV,
  /** The median of the launches' means. */
  MEDIAN,
  /** The distance between the quartiles. */
  IQR,
  /** The first quartile. */
  Q1,
  /** The third quartile. */
  Q3,
  /** How many launches lie beyond 1.5 and beyond 3 times that distance from the quartiles. */
  OUTLIERS,
  /** Operations a second. */
  OPS,
  /** How many JVMs measured. */
  LAUNCHES,
  /** How many values all launches gave. */
  ITERATIONS,
  /** The median of single operations. */
  P50,
  /** What 95 of 100 operations keep to. */
  P95,
  /** What 99 of 100 operations keep to. */
  P99,
  /** Bytes allocated by an operation. */
  ALLOC;

  /** The columns of a table unless others are asked for. */
  public static final List<BenchmarkColumn> DEFAULT =
      List.of(LAUNCHES, MEAN, MEDIAN, MIN, MAX, STDDEV, OUTLIERS);

  /** The word that people ask for the column by. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The heading of the column. */
  String heading() {
    return switch (this) {
      case MIN -> "Min";
      case MAX -> "Max";
      case MEAN -> "Mean";
      case STDDEV -> "Std dev";
      case MEDIAN -> "Median";
      case IQR -> "IQR";
      case Q1 -> "Q1";
      case Q3 -> "Q3";
      case OUTLIERS -> "Outliers";
      case OPS -> "Ops/s";
      case LAUNCHES -> "Launches";
      case ITERATIONS -> "Iterations";
      case P50 -> "p50";
      case P95 -> "p95";
      case P99 -> "p99";
      case ALLOC -> "Alloc/op";
    };
  }

  /**
   * Reads a column's word.
   *
   * @throws InvalidRequirementException when there is no such column; the message lists them
   */
  public static BenchmarkColumn parse(String text) {
    return Arrays.stream(values())
        .filter(column -> column.word().equals(text.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidRequirementException(
                    "'"
                        + text
                        + "' is not a column: use "
                        + Arrays.stream(values())
                            .map(BenchmarkColumn::word)
                            .collect(Collectors.joining(", "))));
  }
}
