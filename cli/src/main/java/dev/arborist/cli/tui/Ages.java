package dev.arborist.cli.tui;

import java.time.Duration;
import java.time.Instant;

/** How long ago something was, in steps so coarse that a screen changes seldom. */
final class Ages {

  private static final long STEP_SECONDS = 10;
  private static final long MINUTE = 60;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  private Ages() {}

  /** Such as {@code 20 s}, {@code 3 m}, {@code 5 h} or {@code 12 d}. */
  static String between(Instant then, Instant now) {
    long seconds = Math.max(0, Duration.between(then, now).toSeconds());
    if (seconds < MINUTE) {
      return seconds - seconds % STEP_SECONDS + " s";
    }
    if (seconds < HOUR) {
      return seconds / MINUTE + " m";
    }
    return seconds < 2 * DAY ? seconds / HOUR + " h" : seconds / DAY + " d";
  }
}
