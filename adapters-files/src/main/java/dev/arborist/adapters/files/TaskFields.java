package dev.arborist.adapters.files;

import dev.arborist.domain.task.EpochMicros;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.Schedule;
import dev.arborist.domain.task.TaskNumber;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values of a task as JSON holds them: instants and durations are microseconds. */
final class TaskFields {

  private static final long NANOS_PER_MICRO = 1_000;
  private static final int DAYS_PER_WEEK = 7;

  /** A duration as commands take it. */
  private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})(ms|s|m|h|d|w)");

  private TaskFields() {}

  /** Names of fields, in the order in which a message lists them. */
  static Set<String> names(String... names) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(List.of(names)));
  }

  static @Nullable TaskNumber taskNumber(JsonRecord json, String name) {
    Long value = json.whole(name);
    return value == null ? null : TaskNumber.of(value);
  }

  static @Nullable Instant instant(JsonRecord json, String name) {
    Long value = natural(json, name);
    return value == null ? null : EpochMicros.toInstant(value);
  }

  static Instant requiredInstant(JsonRecord json, String name) {
    return EpochMicros.toInstant(requiredNatural(json, name));
  }

  static @Nullable Duration duration(JsonRecord json, String name) {
    Long value = natural(json, name);
    if (value != null && value > Schedule.DURATION_MAX.toNanos() / NANOS_PER_MICRO) {
      throw new InvalidInputException("'" + name + "' is over ten years: give microseconds");
    }
    return value == null ? null : Duration.ofNanos(value * NANOS_PER_MICRO);
  }

  static int small(JsonRecord json, String name, int whenAbsent) {
    Long value = natural(json, name);
    return value == null ? whenAbsent : requireSmall(name, value);
  }

  static int requiredSmall(JsonRecord json, String name) {
    return requireSmall(name, requiredNatural(json, name));
  }

  private static int requireSmall(String name, long value) {
    if (value > Integer.MAX_VALUE) {
      throw new InvalidInputException("'" + name + "' is out of range: " + value);
    }
    return (int) value;
  }

  static @Nullable Long natural(JsonRecord json, String name) {
    Long value = json.whole(name);
    return value == null ? null : requireNatural(name, value);
  }

  static long requiredNatural(JsonRecord json, String name) {
    return requireNatural(name, json.requiredWhole(name));
  }

  private static long requireNatural(String name, long value) {
    if (value < 0) {
      throw new InvalidInputException("'" + name + "' is negative: " + value);
    }
    return value;
  }

  /** Microseconds, or an instant as a person writes it. */
  static @Nullable Instant writtenInstant(JsonRecord json, String name) {
    return json.isText(name) ? iso(json, name) : instant(json, name);
  }

  /** An instant as a text, such as {@code 2026-01-31T12:00:00Z}. */
  static @Nullable Instant iso(JsonRecord json, String name) {
    String text = json.string(name);
    if (text == null) {
      return null;
    }
    try {
      return EpochMicros.truncate(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      throw new InvalidInputException(
          "'" + name + "' is no time: write it as 2026-01-31T12:00:00Z", e);
    }
  }

  /** Microseconds, or a duration as commands take it. */
  static @Nullable Duration writtenDuration(JsonRecord json, String name) {
    String text = json.isText(name) ? json.string(name) : null;
    if (text == null) {
      return duration(json, name);
    }
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      throw new InvalidInputException(
          "'"
              + name
              + "' is not a duration: write a number and ms, s, m, h, d or w, such as \"10m\"");
    }
    long amount = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      case "d" -> Duration.ofDays(amount);
      default -> Duration.ofDays(amount * DAYS_PER_WEEK);
    };
  }
}
