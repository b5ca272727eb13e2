package dev.arborist.domain.validation.report;

import dev.arborist.domain.validation.leak.Suspect;
import dev.arborist.domain.validation.requirement.Dimension;
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
import java.util.Optional;
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
    List<Series> about = Subjects.of(requirement, measured);
    if (requirement.metric().kind() == Kind.EXPONENT && !about.isEmpty()) {
      return TrendJudge.exponents(requirement, about, rules);
    }
    if (requirement.metric().kind() == Kind.LEAK && !about.isEmpty()) {
      return TrendJudge.leaks(requirement, about, leaks);
    }
    List<Series> judged = judged(requirement, about);
    Optional<Series> leftOut = Subjects.leftOut(requirement, judged, measured);
    if (leftOut.isPresent()) {
      return Judgement.nothing(requirement, reasonForLeavingOut(requirement, leftOut.get()));
    }
    return judged.stream()
        .map(series -> judgedAlone(requirement, series))
        .reduce(Judgement::worse)
        .orElseGet(() -> Judgement.nothing(requirement, reasonForNothing(about)));
  }

  private static String reasonForNothing(List<Series> about) {
    return about.isEmpty()
        ? "nothing was measured"
        : "the benchmark measures what the limit does not";
  }

  private List<Series> judged(Requirement requirement, List<Series> about) {
    Yardstick yardstick = requirement.yardstick();
    return yardstick != null
        ? comparable(about, yardstick)
        : about.stream()
            .filter(series -> series.dimension() == requirement.limit().unit().dimension())
            .toList();
  }

  private static String reasonForLeavingOut(Requirement requirement, Series score) {
    if (requirement.metric().isOfProfiler()) {
      return "no " + requirement.metric() + " was measured of " + score.title();
    }
    return (requirement.metric().isPercentile()
            ? "no percentile was measured of "
            : "what the limit is on was not measured of ")
        + score.title()
        + (score.mode().isEmpty() ? "" : ", only mode '" + score.mode() + "'");
  }

  private Judgement judgedAlone(Requirement requirement, Series series) {
    Yardstick yardstick = requirement.yardstick();
    return yardstick == null
        ? judge(requirement, series)
        : relative(requirement, series, yardstick);
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
   * that took no time has measured nothing, and so has one that took less memory than none.
   */
  private Judgement bounded(Requirement requirement, Series series, Kind kind) {
    List<Double> launchValues = LaunchValues.of(series, kind);
    if (launchValues.stream().anyMatch(value -> value <= 0)) {
      return isSize(requirement, launchValues)
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
        Math.abs(near / bounds.estimate() - 1),
        launchValues.size(),
        method(launchValues.size()));
  }

  /** Also as a share of another size; only what a process occupies may become less than it was. */
  private static boolean isSize(Requirement requirement, List<Double> launchValues) {
    return requirement.metric().accepts(Dimension.SIZE)
        && (requirement.metric().kind() == Kind.PEAK_RSS
            || launchValues.stream().allMatch(value -> value >= 0));
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
