package dev.arborist.cli.work;

import dev.arborist.domain.task.ClaimFilter;
import dev.arborist.domain.task.InvalidInputException;
import java.time.Duration;

/**
 * Which tasks a worker takes, how many and until when.
 *
 * @param worker in whose name tasks are claimed
 * @param filter which tasks
 * @param lease for how long a task is held without a sign of life
 * @param jobs how many programs run at a time
 * @param poll how long it waits when nothing is ready
 * @param tasksMax after how many tasks it ends; {@link #ENDLESS} for no limit
 * @param untilEmpty whether it ends when nothing is left to be done
 * @param drains whether running programs may finish after the first signal
 * @param storagePatience for how long it tries again when the queue's file fails
 */
public record WorkSettings(
    String worker,
    ClaimFilter filter,
    Duration lease,
    int jobs,
    Duration poll,
    int tasksMax,
    boolean untilEmpty,
    boolean drains,
    Duration storagePatience) {

  /** No limit to the number of tasks. */
  public static final int ENDLESS = Integer.MAX_VALUE;

  private static final int JOBS_MAX = 1_000;
  private static final Duration LEASE_MIN = Duration.ofSeconds(1);
  private static final Duration POLL_MIN = Duration.ofMillis(10);

  /**
   * Checks the numbers and times.
   *
   * @throws InvalidInputException naming what is out of range
   */
  public WorkSettings {
    if (jobs < 1 || jobs > JOBS_MAX) {
      throw new InvalidInputException("the jobs are " + jobs + ": give 1 to " + JOBS_MAX);
    }
    if (tasksMax < 1) {
      throw new InvalidInputException("the tasks are " + tasksMax + ": give 1 or more");
    }
    if (lease.compareTo(LEASE_MIN) < 0) {
      throw new InvalidInputException(
          "the lease is "
              + lease.toMillis()
              + " ms: give at least 1s, or it ends between two beats");
    }
    if (poll.compareTo(POLL_MIN) < 0) {
      throw new InvalidInputException(
          "the poll is " + poll.toMillis() + " ms: give at least " + POLL_MIN.toMillis() + "ms");
    }
  }
}
