package dev.arborist.adapters.render.report;

import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.requirement.Quantity;
import dev.arborist.domain.validation.requirement.Unit;
import dev.arborist.domain.validation.sample.Series;
import dev.arborist.domain.validation.statistics.Outliers;
import dev.arborist.domain.validation.statistics.Summary;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * One benchmark of one run, as a line of a table.
 *
 * @param run the run
 * @param series the benchmark's score
 * @param launches the launches' means, described
 */
record BenchmarkRow(BenchmarkTable.Run run, Series series, Summary launches) {

  private static final double NANOS_PER_SECOND = 1e9;

  /** The parameters in one text. */
  String params() {
    return series.params().entrySet().stream()
        .map(param -> param.getKey() + "=" + param.getValue())
        .collect(Collectors.joining(" "));
  }

  /** What a column shows; nothing where it has no number. */
  String cell(BenchmarkColumn column) {
    OptionalDouble value = value(column);
    if (value.isEmpty()) {
      return "";
    }
    double number = value.getAsDouble();
    return switch (column) {
      case MIN, MAX, MEAN, STDDEV, MEDIAN, IQR, Q1, Q3, P50, P95, P99 ->
          Figures.quantity(number, series).toString();
      case OPS -> new Quantity(number, Unit.NONE).toString();
      case ALLOC -> Quantity.ofKept(number, Dimension.SIZE).toString();
      case LAUNCHES, ITERATIONS -> String.valueOf((long) number);
      case OUTLIERS -> outliers();
    };
  }

  private String outliers() {
    Outliers outliers = outliersOf();
    int severe = outliers.severeLow() + outliers.severeHigh();
    return (outliers.count() - severe) + ";" + severe;
  }

  private Outliers outliersOf() {
    return Outliers.of(
        series.launches().stream().map(launch -> Summary.of(launch).mean()).toList());
  }

  /** The number of a column; nothing where there is none, or none that is finite. */
  OptionalDouble value(BenchmarkColumn column) {
    OptionalDouble value = described(column);
    return value.isPresent() && Double.isFinite(value.getAsDouble())
        ? value
        : OptionalDouble.empty();
  }

  private OptionalDouble described(BenchmarkColumn column) {
    return switch (column) {
      case MIN -> OptionalDouble.of(launches.min());
      case MAX -> OptionalDouble.of(launches.max());
      case MEAN -> OptionalDouble.of(launches.mean());
      case STDDEV -> OptionalDouble.of(launches.stddev());
      case MEDIAN -> OptionalDouble.of(launches.median());
      case IQR -> OptionalDouble.of(launches.q3() - launches.q1());
      case Q1 -> OptionalDouble.of(launches.q1());
      case Q3 -> OptionalDouble.of(launches.q3());
      case OUTLIERS ->
          Double.isFinite(launches.min()) && Double.isFinite(launches.max())
              ? OptionalDouble.of(outliersOf().count())
              : OptionalDouble.empty();
      case OPS -> operations();
      case LAUNCHES -> OptionalDouble.of(launches.n());
      case ITERATIONS -> OptionalDouble.of(series.launches().stream().mapToInt(List::size).sum());
      case P50, P95, P99 -> other(column.word());
      case ALLOC -> other("bytesPerOp");
    };
  }

  private OptionalDouble operations() {
    double mean = launches.mean();
    return switch (series.dimension()) {
      case TIME -> OptionalDouble.of(NANOS_PER_SECOND / mean);
      case RATE -> OptionalDouble.of(mean);
      case SIZE, SHARE, NUMBER -> OptionalDouble.empty();
    };
  }

  /** The mean of what else was measured of the same benchmark. */
  private OptionalDouble other(String measure) {
    return run.verdict().series().stream()
        .filter(one -> one.measure().equals(measure))
        .filter(one -> one.key().equals(series.key()))
        .filter(one -> one.mode().equals(series.mode()))
        .mapToDouble(one -> Figures.launches(one).mean())
        .findFirst();
  }
}
