package dev.arborist.domain.task;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the caller asked of a task's scheduling.
 *
 * @param basePriority 0 (whenever) to 10 (first)
 * @param deadline when it should be done
 * @param estimate how long it is expected to take
 * @param notBefore when it may run at the earliest
 * @param maxRetries how many failures are followed by another run; 3 means four runs
 * @param timeout how long one run may take, at least a second
 */
public record Schedule(
    int basePriority,
    @Nullable Instant deadline,
    @Nullable Duration estimate,
    @Nullable Instant notBefore,
    int maxRetries,
    Duration timeout) {

  /** The base priority of a task that names none. */
  public static final int BASE_PRIORITY_DEFAULT = 5;

  /** The highest base priority. */
  public static final int BASE_PRIORITY_MAX = 10;

  /** The retries of a task that names none. */
  public static final int MAX_RETRIES_DEFAULT = 3;

  /** The timeout of a task that names none. */
  public static final Duration TIMEOUT_DEFAULT = Duration.ofHours(1);

  /** The shortest timeout. */
  public static final Duration TIMEOUT_MIN = Duration.ofSeconds(1);

  /** The longest estimate, timeout, lease or grace: ten years. */
  public static final Duration DURATION_MAX = Duration.ofDays(3650);

  /** Base priority 5, three retries, an hour's timeout and no dates. */
  public static final Schedule DEFAULT =
      new Schedule(BASE_PRIORITY_DEFAULT, null, null, null, MAX_RETRIES_DEFAULT, TIMEOUT_DEFAULT);

  /**
   * Checks every value and drops what is finer than a microsecond.
   *
   * @throws InvalidInputException naming the value that is out of range
   */
  public Schedule {
    if (basePriority < 0 || basePriority > BASE_PRIORITY_MAX) {
      throw new InvalidInputException(
          "the base priority is " + basePriority + ": give 0 to " + BASE_PRIORITY_MAX);
    }
    if (maxRetries < 0) {
      throw new InvalidInputException("the retries are " + maxRetries + ": give 0 or more");
    }
    deadline = EpochMicros.keepOptional("deadline", deadline);
    notBefore = EpochMicros.keepOptional("notBefore", notBefore);
    if (estimate != null) {
      estimate = duration("estimate", estimate, Duration.ofMillis(1));
    }
    timeout = duration("timeout", timeout, TIMEOUT_MIN);
  }

  private static Duration duration(String field, Duration value, Duration least) {
    if (value.compareTo(least) < 0 || value.compareTo(DURATION_MAX) > 0) {
      throw new InvalidInputException(
          "the "
              + field
              + " is "
              + DurationText.of(value)
              + ": give at least "
              + DurationText.of(least)
              + " and at most ten years");
    }
    return value.truncatedTo(ChronoUnit.MICROS);
  }
}
