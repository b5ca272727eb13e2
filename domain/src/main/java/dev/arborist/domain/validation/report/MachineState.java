package dev.arborist.domain.validation.report;

import dev.arborist.domain.validation.sample.Series;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How fast a machine was in one run, held against another run, by what both measured of it: the
 * rulers.
 */
final class MachineState {

  /** How far a ruler may be off before times are no longer comparable. */
  private static final double RULER_DRIFT = 0.10;

  private static final double PERCENT = 100;

  /**
   * What one ruler took.
   *
   * @param name its short name
   * @param ratio how many times what it took in the other run
   */
  record Ruler(String name, double ratio) {

    private boolean isOff() {
      return Math.abs(ratio - 1) > RULER_DRIFT;
    }

    /** Such as {@code ruler.cpu took 171 % of its time at the baseline}. */
    String text() {
      return name + " took " + Math.round(ratio * PERCENT) + " % of its time at the baseline";
    }
  }

  private MachineState() {}

  /** The rulers by which the machine was not in the state of the baseline. */
  static List<Ruler> changed(Verdict baseline, Verdict now) {
    List<Ruler> rulers = new ArrayList<>();
    for (Series series : now.series()) {
      if (series.benchmark().startsWith(RegressionAnalysis.RULERS)) {
        baseline.series().stream()
            .filter(old -> old.key().equals(series.key()))
            .filter(old -> old.measure().equals(series.measure()))
            .findFirst()
            .map(old -> new Ruler(series.shortName(), median(series) / median(old)))
            .filter(Ruler::isOff)
            .ifPresent(rulers::add);
      }
    }
    return rulers;
  }

  /**
   * The ruler that says how much slower the machine was than at the baseline; none if it was not.
   */
  static Optional<Ruler> slower(Verdict baseline, Verdict now) {
    return changed(baseline, now).stream()
        .filter(ruler -> ruler.ratio() > 1)
        .max(Comparator.comparingDouble(Ruler::ratio).thenComparing(Ruler::name));
  }

  /** The middle of all repetitions. */
  private static double median(Series ruler) {
    double[] sorted =
        ruler.launches().stream()
            .flatMap(List::stream)
            .mapToDouble(value -> value)
            .sorted()
            .toArray();
    return sorted[sorted.length / 2];
  }
}
