package dev.arborist.domain.task;

import java.time.Duration;

/**
 * How long a failed task waits before its next run.
 *
 * <p>min(1 s · 2^(failures-1), 5 min) × (1 + j) with j in [0, 0.25) from a hash of the id and the
 * failures, by {@link SplitMix}: tasks that failed together do not come back together, and yet the
 * delay repeats.
 */
final class Backoff {

  private static final long FIRST_MICROS = 1_000_000;
  private static final long LONGEST_MICROS = 300_000_000;
  private static final int DOUBLINGS_MAX = 9;
  private static final long JITTER_STEPS = 250_000;
  private static final long STEPS_PER_WHOLE = 1_000_000;

  private Backoff() {}

  static Duration delay(TaskId id, int failures) {
    int doublings = Math.min(failures - 1, DOUBLINGS_MAX);
    long micros = Math.min(FIRST_MICROS << doublings, LONGEST_MICROS);
    long hash =
        SplitMix.mix(
            id.value().getMostSignificantBits()
                ^ SplitMix.mix(id.value().getLeastSignificantBits() + failures));
    long jitter = Long.remainderUnsigned(hash, JITTER_STEPS);
    long extra = micros * jitter / STEPS_PER_WHOLE;
    return Duration.ofNanos((micros + extra) * 1_000);
  }
}
