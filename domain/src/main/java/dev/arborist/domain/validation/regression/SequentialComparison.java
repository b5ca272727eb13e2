package dev.arborist.domain.validation.regression;

import dev.arborist.domain.validation.statistics.Holm;
import dev.arborist.domain.validation.statistics.MannWhitney;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares launches with launches that were measured at another time.
 *
 * <p>A benchmark regressed when chance would hardly produce such a difference anywhere in the suite
 * (Mann-Whitney, adjusted by {@link Holm}) and the estimated change is at least the minimum effect.
 * It is unchanged when the whole interval of the change lies within the margin; to have found no
 * difference is not enough. All else is inconclusive, and the reason says what was lacking.
 *
 * <p>The tests take for granted that only the code changed between the two times. A machine that
 * was slower as a whole looks like a regression here: no statistic of these launches can tell.
 */
public final class SequentialComparison {

  private SequentialComparison() {}

  /** Compares every benchmark of a suite with its baseline. */
  public static Comparison of(List<ComparisonInput> suite, ComparisonSettings settings) {
    List<LogShift> shifts = suite.stream().map(input -> LogShift.of(input, settings)).toList();
    double[] adjusted = Holm.adjust(shifts.stream().mapToDouble(LogShift::p).toArray());
    List<Compared> compared = new ArrayList<>();
    for (int i = 0; i < suite.size(); i++) {
      compared.add(compared(suite.get(i), shifts.get(i), adjusted[i], suite.size(), settings));
    }
    return new Comparison(compared, settings);
  }

  private static Compared compared(
      ComparisonInput input,
      LogShift shift,
      double p,
      int benchmarks,
      ComparisonSettings settings) {
    Change change = change(input, shift, p, settings);
    return new Compared(
        input.key(),
        change,
        StrictMath.exp(shift.shift()),
        StrictMath.exp(shift.lower()),
        StrictMath.exp(shift.upper()),
        shift.confidence(),
        p,
        StrictMath.expm1(shift.halfWidth()),
        input.baseline().size(),
        input.candidate().size(),
        input.isSingleLaunch(),
        reason(change, input, shift, p, benchmarks, settings));
  }

  private static Change change(
      ComparisonInput input, LogShift shift, double p, ComparisonSettings settings) {
    LogShift slower = shift.towardsSlower(input.largerIsBetter());
    boolean single = input.isSingleLaunch();
    if (p < settings.alpha()) {
      double minimum = settings.logMinimumEffect();
      // Where the spread is assumed, the estimate is not enough: its interval must agree.
      if ((single ? slower.lower() : slower.shift()) >= minimum) {
        return Change.REGRESSED;
      }
      if ((single ? slower.upper() : slower.shift()) <= -minimum) {
        return Change.IMPROVED;
      }
    }
    if (!single && isCertain(shift, settings) && shift.liesWithin(settings.logMargin())) {
      return Change.UNCHANGED;
    }
    return Change.INCONCLUSIVE;
  }

  private static boolean isCertain(LogShift shift, ComparisonSettings settings) {
    return shift.confidence() >= 1 - settings.alpha();
  }

  private static String reason(
      Change change,
      ComparisonInput input,
      LogShift shift,
      double p,
      int benchmarks,
      ComparisonSettings settings) {
    double size = Math.abs(shift.shift());
    String single = input.isSingleLaunch() ? "single launch: the spread is assumed, and " : "";
    return switch (change) {
      case REGRESSED -> single + Percent.ofLog(size) + " slower";
      case IMPROVED -> single + Percent.ofLog(size) + " faster";
      case UNCHANGED -> "within ±" + Percent.of(settings.margin());
      case INCONCLUSIVE ->
          input.isSingleLaunch()
              ? single + "±" + Percent.ofLog(shift.halfWidth()) + " may be chance"
              : inconclusive(input, shift, p, benchmarks, settings);
    };
  }

  private static String inconclusive(
      ComparisonInput input,
      LogShift shift,
      double p,
      int benchmarks,
      ComparisonSettings settings) {
    if (p < settings.alpha()) {
      return "a change, but maybe of less than "
          + Percent.of(settings.minimumEffect())
          + ", and maybe of more than "
          + Percent.of(settings.margin());
    }
    int before = input.baseline().size();
    int after = input.candidate().size();
    double level = settings.alpha() / benchmarks;
    if (MannWhitney.leastTwoSided(before, after) >= level) {
      return before
          + " launches against "
          + after
          + " cannot show a change"
          + (benchmarks == 1 ? "" : " among " + benchmarks + " benchmarks")
          + ": "
          + enoughLaunches(level)
          + " a side could";
    }
    return "a change of " + Percent.ofLog(shift.halfWidth()) + " could have gone unseen";
  }

  /** From how many launches a side on a p value can be below the level. */
  private static int enoughLaunches(double level) {
    int launches = 1;
    while (MannWhitney.leastTwoSided(launches, launches) >= level) {
      launches++;
    }
    return launches;
  }
}
