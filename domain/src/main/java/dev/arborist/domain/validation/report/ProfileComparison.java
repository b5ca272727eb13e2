package dev.arborist.domain.validation.report;

import dev.arborist.domain.validation.duet.CounterRule;
import dev.arborist.domain.validation.duet.CounterVerdict;
import dev.arborist.domain.validation.regression.Change;
import dev.arborist.domain.validation.regression.PairedVerdict;
import dev.arborist.domain.validation.report.Profile.Share;
import dev.arborist.domain.validation.report.ProfileChange.Growth;
import dev.arborist.domain.validation.statistics.Holm;
import dev.arborist.domain.validation.statistics.ShareRatio;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds what takes more of an operation than before, by the profiles of two versions.
 *
 * <p>A share also grows when another one falls. So what is compared is not shares but what they are
 * a part of: a method that has the share s of the new version, whose operations take r times as
 * long, takes r s of what an operation of the old version took, and its growth is r s - s' where s'
 * is its share of the old version. All growths together are r - 1, the change of the whole.
 *
 * <p>A method is named when its growth is a percentage point at least and beyond chance: {@link
 * ShareRatio} asks whether s is more than s' / r, for all methods that either profile has, adjusted
 * by {@link Holm}, at 1 %. There r is the least that the pairs vouch for. It is 1 where they do not
 * vouch for a change of time, and where much of the time was not seen: samples tell of running Java
 * only, and when unseen native code takes longer, every method would seem to. Then a method is
 * named if its share grew.
 *
 * <p>Lines that allocate are named only when the exact count of bytes says that more is allocated:
 * how many objects a sampled byte stands for is not known, so there is no test of it. Their growth
 * must be five points.
 */
public final class ProfileComparison {

  /** How often a method may be named by chance, of all benchmarks without a change. */
  private static final double ALPHA = 0.01;

  private static final double LEAST_GROWTH = 1;
  private static final double LEAST_ALLOCATION_GROWTH = 5;

  /** How many of each are named. */
  private static final int LISTED = 10;

  private static final double PERCENT = 100;

  private static final Comparator<Growth> LARGEST =
      Comparator.<Growth>comparingDouble(one -> one.percentBefore() - one.percentAfter())
          .thenComparing(Growth::name);

  private final Profile before;
  private final Profile after;

  private ProfileComparison(Profile before, Profile after) {
    this.before = before;
    this.after = after;
  }

  /**
   * Compares.
   *
   * @param before every method of the old version and every line that allocates
   * @param after the same of the new version
   * @param judged what is known of the benchmark
   * @param isMostlySeen whether the samples account for most of the time of both
   */
  public static ProfileChange of(
      Profile before, Profile after, DuetResult judged, boolean isMostlySeen) {
    ProfileComparison comparison = new ProfileComparison(before, after);
    Whole time = isMostlySeen ? time(judged.time()) : Whole.SAME;
    return new ProfileChange(
        before.samples(),
        after.samples(),
        comparison.methods(time),
        judged.counters().stream()
            .filter(one -> one.counter().equals(CounterRule.BYTES))
            .filter(one -> one.change() == Change.REGRESSED)
            .findFirst()
            .map(comparison::allocations)
            .orElse(List.of()));
  }

  private static Whole time(PairedVerdict time) {
    return switch (time.change()) {
      case REGRESSED, IMPROVED -> new Whole(1, time.effect(), time.lower());
      case UNCHANGED, INCONCLUSIVE -> Whole.SAME;
    };
  }

  private List<Growth> methods(Whole time) {
    if (before.samples() == 0 || after.samples() == 0) {
      return List.of(); // nothing is known of one of them
    }
    List<Growth> all = growths(before.methods(), after.methods(), time);
    double[] p = all.stream().mapToDouble(one -> chance(one, time)).toArray();
    double[] adjusted = Holm.adjust(p);
    List<Growth> grown = new ArrayList<>();
    for (int i = 0; i < adjusted.length; i++) {
      if (adjusted[i] < ALPHA) {
        grown.add(all.get(i));
      }
    }
    return largest(grown, LEAST_GROWTH);
  }

  private double chance(Growth one, Whole time) {
    return ShareRatio.moreThan(
        seen(one.percentAfter() / time.percentAfter(PERCENT), after),
        after.samples(),
        seen(one.percentBefore() / time.percentBefore(PERCENT), before),
        before.samples(),
        time.before() / time.atLeast());
  }

  private static long seen(double share, Profile profile) {
    return Math.min(profile.samples(), Math.round(share * profile.samples()));
  }

  private List<Growth> allocations(CounterVerdict bytes) {
    Whole whole = new Whole(bytes.before(), bytes.after(), bytes.after());
    return largest(
        growths(before.allocations(), after.allocations(), whole), LEAST_ALLOCATION_GROWTH);
  }

  private static List<Growth> growths(List<Share> before, List<Share> after, Whole whole) {
    Map<String, Growth> growths = new TreeMap<>();
    for (Share share : before) {
      growths.put(share.name(), new Growth(share.name(), whole.percentBefore(share.percent()), 0));
    }
    for (Share share : after) {
      double percent = whole.percentAfter(share.percent());
      growths.merge(
          share.name(),
          new Growth(share.name(), 0, percent),
          (old, added) -> new Growth(old.name(), old.percentBefore(), percent));
    }
    return List.copyOf(growths.values());
  }

  private static List<Growth> largest(List<Growth> growths, double least) {
    return growths.stream()
        .filter(one -> one.percentAfter() - one.percentBefore() >= least)
        .sorted(LARGEST)
        .limit(LISTED)
        .toList();
  }

  /**
   * What an operation takes altogether, of whatever it is.
   *
   * @param before in the old version
   * @param after in the new version, as far as is known
   * @param atLeast in the new version, beyond doubt
   */
  private record Whole(double before, double after, double atLeast) {

    static final Whole SAME = new Whole(1, 1, 1);

    /** An old whole that is less than this part of the new one is next to nothing. */
    private static final double NOTHING = 0.01;

    /** What a share of the old version is in percent of the old whole. */
    double percentBefore(double percent) {
      return percent * before / unit();
    }

    /** What a share of the new version is in percent of the old whole. */
    double percentAfter(double percent) {
      return percent * after / unit();
    }

    /** The old whole; the new one where the old one is next to nothing. */
    private double unit() {
      return before < NOTHING * after ? after : before;
    }
  }
}
