package dev.arborist.domain.validation.duet;

/**
 * What a pair of launches found.
 *
 * @param before the median score of the baseline: the time of an operation in ns, or operations a
 *     second
 * @param after the median score of the candidate
 * @param logRatio the median of the logarithms of the candidate by the baseline, epoch by epoch;
 *     more is slower, also of rates
 */
public record PairScores(double before, double after, double logRatio) {}
