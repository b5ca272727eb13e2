package dev.arborist.domain.validation.report;

import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.requirement.Metric.Kind;
import dev.arborist.domain.validation.requirement.Requirement;
import dev.arborist.domain.validation.requirement.Yardstick;
import dev.arborist.domain.validation.sample.Series;
import java.util.ArrayList;
import java.util.List;

/**
 * How many times another benchmark's value a benchmark's is, launch by launch.
 *
 * <p>Launches go round the benchmarks, so the i-th launches of two benchmarks ran within a minute
 * or two of each other: what slows the machine for longer slows both, and their ratio keeps.
 */
final class Ratios {

  private static final double PERCENT = 100;

  /** Two series that cannot be compared. */
  static final class Incomparable extends RuntimeException {

    private final String reason;

    Incomparable(String reason) {
      super(reason);
      this.reason = reason;
    }

    String reason() {
      return reason;
    }
  }

  private Ratios() {}

  /**
   * The ratios of a series to its yardstick, one a launch, in the dimension of the limit.
   *
   * @throws Incomparable when the yardstick was not measured alike
   */
  static Series of(
      Requirement requirement, Series series, Yardstick yardstick, List<Series> measured) {
    if (series.dimension() == Dimension.RATE) {
      throw new Incomparable("rates are not compared: measure a time");
    }
    Kind kind = requirement.metric().kind();
    List<Double> values = LaunchValues.of(series, kind);
    List<Double> others = LaunchValues.of(find(series, yardstick, measured), kind);
    Dimension dimension = requirement.limit().unit().dimension();
    double factor = dimension == Dimension.SHARE ? PERCENT : 1;
    List<List<Double>> ratios = new ArrayList<>();
    int pairs = Math.min(values.size(), others.size()); // one may have been launched more often
    for (int i = 0; i < pairs; i++) {
      if (!(others.get(i) > 0)) {
        throw new Incomparable(yardstick.benchmark() + " was measured as " + others.get(i));
      }
      ratios.add(List.of(factor * values.get(i) / others.get(i)));
    }
    return new Series(
        series.benchmark(), series.params(), series.measure(), series.mode(), dimension, ratios);
  }

  private static Series find(Series series, Yardstick yardstick, List<Series> measured) {
    List<Series> found =
        measured.stream()
            .filter(one -> yardstick.isAbout(one.benchmark(), one.params(), series.params()))
            .filter(one -> one.measure().equals(series.measure()))
            .filter(one -> one.mode().equals(series.mode()))
            .filter(one -> one.dimension() == series.dimension())
            .toList();
    if (found.size() != 1) {
      throw new Incomparable(
          yardstick.benchmark()
              + (found.isEmpty() ? " was not measured" : " was measured more than once")
              + " in the same way and with the same parameters");
    }
    return found.get(0);
  }
}
