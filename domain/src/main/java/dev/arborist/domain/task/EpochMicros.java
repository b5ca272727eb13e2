package dev.arborist.domain.task;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Instants as the queue keeps them: whole microseconds since 1970-01-01T00:00:00Z. */
public final class EpochMicros {

  private static final long MICROS_PER_SECOND = 1_000_000;
  private static final int NANOS_PER_MICRO = 1_000;

  private static final Instant EARLIEST = Instant.EPOCH;
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

  private EpochMicros() {}

  /**
   * Checks that an instant can be kept, and drops what is finer than a microsecond.
   *
   * @throws InvalidInputException naming the field when it is before 1970 or after 9999
   */
  public static Instant keep(String field, Instant value) {
    if (value.isBefore(EARLIEST) || value.isAfter(LATEST)) {
      throw new InvalidInputException(
          "the " + field + " is " + value + ": give a date from 1970 to 9999");
    }
    return truncate(value);
  }

  /** As {@link #keep}, for an instant that may be absent. */
  public static @Nullable Instant keepOptional(String field, @Nullable Instant value) {
    return value == null ? null : keep(field, value);
  }

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
