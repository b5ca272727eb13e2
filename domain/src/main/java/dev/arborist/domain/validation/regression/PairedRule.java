package dev.arborist.domain.validation.regression;

import dev.arborist.domain.validation.statistics.Holm;
import dev.arborist.domain.validation.statistics.SignTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How pairs of launches that took turns are judged, fixed before anything is measured.
 *
 * <p>A pair is the logarithm of the candidate's time by the baseline's, measured in turns, so that
 * what slows the machine slows both. Some pairs, usually seven, screen; what they leave in doubt is
 * judged by fresh ones, usually thirty. These are counted, not averaged: a benchmark regressed when
 * so many pairs are slower that chance would hardly do it (one-sided {@link SignTest}, adjusted by
 * {@link Holm} for all that are judged: 22 of 30 for one, more for several), and their median is
 * slower by the minimum effect. Improvements mirror it. Where time ends first, half of the pairs
 * may do.
 *
 * <p>All of it looks at order statistics, which one wild launch cannot move: of seven pairs at the
 * second and the sixth, of thirty at the 10th and the 21st. Give rates as the baseline's by the
 * candidate's: more is always slower. Margins are meant in logarithms: ±5 % is from 1 / 1.05 to
 * 1.05.
 */
public final class PairedRule {

  private static final double SCREENED_MARGIN = 0.05;
  private static final List<Double> MARGINS = List.of(0.03, 0.05, 0.10);

  /** How probable it is at most that the median lies beyond one of the two ordered pairs. */
  private static final double SCREENING_TAIL = 0.07;

  private static final double JUDGING_TAIL = 0.025;

  private final PairedSettings settings;

  /** The rule with these settings. */
  public PairedRule(PairedSettings settings) {
    this.settings = settings;
  }

  /**
   * The verdict on a benchmark that the screening pairs show to be unchanged, or none: then it is
   * suspect.
   *
   * @throws IllegalArgumentException when there are not as many numbers as screening pairs
   */
  public Optional<PairedVerdict> screen(List<Double> logRatios) {
    OrderedPairs pairs = OrderedPairs.of(logRatios, settings.screeningPairs());
    double lower = pairs.lower(SCREENING_TAIL);
    double upper = pairs.upper(SCREENING_TAIL);
    if (Math.abs(pairs.median()) >= settings.logScreenedEffect()
        || !within(SCREENED_MARGIN, lower, upper)) {
      return Optional.empty();
    }
    return Optional.of(unchanged(pairs, lower, upper, 1, SCREENED_MARGIN, SCREENED_MARGIN));
  }

