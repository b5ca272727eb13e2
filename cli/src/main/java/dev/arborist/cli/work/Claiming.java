package dev.arborist.cli.work;

import dev.arborist.application.port.in.TaskQueue;
import dev.arborist.application.port.out.StorageException;
import dev.arborist.domain.task.Claim;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks the queue for tasks, as many as the worker may still take, and bears with a file that fails
 * for a while; for one thread.
 */
final class Claiming {

  private final TaskQueue queue;
  private final WorkSettings settings;
  private final WorkLog log;
  private int tasksLeft;
  private @Nullable Instant failingSince;

  Claiming(TaskQueue queue, WorkSettings settings, WorkLog log) {
    this.queue = queue;
    this.settings = settings;
    this.log = log;
    tasksLeft = settings.tasksMax();
  }

  /** How many tasks can be taken while so many are worked on. */
  int room(int running) {
    return Math.min(settings.jobs() - running, tasksLeft);
  }

  /** Whether as many tasks were taken as ever may be. */
  boolean isOver() {
    return tasksLeft == 0;
  }

  /** Whether the last claim failed: then nobody knows whether something is ready. */
  boolean isFailing() {
    return failingSince != null;
  }

  /**
   * Takes tasks.
   *
   * @return none when nothing is ready, or the file fails
   * @throws StorageException when it has failed for too long
   */
  List<Claim> claim(int count) {
    try {
      List<Claim> claims =
          queue.claim(settings.worker(), count, settings.lease(), settings.filter());
      failingSince = null;
      if (tasksLeft != WorkSettings.ENDLESS) {
        tasksLeft -= claims.size();
      }
      return claims;
    } catch (StorageException e) {
      bear(e);
      return List.of();
    }
  }

  private void bear(StorageException failure) {
    Instant now = Instant.now();
    Instant since = failingSince;
    if (since == null) {
      failingSince = now;
      log.warn(failure.getMessage() + "; the worker tries again");
    } else if (Duration.between(since, now).compareTo(settings.storagePatience()) > 0) {
      throw failure;
    }
  }
}
