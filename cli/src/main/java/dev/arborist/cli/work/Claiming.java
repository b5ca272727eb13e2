package dev.arborist.cli.work;

import dev.arborist.application.port.in.TaskQueue;
import dev.arborist.application.port.out.StorageException;
import dev.arborist.domain.task.Claim;
import java.util.List;
import java.util.function.LongSupplier;
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
  private final LongSupplier nanoTime;
  private @Nullable Long failingSince;

  Claiming(Workplace place, WorkSettings settings) {
    queue = place.queue();
    log = place.log();
    nanoTime = place.machine().nanoTime();
    this.settings = settings;
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
    long now = nanoTime.getAsLong();
    Long since = failingSince;
    if (since == null) {
      failingSince = now;
      log.warn(failure.getMessage() + "; the worker tries again");
    } else if (now - since > settings.storagePatience().toNanos()) {
      throw failure;
    }
  }
}
