package dev.arborist.domain.validation.leak;

/**
 * What {@link LeakTest} found.
 *
 * @param leaks whether memory is lost with every operation
 * @param bytesPerOp by how much the live bytes grow with each operation, Theil and Sen's estimate
 * @param lower what the growth is above with {@link LeakTest#CONFIDENCE}, in bytes per operation
 * @param pValue the probability that chance alone rises at least as steadily
 * @param firstHalfSlope the growth in the first half of the judged batches, in bytes per operation
 * @param secondHalfSlope the growth in the second half, in bytes per operation
 * @param batches how many batches were judged, without those that were dropped
 * @param reason the verdict in a sentence for people
 */
public record LeakFinding(
    boolean leaks,
    double bytesPerOp,
    double lower,
    double pValue,
    double firstHalfSlope,
    double secondHalfSlope,
    int batches,
    String reason) {}