  /**
   * The verdicts on the suspects, in the order in which they are given.
   *
   * @param suspects the log ratios of each, none of which has served for screening
   * @throws IllegalArgumentException when one has more than there are judging pairs, or fewer than
   *     may do
   */
  public List<PairedVerdict> judge(List<List<Double>> suspects) {
    List<OrderedPairs> all = suspects.stream().map(this::ordered).toList();
    double[] slower = Holm.adjust(all.stream().mapToDouble(OrderedPairs::pSlower).toArray());
    double[] faster = Holm.adjust(all.stream().mapToDouble(OrderedPairs::pFaster).toArray());
    List<PairedVerdict> verdicts = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      verdicts.add(judged(all.get(i), slower[i], faster[i], all.size()));
    }
    return List.copyOf(verdicts);
  }

  /**
   * The verdicts as they stand beside a control, which compares the baseline with itself: when even
   * that seems to have changed, nothing is known of the others; when it has too few pairs to tell,
   * nothing is known of those that seem to have changed.
   */
  public List<PairedVerdict> heed(PairedVerdict control, List<PairedVerdict> verdicts) {
    if (control.change().isChange()) {
      return without(
          one -> one.change() != Change.INCONCLUSIVE,
          "the control, baseline against baseline, alarmed",
          verdicts);
    }
    if (control.pairs() < settings.judgingPairsMin()) {
      return without(
          one -> one.change().isChange(),
          "the control, baseline against baseline, is missing: " + control.reason(),
          verdicts);
    }
    return List.copyOf(verdicts);
  }

  private static List<PairedVerdict> without(
      Predicate<PairedVerdict> which, String because, List<PairedVerdict> verdicts) {
    return verdicts.stream()
        .map(one -> which.test(one) ? one.withoutConclusion(because) : one)
        .toList();
  }

  private OrderedPairs ordered(List<Double> logRatios) {
    int pairs = logRatios.size();
    int enough = Math.max(settings.judgingPairsMin(), Math.min(pairs, settings.judgingPairs()));
    return OrderedPairs.of(logRatios, enough);
  }

  /** No verdict, because there are not as many pairs as one needs; there may be none at all. */
  public static PairedVerdict undecided(List<Double> logRatios, String because) {
    if (logRatios.isEmpty()) {
      return new PairedVerdict(Change.INCONCLUSIVE, 1, 1, 1, 1, 0, 0, 0, because);
    }
    OrderedPairs pairs = OrderedPairs.of(logRatios, logRatios.size());
    double lower = pairs.ordered(1);
    double upper = pairs.ordered(pairs.size());
    return verdict(Change.INCONCLUSIVE, pairs, lower, upper, 1, 0, 0, because);
  }

  private PairedVerdict judged(OrderedPairs pairs, double pSlower, double pFaster, int suspects) {
    double effect = pairs.median();
    double lower = pairs.lower(JUDGING_TAIL);
    double upper = pairs.upper(JUDGING_TAIL);
    double detectable = detectable(pairs, suspects);
    if (pSlower < settings.alpha() && effect >= settings.logMinimumEffect()) {
      String reason = pairs.slower() + " of " + pairs.size() + " pairs are slower";
      return verdict(Change.REGRESSED, pairs, lower, upper, pSlower, 0, detectable, reason);
    }
    if (pFaster < settings.alpha() && effect <= -settings.logMinimumEffect()) {
      String reason = pairs.faster() + " of " + pairs.size() + " pairs are faster";
      return verdict(Change.IMPROVED, pairs, lower, upper, pFaster, 0, detectable, reason);
    }
    double p = Math.min(pSlower, pFaster);
    List<Double> margins = margins();
    for (double margin : margins) {
      if (within(margin, lower, upper)) {
        return unchanged(pairs, lower, upper, p, margin, detectable);
      }
    }
    double widest = margins.get(margins.size() - 1);
    String reason = "the middle pairs reach beyond ±" + Percent.of(widest);
    return verdict(Change.INCONCLUSIVE, pairs, lower, upper, p, 0, detectable, reason);
  }

  /** Where more than all of them does not matter, that is the widest. */
  private List<Double> margins() {
    List<Double> margins = new ArrayList<>(MARGINS);
    if (settings.minimumEffect() > MARGINS.get(MARGINS.size() - 1)) {
      margins.add(settings.minimumEffect());
    }
    return margins;
  }

  /** By how much these pairs would have to be slower for as many as are needed to be slower. */
  private double detectable(OrderedPairs pairs, int suspects) {
    int rank = pairs.size() - settings.pairsNeeded(pairs.size(), suspects) + 1;
    return Math.max(
        settings.minimumEffect(), StrictMath.expm1(pairs.median() - pairs.ordered(rank)));
  }

  private static boolean within(double margin, double lower, double upper) {
    double log = StrictMath.log1p(margin);
    return lower >= -log && upper <= log;
  }

  private static PairedVerdict unchanged(
      OrderedPairs pairs, double lower, double upper, double p, double margin, double detectable) {
    String reason = "within ±" + Percent.of(margin);
    return verdict(Change.UNCHANGED, pairs, lower, upper, p, margin, detectable, reason);
  }

  private static PairedVerdict verdict(
      Change change,
      OrderedPairs pairs,
      double lower,
      double upper,
      double p,
      double margin,
      double detectable,
      String reason) {
    return new PairedVerdict(
        change,
        StrictMath.exp(pairs.median()),
        StrictMath.exp(lower),
        StrictMath.exp(upper),
        p,
        margin,
        detectable,
        pairs.size(),
        reason);
  }
}
