package dev.arborist.domain.task;

import java.time.Duration;

/** Durations as people type them: {@code 1h30m}, {@code 14d}, {@code 999ms}. */
public final class DurationText {

  private DurationText() {}

  /** A duration in days, hours, minutes, seconds and milliseconds, without those that are 0. */
  public static String of(Duration duration) {
    if (duration.isNegative()) {
      return "negative";
    }
    StringBuilder text = new StringBuilder();
    part(duration.toDaysPart(), "d", text);
    part(duration.toHoursPart(), "h", text);
    part(duration.toMinutesPart(), "m", text);
    part(duration.toSecondsPart(), "s", text);
    part(duration.toMillisPart(), "ms", text);
    if (text.isEmpty()) {
      return duration.isZero() ? "0s" : "less than 1ms";
    }
    return text.toString();
  }

  private static void part(long amount, String unit, StringBuilder text) {
    if (amount > 0) {
      text.append(amount).append(unit);
    }
  }
}
