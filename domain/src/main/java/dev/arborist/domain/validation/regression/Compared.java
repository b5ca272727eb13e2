package dev.arborist.domain.validation.regression;

/**
 * One benchmark, compared with its baseline.
 *
 * @param key what the benchmark is called
 * @param change the verdict
 * @param effect how many times the baseline's value the candidate's is; more is slower for times
 *     and faster for rates
 * @param lower the lower end of the effect's two-sided interval
 * @param upper the upper end
 * @param confidence of the interval; less than was asked for when the launches are too few
 * @param pAdjusted how probable such a difference is by chance, adjusted for the whole suite
 * @param detectable what change these launches could have shown: half the interval's width, as a
 *     share of the value, such as 0.08 for 8 %
 * @param baselineLaunches how many launches the baseline has
 * @param candidateLaunches how many launches the candidate has
 * @param singleLaunch whether a side has one launch only, so that its spread is assumed
 * @param reason how it was judged, in a phrase
 */
public record Compared(
    String key,
    Change change,
    double effect,
    double lower,
    double upper,
    double confidence,
    double pAdjusted,
    double detectable,
    int baselineLaunches,
    int candidateLaunches,
    boolean singleLaunch,
    String reason) {}
