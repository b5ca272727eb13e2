package dev.arborist.domain.validation.duet;

import dev.arborist.domain.validation.regression.Change;

/**
 * A count an operation that differs between the versions, whatever the machine did.
 *
 * @param counter what is counted, such as {@code bytes}
 * @param change whether it became more or less
 * @param before what the baseline counts: the median of its launches
 * @param after what the candidate counts
 * @param pairs how many pairs agree
 */
public record CounterVerdict(
    String counter, Change change, double before, double after, int pairs) {}
