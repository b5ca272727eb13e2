package dev.arborist.domain.priority;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How pressing a deadline is: constant between the instants at which it steps up.
 *
 * <p>Because it is piecewise constant, a store can keep the next step in an index instead of
 * computing every task's urgency at every claim.
 *
 * @param score hundredths of a point, 0 to 10000
 * @param changesAt the next instant at which the score is another; null for never
 */
record Urgency(int score, @Nullable Instant changesAt) {

  private static final Duration MICRO = Duration.ofNanos(1_000);
  private static final int SOMETIME = 1_000;

  /** A score that holds while less than {@code remaining} is left. */
  private record Step(Duration remaining, int score) {}

  private static final List<Step> BY_TIME_LEFT =
      List.of(
          new Step(Duration.ofMinutes(1), 10_000),
          new Step(Duration.ofHours(1), 8_000),
          new Step(Duration.ofDays(1), 5_000),
          new Step(Duration.ofDays(7), 3_000));

  static Urgency at(@Nullable Instant deadline, @Nullable Duration estimate, Instant now) {
    if (deadline == null) {
      return new Urgency(0, null);
    }
    List<Step> steps = new ArrayList<>(BY_TIME_LEFT);
    if (estimate != null) {
      steps.add(new Step(estimate, 10_000));
      steps.add(new Step(estimate.multipliedBy(2), 6_000));
      steps.add(new Step(estimate.multipliedBy(4), 3_500));
    }
    Duration left = Duration.between(now, deadline);
    int score = SOMETIME;
    for (Step step : steps) {
      if (left.compareTo(step.remaining()) < 0) {
        score = Math.max(score, step.score());
      }
    }
    return new Urgency(score, nextChange(steps, score, deadline, now));
  }

  private static @Nullable Instant nextChange(
      List<Step> steps, int score, Instant deadline, Instant now) {
    return steps.stream()
        .filter(step -> step.score() > score)
        .map(step -> deadline.minus(step.remaining()).plus(MICRO))
        .filter(instant -> instant.isAfter(now))
        .min(Comparator.naturalOrder())
        .orElse(null);
  }
}
