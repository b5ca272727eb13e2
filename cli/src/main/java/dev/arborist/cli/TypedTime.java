package dev.arborist.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * A time as a person types it.
 *
 * @param instant when; null when it is so long from now
 * @param fromNow how far from now, backwards when it is negative
 */
record TypedTime(@Nullable Instant instant, Duration fromNow) {

  /** The same time whoever asks. */
  static TypedTime of(Instant instant) {
    return new TypedTime(instant, Duration.ZERO);
  }

  /** The instant, by the clock of the queue that it is for; no queue is older than 1970. */
  Instant by(InstantSource clock) {
    if (instant != null) {
      return instant;
    }
    Instant then = clock.instant().plus(fromNow);
    return then.isBefore(Instant.EPOCH) ? Instant.EPOCH : then;
  }

  /** The same of a time that may be absent. */
  static @Nullable Instant by(InstantSource clock, @Nullable TypedTime time) {
    return time == null ? null : time.by(clock);
  }

  /** Whether it is another instant each time that it is said. */
  boolean isRelative() {
    return instant == null;
  }
}
