package dev.arborist.domain.validation.regression;

/**
 * One benchmark, judged by pairs of launches that took turns.
 *
 * @param change the verdict
 * @param effect how many times the baseline's time the candidate's is: the pairs' median
 * @param lower the lower one of the ordered ratios that the verdict looks at
 * @param upper the upper one
 * @param pAdjusted how probable it is by chance that so many pairs go the effect's way, adjusted
 *     for all benchmarks that were judged; 1 when it was screened only
 * @param margin what "unchanged" means here, such as 0.05 for ±5 %; 0 for other verdicts
 * @param detectable what change pairs that scatter like these would have shown, such as 0.05
 * @param pairs how many pairs it rests on
 * @param reason how it was judged, in a phrase
 */
public record PairedVerdict(
    Change change,
    double effect,
    double lower,
    double upper,
    double pAdjusted,
    double margin,
    double detectable,
    int pairs,
    String reason) {

  /** The same numbers, which no longer say anything. */
  PairedVerdict withoutConclusion(String because) {
    return new PairedVerdict(
        Change.INCONCLUSIVE, effect, lower, upper, pAdjusted, 0, detectable, pairs, because);
  }
}
