package dev.arborist.adapters.files.validation;

import dev.arborist.domain.validation.report.JudgeRules;
import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.sample.Series;
import dev.arborist.domain.validation.statistics.LaunchBounds;
import dev.arborist.domain.validation.statistics.Summary;
import java.util.List;

/**
 * The limit that measured values keep: with a margin, and with what a judge needs to be sure.
 *
 * @param measured the mean of the launches' means
 * @param withMargin what the margin alone would make of it
 * @param limit what the values are judged to keep, never tighter than the margin
 * @param launches how many launches it rests on
 */
record StarterLimit(double measured, double withMargin, double limit, int launches) {

  /** JMH itself allocates a little, so that nothing is measured as a fraction of a byte. */
  private static final double LEAST_SIZE = 1;

  /** Limits that are further off than this say nothing. */
  private static final double FACTOR_MAX = 100;

  /** Measurements that no limit can be told from; the message says why, in a phrase. */
  static final class Unlimited extends RuntimeException {

    Unlimited(String reason) {
      super(reason);
    }

    String reason() {
      return String.valueOf(getMessage());
    }
  }

  /**
   * The limit that one series keeps.
   *
   * @throws Unlimited when there is none that would say anything
   */
  static StarterLimit of(Series series, double margin, JudgeRules rules) {
    List<List<Double>> launches = series.launches();
    if (launches.isEmpty() || launches.stream().anyMatch(List::isEmpty)) {
      throw new Unlimited("a launch has no values");
    }
    if (launches.stream().flatMap(List::stream).anyMatch(value -> !Double.isFinite(value))) {
      throw new Unlimited("a value that was measured is no number");
    }
    boolean larger = series.dimension() == Dimension.RATE;
    List<Double> means = launches.stream().map(Summary::of).map(Summary::mean).toList();
    double measured = Summary.of(means).mean();
    double basis = measured;
    double judged;
    if (means.stream().allMatch(mean -> mean > 0)) {
      LaunchBounds bounds = LaunchBounds.of(means, rules.confidence(), rules.singleLaunchLogSd());
      judged = larger ? bounds.lower() : bounds.upper();
    } else { // what has no logarithm is compared as observed
      Summary all = Summary.of(launches.stream().flatMap(List::stream).toList());
      judged = larger ? all.min() : all.max();
      basis = judged;
    }
    double withMargin = larger ? basis / (1 + margin) : basis * (1 + margin);
    double limit = larger ? Math.min(withMargin, judged) : Math.max(withMargin, judged);
    return new StarterLimit(measured, withMargin, limit, means.size()).checked(series.dimension());
  }

  private StarterLimit checked(Dimension dimension) {
    double least = dimension == Dimension.SIZE ? LEAST_SIZE : 0;
    StarterLimit raised =
        new StarterLimit(measured, Math.max(withMargin, least), Math.max(limit, least), launches);
    if (!(raised.limit > 0)) {
      throw new Unlimited("it was measured as " + measured);
    }
    double reference = Math.max(measured, least);
    double factor = Math.max(raised.limit / reference, reference / raised.limit);
    double ofMargin = Math.max(raised.withMargin / reference, reference / raised.withMargin);
    if (!(factor <= Math.max(FACTOR_MAX, ofMargin))) {
      throw new Unlimited(
          "its "
              + launches
              + " launches differ so much that every limit within "
              + (int) FACTOR_MAX
              + " times what was measured is undecided");
    }
    return raised;
  }

  /** The more lenient of two. */
  StarterLimit or(StarterLimit other, boolean larger) {
    boolean thisOne = larger ? limit <= other.limit : limit >= other.limit;
    return thisOne ? this : other;
  }

  /** Whether the margin alone would leave the very measurements that it was made from undecided. */
  boolean isWidened() {
    return Math.abs(limit - withMargin) > 0;
  }

  /** How many times the measured value the limit is, or the measured value the limit. */
  double factor() {
    return Math.max(limit / measured, measured / limit);
  }
}
