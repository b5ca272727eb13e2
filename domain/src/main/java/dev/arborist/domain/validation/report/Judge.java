package dev.arborist.domain.validation.report;

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

/**
 * Judges requirements by measurements; a requirement that nothing was measured for fails.
 *
 * <p>A requirement about several parameter values is judged by each and keeps the worst. Stateless.
 */
public final class Judge {

  private static final double PERCENT = 100;

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
      return Judgement.nothing(requirement, reasonForNothing(requirement));
    }
    if (requirement.yardstick() != null) {
      return comparable(about, requirement.yardstick()).stream()
          .map(series -> relative(requirement, series, requirement.yardstick()))
          .reduce(Judgement::worse)
          .orElseThrow();
    }
    if (requirement.metric().kind() == Kind.EXPONENT) {
      return TrendJudge.exponents(requirement, about, rules);
    }
    if (requirement.metric().kind() == Kind.LEAK) {
      return TrendJudge.leaks(requirement, about, leaks);
    }
    return about.stream()
        .filter(series -> series.dimension() == requirement.limit().unit().dimension())
        .map(series -> judge(requirement, series))
        .reduce(Judgement::worse)
        .orElseGet(
            () -> Judgement.nothing(requirement, "the benchmark measures what the limit does not"));
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
      return Judgement.nothing(requirement, e.reason());
    }
  }

  private Judgement judge(Requirement requirement, Series series) {
    if (!series.launches().stream().flatMap(List::stream).allMatch(Double::isFinite)) {
      return Judgement.nothing(requirement, "a value that was measured is no number");
    }
    return switch (requirement.metric().kind()) {
      case MEAN, P50, P95, P99, BYTES_PER_OP, RETAINED, PEAK_RSS, RATIO, STAGE, LIVE ->
          bounded(requirement, series, Kind.MEAN);
      case MEDIAN -> bounded(requirement, series, Kind.MEDIAN);
      case MAX, GROWTH, PASS_RATE, COUNTER, OPERATIONS -> observed(requirement, series);
      case LEAK, EXPONENT ->
          throw new IllegalStateException("its trend is judged by TrendJudge, not its values");
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
          : Judgement.nothing(requirement, "a launch measured nothing: " + series.title());
    }
    LaunchBounds bounds =
        LaunchBounds.of(launchValues, rules.confidence(), rules.singleLaunchLogSd());
    boolean larger = requirement.largerIsBetter();
    double near = larger ? bounds.lower() : bounds.upper();
    double far = larger ? bounds.upper() : bounds.lower();
    return new Judgement(
        requirement,
        Outcome.of(requirement, near, far),
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
        Outcome.of(requirement, worst, worst),
        worst,
        worst,
        null,
        series.launches().size(),
        "worst value observed");
  }
}
