package dev.arborist.domain.validation.report;

import dev.arborist.domain.validation.requirement.Metric.Kind;
import dev.arborist.domain.validation.requirement.Requirement;
import dev.arborist.domain.validation.sample.Series;
import dev.arborist.domain.validation.statistics.LaunchBounds;
import dev.arborist.domain.validation.statistics.Summary;
import java.util.List;
import java.util.Optional;

/**
 * Judges requirements by measurements; a requirement that nothing was measured for fails.
 *
 * <p>A requirement about several parameter values is judged by each and keeps the worst. Stateless.
 */
public final class Judge {

  private final List<Series> measured;
  private final List<Scaling> scalings;

  /** A judge over these measurements. */
  public Judge(List<Series> measured) {
    this.measured = List.copyOf(measured);
    scalings = ScalingAnalysis.of(measured);
  }

  /** The growth of every benchmark that ran at three sizes or more. */
  public List<Scaling> scalings() {
    return scalings;
  }

  /** What the measurements say about a requirement. */
  public Judgement judge(Requirement requirement) {
    if (requirement.metric().kind() == Kind.EXPONENT) {
      return exponent(requirement);
    }
    return measured.stream()
        .filter(series -> requirement.isAbout(series.benchmark(), series.params()))
        .filter(series -> series.measure().equals(requirement.metric().measure()))
        .map(series -> judge(requirement, series))
        .reduce(Judge::worse)
        .orElseGet(() -> nothing(requirement, "nothing was measured"));
  }

  private static Judgement worse(Judgement one, Judgement other) {
    if (one.outcome() != other.outcome()) {
      return severity(one) >= severity(other) ? one : other;
    }
    return one.margin() <= other.margin() ? one : other;
  }

  private static int severity(Judgement judgement) {
    return switch (judgement.outcome()) {
      case PASS -> 0;
      case INCONCLUSIVE -> 1;
      case FAIL -> 2;
    };
  }

  private static Judgement judge(Requirement requirement, Series series) {
    if (series.dimension() != requirement.limit().unit().dimension()) {
      return nothing(
          requirement,
          "the benchmark measures "
              + series.dimension().example()
              + ", which the limit '"
              + requirement.limit()
              + "' cannot be compared with");
    }
    return switch (requirement.metric().kind()) {
      case MEAN, BYTES_PER_OP, RETAINED, PEAK_RSS ->
          bounded(requirement, launchValues(series, Kind.MEAN));
      case MEDIAN -> bounded(requirement, launchValues(series, Kind.MEDIAN));
      case MAX, GROWTH, PASS_RATE, COUNTER -> observed(requirement, series);
      case P50, P95, P99 ->
          nothing(
              requirement,
              "the benchmark was run in mode '" + series.mode() + "', which has no percentiles");
      case EXPONENT -> throw new IllegalStateException("exponents are judged by their fit");
    };
  }

  private static List<Double> launchValues(Series series, Kind kind) {
    return series.launches().stream()
        .map(Summary::of)
        .map(summary -> kind == Kind.MEDIAN ? summary.median() : summary.mean())
        .toList();
  }

  private static Judgement bounded(Requirement requirement, List<Double> launchValues) {
    LaunchBounds bounds = LaunchBounds.of(launchValues, LaunchBounds.CONFIDENCE);
    boolean larger = requirement.largerIsBetter();
    double near = larger ? bounds.lower() : bounds.upper();
    double far = larger ? bounds.upper() : bounds.lower();
    String reason = launchValues.size() == 1 ? "single launch" : "Student's t, one-sided 99 %";
    return new Judgement(
        requirement,
        outcome(requirement, near, far),
        bounds.estimate(),
        near,
        launchValues.size(),
        reason);
  }

  private static Judgement observed(Requirement requirement, Series series) {
    Summary all = Summary.of(series.launches().stream().flatMap(List::stream).toList());
    double worst = requirement.largerIsBetter() ? all.min() : all.max();
    return new Judgement(
        requirement,
        outcome(requirement, worst, worst),
        worst,
        worst,
        series.launches().size(),
        "worst value observed");
  }

  private Judgement exponent(Requirement requirement) {
    Optional<Scaling> scaling =
        scalings.stream().filter(one -> requirement.isAboutName(one.benchmark())).findFirst();
    if (scaling.isEmpty()) {
      return nothing(requirement, "it was not measured at three sizes or more");
    }
    var fit = scaling.get().fit();
    return new Judgement(
        requirement,
        outcome(requirement, fit.upper(), fit.lower()),
        fit.exponent(),
        fit.upper(),
        launches(scaling.get()),
        "profile likelihood, one-sided 99 %");
  }

  private int launches(Scaling scaling) {
    return measured.stream()
        .filter(series -> series.benchmark().equals(scaling.benchmark()))
        .mapToInt(series -> series.launches().size())
        .sum();
  }

  private static Outcome outcome(Requirement requirement, double near, double far) {
    if (keeps(requirement, near)) {
      return Outcome.PASS;
    }
    return keeps(requirement, far) ? Outcome.INCONCLUSIVE : Outcome.FAIL;
  }

  private static boolean keeps(Requirement requirement, double value) {
    double limit = requirement.limit().kept();
    return requirement.largerIsBetter() ? value >= limit : value <= limit;
  }

  private static Judgement nothing(Requirement requirement, String reason) {
    return new Judgement(requirement, Outcome.FAIL, null, null, 0, reason);
  }
}
