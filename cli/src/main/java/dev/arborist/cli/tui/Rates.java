package dev.arborist.cli.tui;

import dev.arborist.domain.query.QueueStatistics;
import dev.arborist.domain.task.TaskStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How many tasks came to a status in a minute, by what the queue looked like during the last one.
 *
 * <p>What left the status is not subtracted: a queue that is pruned does not work backwards.
 */
final class Rates {

  private static final Duration WINDOW = Duration.ofMinutes(1);

  /** In less time than this a rate is a guess. */
  private static final Duration SHORTEST = Duration.ofSeconds(10);

  /** A rate that is shown does not change more often while nothing happens. */
  private static final long STEP_SECONDS = 5;

  private static final long TENTHS = 10;

  /** How many more there were than the time before. */
  private record Sample(Instant at, long completed, long failed) {}

  private final Deque<Sample> samples = new ArrayDeque<>();
  private long completed;
  private long failed;
  private Instant since = Instant.MAX;

  /** Takes note of what the queue looks like. */
  void add(QueueStatistics statistics) {
    long nowCompleted = statistics.count(TaskStatus.COMPLETED);
    long nowFailed = statistics.count(TaskStatus.FAILED);
    if (since.equals(Instant.MAX)) {
      since = statistics.asOf();
    } else {
      samples.addLast(
          new Sample(
              statistics.asOf(),
              Math.max(0, nowCompleted - completed),
              Math.max(0, nowFailed - failed)));
    }
    completed = nowCompleted;
    failed = nowFailed;
    forget(statistics.asOf());
  }

  private void forget(Instant now) {
    while (!samples.isEmpty() && samples.getFirst().at().isBefore(now.minus(WINDOW))) {
      samples.removeFirst();
    }
  }

  /** In tenths of a task a minute; negative while it is too early to tell. */
  long completedTenths(Instant now) {
    forget(now);
    return tenths(now, samples.stream().mapToLong(Sample::completed).sum());
  }

  /** In tenths of a task a minute; negative while it is too early to tell. */
  long failedTenths(Instant now) {
    forget(now);
    return tenths(now, samples.stream().mapToLong(Sample::failed).sum());
  }

  private long tenths(Instant now, long count) {
    if (since.equals(Instant.MAX) || since.plus(SHORTEST).isAfter(now)) {
      return -1;
    }
    long seconds = Math.min(WINDOW.toSeconds(), Duration.between(since, now).toSeconds());
    long stepped = Math.max(SHORTEST.toSeconds(), seconds - seconds % STEP_SECONDS);
    return count * TENTHS * WINDOW.toSeconds() / stepped;
  }
}
