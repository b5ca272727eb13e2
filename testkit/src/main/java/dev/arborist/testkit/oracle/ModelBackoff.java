package dev.arborist.testkit.oracle;

import dev.arborist.domain.task.TaskId;
import java.time.Duration;

/**
 * min(1 s · 2^(failures-1), 5 min) × (1 + j), j in [0, 0.25) in millionths from a hash of id and
 * failures; written again from its description.
 */
final class ModelBackoff {

  private ModelBackoff() {}

  static Duration delay(TaskId id, int failures) {
    long micros = 1_000_000;
    for (int i = 1; i < failures && micros < 300_000_000; i++) {
      micros *= 2;
    }
    micros = Math.min(micros, 300_000_000);
    long low = mix(id.value().getLeastSignificantBits() + failures);
    long hash = mix(id.value().getMostSignificantBits() ^ low);
    long jitter = Long.remainderUnsigned(hash, 250_000);
    return Duration.ofNanos(1_000 * (micros + micros * jitter / 1_000_000));
  }

  /** SplitMix64 (Steele, Lea and Flood 2014). */
  private static long mix(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
