package dev.arborist.domain.validation.report;

import dev.arborist.domain.validation.requirement.Metric;
import dev.arborist.domain.validation.requirement.Metric.Kind;
import dev.arborist.domain.validation.requirement.Quantity;
import dev.arborist.domain.validation.requirement.Unit;
import dev.arborist.domain.validation.sample.Series;
import dev.arborist.domain.validation.statistics.Modality;
import dev.arborist.domain.validation.statistics.Outliers;
import dev.arborist.domain.validation.statistics.SteadyState;
import dev.arborist.domain.validation.statistics.Summary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.statistics.descriptive.StandardDeviation;

/**
 * What the samples say against themselves: signs that a benchmark's figures would not come out the
 * same again.
 *
 * <p>Each sign is one sentence about all benchmarks that show it, the worst of them by name,
 * however many they are. Values that are no finite numbers, or negative, are not looked at.
 */
public final class SampleWarnings {

  /** The spread of the launches that is worth a warning, as the logarithms' standard deviation. */
  public static final double LEAST_SPREAD = 0.10;

  /** Fewer launches do not show that they are of two kinds. */
  public static final int LAUNCHES_FOR_MODES = 10;

  /** Fewer iterations of a single launch do not show it either. */
  public static final int ITERATIONS_FOR_MODES = 20;

  /**
   * Among fewer launches an outlier means little: of samples of the normal distribution, 14 % of
   * five values have a severe one, and 5 % of ten (20,000 simulated samples each).
   */
  public static final int LAUNCHES_FOR_OUTLIERS = 10;

  /** Fewer values may be the same by chance. */
  public static final int VALUES_FOR_SAMENESS = 3;

  private static final int NAMES_MAX = 3;
  private static final double PERCENT = 100;

  private final List<Series> scores;

  private SampleWarnings(List<Series> scores) {
    this.scores = scores;
  }

  /** A benchmark that shows a sign, how strongly, and what is said of it behind its name. */
  private record Sign(String benchmark, double strength, String note) {

    static Sign of(Series series) {
      return new Sign(series.title(), 0, "");
    }

    static Sign of(Series series, double strength, double share) {
      String sign = share > 0 ? "+" : "";
      String percent = new Quantity(Math.rint(PERCENT * share), Unit.PERCENT).toString();
      return new Sign(series.title(), strength, " (" + sign + percent + ")");
    }
  }

  /** The warnings about the benchmarks among these series, a sentence each; none for rulers. */
  public static List<String> of(List<Series> measured) {
    List<Series> scores =
        measured.stream()
            .filter(series -> series.measure().equals(Metric.SCORE))
            .filter(series -> !series.benchmark().startsWith(RegressionAnalysis.RULERS))
            .filter(SampleWarnings::isUsable)
            .toList();
    return new SampleWarnings(scores).all();
  }

  private static boolean isUsable(Series series) {
    return !series.launches().isEmpty()
        && series.launches().stream().noneMatch(List::isEmpty)
        && series.launches().stream()
            .flatMap(List::stream)
            .allMatch(value -> value >= 0 && Double.isFinite(value));
  }

  private List<String> all() {
    List<String> warnings = new ArrayList<>();
    add(
        "not in a steady state, a longer warm-up would give other values",
        SampleWarnings::drift,
        warnings);
    add(
        "values of more than one kind, which no single figure describes",
        SampleWarnings::modes,
        warnings);
    add("launches far from all others", SampleWarnings::outlier, warnings);
    add(
        "launches spread by more than " + percent(LEAST_SPREAD) + " (standard deviation)",
        SampleWarnings::spread,
        warnings);
    add(
        "a single launch, so it is unknown how far launches differ",
        SampleWarnings::single,
        warnings);
    add(
        "all values are the same, as if nothing or too little was timed",
        SampleWarnings::same,
        warnings);
    return warnings;
  }

  private void add(String what, Function<Series, Optional<Sign>> test, List<String> warnings) {
    List<Sign> signs =
        scores.stream()
            .flatMap(series -> test.apply(series).stream())
            .sorted(Comparator.comparingDouble(Sign::strength).reversed())
            .toList();
    if (!signs.isEmpty()) {
      String names =
          signs.stream()
              .limit(NAMES_MAX)
              .map(sign -> sign.benchmark() + sign.note())
              .collect(Collectors.joining(", "));
      int more = signs.size() - NAMES_MAX;
      warnings.add(
          what
              + ": "
              + (scores.size() == 1 ? "" : signs.size() + " of " + scores.size() + " benchmarks, ")
              + (more > 0 ? "such as " : "")
              + names);
    }
  }

  private static String percent(double share) {
    return new Quantity(PERCENT * share, Unit.PERCENT).toString();
  }

  private static Optional<Sign> drift(Series series) {
    SteadyState state = SteadyState.of(series.launches());
    if (!state.drifting()) {
      return Optional.empty();
    }
    double factor = Math.max(state.drift(), 1 / state.drift());
    return Optional.of(Sign.of(series, factor, state.drift() - 1));
  }

  private static Optional<Sign> modes(Series series) {
    List<Double> values = LaunchValues.of(series, Kind.MEAN);
    if (values.size() == 1) {
      values = series.launches().get(0);
      if (values.size() < ITERATIONS_FOR_MODES) {
        return Optional.empty();
      }
    }
    // Values rounded to a few are no modes.
    boolean coarse = 2 * values.stream().distinct().count() < values.size();
    boolean enough = values.size() >= LAUNCHES_FOR_MODES && !coarse;
    return enough && Modality.of(values).likelyMultimodal()
        ? Optional.of(Sign.of(series))
        : Optional.empty();
  }

  private static Optional<Sign> outlier(Series series) {
    List<Double> values = LaunchValues.of(series, Kind.MEAN);
    if (values.size() < LAUNCHES_FOR_OUTLIERS) {
      return Optional.empty();
    }
    Outliers outliers = Outliers.of(values);
    Summary summary = Summary.of(values);
    double high = outliers.severeHigh() > 0 ? summary.max() / summary.median() : 1;
    double low = outliers.severeLow() > 0 ? summary.min() / summary.median() : 1;
    double furthest = high * low >= 1 ? high : low;
    return Math.abs(furthest - 1) > LEAST_SPREAD
        ? Optional.of(Sign.of(series, Math.max(furthest, 1 / furthest), furthest - 1))
        : Optional.empty();
  }

  private static Optional<Sign> spread(Series series) {
    OptionalDouble spread = logSd(LaunchValues.of(series, Kind.MEAN));
    return spread.isPresent() && spread.getAsDouble() > LEAST_SPREAD
        ? Optional.of(
            new Sign(
                series.title(),
                spread.getAsDouble(),
                " (" + percent(Math.rint(PERCENT * spread.getAsDouble()) / PERCENT) + ")"))
        : Optional.empty();
  }

  private static OptionalDouble logSd(List<Double> values) {
    return values.size() < 2 || values.stream().anyMatch(value -> value <= 0)
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            StandardDeviation.of(values.stream().mapToDouble(StrictMath::log).toArray())
                .getAsDouble());
  }

  private static Optional<Sign> single(Series series) {
    return series.launches().size() == 1 ? Optional.of(Sign.of(series)) : Optional.empty();
  }

  private static Optional<Sign> same(Series series) {
    List<Double> values = series.launches().stream().flatMap(List::stream).toList();
    boolean same = values.size() >= VALUES_FOR_SAMENESS && values.stream().distinct().count() == 1;
    return same ? Optional.of(Sign.of(series)) : Optional.empty();
  }
}
