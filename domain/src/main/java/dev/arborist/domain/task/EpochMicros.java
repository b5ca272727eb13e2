package dev.arborist.domain.task;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants as the queue keeps them: whole microseconds since 1970-01-01T00:00:00Z. */
public final class EpochMicros {

  private static final long MICROS_PER_SECOND = 1_000_000;
  private static final int NANOS_PER_MICRO = 1_000;

  private EpochMicros() {}

  /** The microseconds of an instant, rounded down. */
  public static long of(Instant instant) {
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), MICROS_PER_SECOND),
        instant.getNano() / NANOS_PER_MICRO);
  }

  /** The instant of so many microseconds. */
  public static Instant toInstant(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, MICROS_PER_SECOND),
        Math.floorMod(micros, MICROS_PER_SECOND) * NANOS_PER_MICRO);
  }

  /** The instant without what the queue would not keep. */
  public static Instant truncate(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS);
  }
}
