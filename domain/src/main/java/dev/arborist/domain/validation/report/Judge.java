package dev.arborist.domain.validation.report;

import dev.arborist.domain.validation.complexity.GrowthClass;
import dev.arborist.domain.validation.leak.LeakFinding;
import dev.arborist.domain.validation.leak.LeakTest;
import dev.arborist.domain.validation.leak.Suspect;
import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.requirement.Metric;
import dev.arborist.domain.validation.requirement.Metric.Kind;
import dev.arborist.domain.validation.requirement.Quantity;
import dev.arborist.domain.validation.requirement.Requirement;
import dev.arborist.domain.validation.requirement.Unit;
import dev.arborist.domain.validation.requirement.Yardstick;
import dev.arborist.domain.validation.sample.Series;
import dev.arborist.domain.validation.sample.SeriesKey;
import dev.arborist.domain.validation.statistics.LaunchBounds;
import dev.arborist.domain.validation.statistics.Summary;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Judges requirements by measurements; a requirement that nothing was measured for fails.
 *
 * <p>A requirement about several parameter values is judged by each and keeps the worst. Stateless.
 */
public final class Judge {

  private static final double PERCENT = 100;
  private static final int SUSPECTS_SHOWN = 3;

  private final List<Series> measured;
  private final JudgeRules rules;
  private final List<Scaling> scalings;
  private final List<LeakReport> leaks;

  /** A judge over these measurements. */
  public Judge(List<Series> measured, JudgeRules rules) {
    this(measured, new TreeMap<>(), rules);
  }

  /**
   * A judge over these measurements.
   *
   * @param suspects the classes whose objects grew, by what was repeated
   */
  public Judge(
      List<Series> measured, SortedMap<SeriesKey, List<Suspect>> suspects, JudgeRules rules) {
    this.measured = List.copyOf(measured);
    this.rules = rules;
    leaks = LeakAnalysis.of(measured, suspects);
    scalings = ScalingAnalysis.of(measured);
  }

  /** The growth of every benchmark that ran at three sizes or more. */
  public List<Scaling> scalings() {
    return scalings;
  }

  /** Whether what was repeated in batches keeps memory. */
  public List<LeakReport> leaks() {
    return leaks;
  }

  /** What the measurements say about a requirement. */
  public Judgement judge(Requirement requirement) {
    List<Series> about = about(requirement);
    if (about.isEmpty()) {
      return nothing(requirement, reasonForNothing(requirement));
    }
    if (requirement.yardstick() != null) {
      return comparable(about, requirement.yardstick()).stream()
          .map(series -> relative(requirement, series, requirement.yardstick()))
          .reduce(Judge::worse)
          .orElseThrow();
    }
    if (requirement.metric().kind() == Kind.EXPONENT) {
      return exponents(requirement, about);
    }
    if (requirement.metric().kind() == Kind.LEAK) {
      return leaks(requirement, about);
    }
    return about.stream()
        .filter(series -> series.dimension() == requirement.limit().unit().dimension())
        .map(series -> judge(requirement, series))
        .reduce(Judge::worse)
        .orElseGet(() -> nothing(requirement, "the benchmark measures what the limit does not"));
  }

  /** Every time that the requirement is about must belong to a curve: none is left out. */
  private static Judgement exponents(Requirement requirement, List<Series> about) {
    List<Scaling> curves = ScalingAnalysis.of(about);
    for (Series series : about) {
      if (series.dimension() == Dimension.TIME
          && curves.stream().noneMatch(curve -> curve.holds(series.key()))) {
        return nothing(
            requirement,
            series.title() + " was not measured often enough at three sizes or more, as a time");
      }
    }
    return curves.stream()
        .map(curve -> exponent(requirement, curve))
        .reduce(Judge::worse)
        .orElseGet(() -> nothing(requirement, "no time was measured at three sizes or more"));
  }

  /** Everything of which live bytes were measured must have been judged. */
  private Judgement leaks(Requirement requirement, List<Series> about) {
    for (Series live : about) {
      if (leaks.stream().noneMatch(one -> one.operation().equals(live.key()))) {
        return nothing(
            requirement,
            live.title()
                + " was not measured in "
                + LeakTest.LEAST_BATCHES
                + " batches or more with rising operations, as a leak needs");
      }
    }
    return leaks.stream()
        .filter(one -> requirement.isAbout(one.operation().benchmark(), one.operation().params()))
        .map(one -> leak(requirement, one))
        .reduce(Judge::worse)
        .orElseGet(() -> nothing(requirement, "no live bytes were measured"));
  }

  /** Of single operations the greatest was kept where there is a series of them. */
  private List<Series> about(Requirement requirement) {
    List<Series> found = about(requirement, requirement.metric().measureOfOperations());
    return found.isEmpty() ? about(requirement, requirement.metric().measure()) : found;
  }

  private List<Series> about(Requirement requirement, String measure) {
    return measured.stream()
        .filter(series -> series.measure().equals(measure))
        .filter(series -> requirement.isAbout(series.benchmark(), series.params()))
        .toList();
  }

