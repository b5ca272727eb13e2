package dev.arborist.domain.validation.report;

/**
 * What a list of runs shows of each.
 *
 * @param id its number
 * @param origin where its measurements come from
 * @param benchmarks how many benchmarks were measured or took turns, each combination of parameters
 *     once
 * @param passed how many requirements passed, and how many benchmarks of a duet got no worse
 * @param failed how many failed or regressed
 * @param inconclusive how many were left undecided
 * @param duet whether it holds a duet
 * @param pinned whether it is the baseline that others are compared with
 */
public record RunSummary(
    RunId id,
    Origin origin,
    int benchmarks,
    int passed,
    int failed,
    int inconclusive,
    boolean duet,
    boolean pinned) {}
