package dev.arborist.domain.validation.duet;

import java.util.Collections;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One turn of one version: an iteration of some milliseconds.
 *
 * @param score the time of an operation in ns, or operations a second
 * @param operations how many operations were made, also those that were not timed
 * @param allocatedBytes what they allocated altogether; negative when that is not known
 * @param turnNanos how long the turn took, with what surrounds the operations
 * @param delayNanos for how long threads were ready to run and other programs had the processors;
 *     negative when that is not known
 * @param counters other counts an operation that the benchmark exposes, by name
 */
public record Epoch(
    double score,
    long operations,
    long allocatedBytes,
    long turnNanos,
    long delayNanos,
    SortedMap<String, Double> counters) {

  /**
   * Keeps its own copy of the counters.
   *
   * @throws IllegalArgumentException when the score is not positive, which measured nothing
   */
  public Epoch {
    if (!(score > 0 && Double.isFinite(score))) {
      throw new IllegalArgumentException("an epoch needs a positive score, not " + score);
    }
    counters = Collections.unmodifiableSortedMap(new TreeMap<>(counters));
  }

  /** The part of the turn that other programs took; 0 when that is not known. */
  double disturbance() {
    return Math.max(0, (double) delayNanos / Math.max(1, turnNanos));
  }

  /** What an operation allocates, where it is known. */
  public OptionalDouble bytesPerOperation() {
    return allocatedBytes < 0 || operations <= 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) allocatedBytes / operations);
  }
}