  private String reasonForNothing(Requirement requirement) {
    return measured.stream()
        .filter(series -> requirement.isAbout(series.benchmark(), series.params()))
        .filter(series -> requirement.metric().isPercentile())
        .filter(series -> series.measure().equals(Metric.SCORE))
        .map(series -> "no percentile was measured, only mode '" + series.mode() + "'")
        .findFirst()
        .orElse("nothing was measured");
  }

  /** Times whose yardstick was measured in the same mode; all when there are none such. */
  private List<Series> comparable(List<Series> about, Yardstick yardstick) {
    List<Series> found =
        about.stream()
            .filter(series -> series.dimension() != Dimension.RATE)
            .filter(
                series ->
                    measured.stream()
                        .filter(one -> one.mode().equals(series.mode()))
                        .anyMatch(one -> yardstick.isAboutName(one.benchmark())))
            .toList();
    return found.isEmpty() ? about : found;
  }

  private Judgement relative(Requirement requirement, Series series, Yardstick yardstick) {
    try {
      return judge(requirement, Ratios.of(requirement, series, yardstick, measured));
    } catch (Ratios.Incomparable e) {
      return nothing(requirement, e.reason());
    }
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

  private Judgement judge(Requirement requirement, Series series) {
    if (!series.launches().stream().flatMap(List::stream).allMatch(Double::isFinite)) {
      return nothing(requirement, "a value that was measured is no number");
    }
    return switch (requirement.metric().kind()) {
      case MEAN, P50, P95, P99, BYTES_PER_OP, RETAINED, PEAK_RSS, RATIO, STAGE, LIVE ->
          bounded(requirement, series, Kind.MEAN);
      case MEDIAN -> bounded(requirement, series, Kind.MEDIAN);
      case MAX, GROWTH, PASS_RATE, COUNTER, OPERATIONS -> observed(requirement, series);
      case LEAK, EXPONENT ->
          throw new IllegalStateException("this is judged by its trend, not by its values");
    };
  }

  private String method(int launches) {
    String confidence = new Quantity(rules.confidence() * PERCENT, Unit.PERCENT).toString();
    return launches == 1
        ? "single launch, launches assumed to spread by " + rules.singleLaunchLogSd()
        : "Student's t, one-sided " + confidence;
  }

  /**
   * Sizes that have no logarithm, such as no allocation at all, are compared as observed. A launch
   * that took no time has measured nothing.
   */
  private Judgement bounded(Requirement requirement, Series series, Kind kind) {
    List<Double> launchValues = LaunchValues.of(series, kind);
    if (launchValues.stream().anyMatch(value -> value <= 0)) {
      return series.dimension() == Dimension.SIZE
          ? observed(requirement, series)
          : nothing(requirement, "a launch measured nothing: " + series.title());
    }
    LaunchBounds bounds =
        LaunchBounds.of(launchValues, rules.confidence(), rules.singleLaunchLogSd());
    boolean larger = requirement.largerIsBetter();
    double near = larger ? bounds.lower() : bounds.upper();
    double far = larger ? bounds.upper() : bounds.lower();
    return new Judgement(
        requirement,
        outcome(requirement, near, far),
        bounds.estimate(),
        near,
        bounds.detectable(),
        launchValues.size(),
        method(launchValues.size()));
  }

  private static Judgement observed(Requirement requirement, Series series) {
    Summary all = Summary.of(series.launches().stream().flatMap(List::stream).toList());
    double worst = requirement.largerIsBetter() ? all.min() : all.max();
    return new Judgement(
        requirement,
        outcome(requirement, worst, worst),
        worst,
        worst,
        null,
        series.launches().size(),
        "worst value observed");
  }

  /** A cost that is shown not to grow has the exponent 0: its curve fits with any k. */
  private static Judgement exponent(Requirement requirement, Scaling scaling) {
    if (scaling.growth().named() == GrowthClass.CONSTANT) {
      Outcome outcome = outcome(requirement, 0, 0);
      return new Judgement(
          requirement, outcome, 0.0, 0.0, null, scaling.launches(), "it does not grow");
    }
    var fit = scaling.fit();
    return new Judgement(
        requirement,
        outcome(requirement, fit.upper(), fit.lower()),
        fit.exponent(),
        fit.upper(),
        null,
        scaling.launches(),
        "profile likelihood, one-sided 99 %");
  }

  /** Only what leaks by its trend is held against the limit; noise may grow faster than that. */
  private static Judgement leak(Requirement requirement, LeakReport report) {
    LeakFinding worst = report.worst();
    boolean beyond = report.leaks() && !keeps(requirement, worst.lower());
    String suspects =
        report.suspects().stream()
            .limit(SUSPECTS_SHOWN)
            .map(Suspect::className)
            .collect(Collectors.joining(", "));
    return new Judgement(
        requirement,
        beyond ? Outcome.FAIL : Outcome.PASS,
        Math.max(0, worst.bytesPerOp()),
        Math.max(0, worst.lower()),
        null,
        report.findings().size(),
        beyond && !suspects.isEmpty()
            ? worst.reason() + "; what grew most: " + suspects
            : worst.reason());
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
    return new Judgement(requirement, Outcome.FAIL, null, null, null, 0, reason);
  }
}
