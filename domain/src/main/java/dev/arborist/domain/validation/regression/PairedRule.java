package dev.arborist.domain.validation.regression;

import dev.arborist.domain.validation.statistics.Holm;
import dev.arborist.domain.validation.statistics.SignTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How pairs of launches that took turns are judged, fixed before anything is measured.
 *
 * <p>A pair is the logarithm of the candidate's time by the baseline's, measured in turns, so that
 * what slows the machine slows both. Seven pairs screen; what they leave in doubt is judged by
 * thirty fresh ones. The thirty are counted, not averaged: a benchmark regressed when so many pairs
 * are slower that chance would hardly do it (one-sided {@link SignTest}, adjusted by {@link Holm}
 * for all that are judged: 22 of 30 for one, more for several), and their median is slower by the
 * minimum effect. Improvements mirror it.
 *
 * <p>All of it looks at order statistics, which one wild launch cannot move. Give rates as the
 * baseline's by the candidate's: more is always slower. Margins are meant in logarithms: ±5 % is
 * from 1 / 1.05 to 1.05.
 */
public final class PairedRule {

  /** How many pairs screen a benchmark. */
  public static final int SCREENING_PAIRS = 7;

  /** How many fresh pairs judge a suspect. */
  public static final int JUDGING_PAIRS = 30;

  private static final double ALPHA = 0.01;
  private static final double MINIMUM_EFFECT = StrictMath.log1p(0.03);
  private static final double SCREENED_EFFECT = StrictMath.log1p(0.015);
  private static final double SCREENED_MARGIN = 0.05;
  private static final List<Double> MARGINS = List.of(0.03, 0.05, 0.10);

  private PairedRule() {}

  /**
   * The verdict on a benchmark that seven pairs show to be unchanged, or none: then it is suspect.
   *
   * @throws IllegalArgumentException when there are not seven numbers
   */
  public static Optional<PairedVerdict> screen(List<Double> logRatios) {
    OrderedPairs pairs = OrderedPairs.of(logRatios, SCREENING_PAIRS);
    double lower = pairs.ordered(2);
    double upper = pairs.ordered(6);
    if (Math.abs(pairs.median()) >= SCREENED_EFFECT || !within(SCREENED_MARGIN, lower, upper)) {
      return Optional.empty();
    }
    return Optional.of(unchanged(pairs, lower, upper, 1, SCREENED_MARGIN));
  }

  /**
   * The verdicts on the suspects, in the order in which they are given.
   *
   * @param suspects thirty log ratios each, none of which has served for screening
   * @throws IllegalArgumentException when one has not thirty numbers
   */
  public static List<PairedVerdict> judge(List<List<Double>> suspects) {
    List<OrderedPairs> all =
        suspects.stream().map(pairs -> OrderedPairs.of(pairs, JUDGING_PAIRS)).toList();
    double[] slower = Holm.adjust(all.stream().mapToDouble(OrderedPairs::pSlower).toArray());
    double[] faster = Holm.adjust(all.stream().mapToDouble(OrderedPairs::pFaster).toArray());
    List<PairedVerdict> verdicts = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      verdicts.add(judged(all.get(i), slower[i], faster[i]));
    }
    return List.copyOf(verdicts);
  }

  /**
   * The verdicts as they stand beside a control, which compares the baseline with itself: when even
   * that seems to have changed, nothing is known of the others.
   */
  public static List<PairedVerdict> heed(PairedVerdict control, List<PairedVerdict> verdicts) {
    return switch (control.change()) {
      case UNCHANGED, INCONCLUSIVE -> List.copyOf(verdicts);
      case REGRESSED, IMPROVED ->
          verdicts.stream()
              .map(one -> one.withoutConclusion("the control, baseline against baseline, alarmed"))
              .toList();
    };
  }

  private static PairedVerdict judged(OrderedPairs pairs, double pSlower, double pFaster) {
    double effect = pairs.median();
    double lower = pairs.ordered(10);
    double upper = pairs.ordered(21);
    if (pSlower < ALPHA && effect >= MINIMUM_EFFECT) {
      String reason = pairs.slower() + " of " + JUDGING_PAIRS + " pairs are slower";
      return verdict(Change.REGRESSED, pairs, lower, upper, pSlower, 0, reason);
    }
    if (pFaster < ALPHA && effect <= -MINIMUM_EFFECT) {
      String reason = pairs.faster() + " of " + JUDGING_PAIRS + " pairs are faster";
      return verdict(Change.IMPROVED, pairs, lower, upper, pFaster, 0, reason);
    }
    double p = Math.min(pSlower, pFaster);
    for (double margin : MARGINS) {
      if (within(margin, lower, upper)) {
        return unchanged(pairs, lower, upper, p, margin);
      }
    }
    double widest = MARGINS.get(MARGINS.size() - 1);
    String reason = "the middle pairs reach beyond ±" + Percent.of(widest);
    return verdict(Change.INCONCLUSIVE, pairs, lower, upper, p, 0, reason);
  }

  private static boolean within(double margin, double lower, double upper) {
    double log = StrictMath.log1p(margin);
    return lower >= -log && upper <= log;
  }

  private static PairedVerdict unchanged(
      OrderedPairs pairs, double lower, double upper, double p, double margin) {
    String reason = "within ±" + Percent.of(margin);
    return verdict(Change.UNCHANGED, pairs, lower, upper, p, margin, reason);
  }

  private static PairedVerdict verdict(
      Change change,
      OrderedPairs pairs,
      double lower,
      double upper,
      double p,
      double margin,
      String reason) {
    return new PairedVerdict(
        change,
        StrictMath.exp(pairs.median()),
        StrictMath.exp(lower),
        StrictMath.exp(upper),
        p,
        margin,
        pairs.size(),
        reason);
  }
}
