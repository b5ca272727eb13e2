package dev.arborist.application.port.in;

import dev.arborist.domain.task.Claim;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskNumber;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What changes the queue. Every call is one durable transaction: done whole, or refused and nothing
 * changed.
 *
 * <p>Safe for use by several threads. Any call may throw {@code StorageException} when the store
 * fails.
 */
public interface TaskQueue {

  /** The lease of a claim that names none. */
  Duration LEASE_DEFAULT = Duration.ofSeconds(30);

  /**
   * Adds a task: BLOCKED while a prerequisite is open, PENDING before its time, else READY.
   *
   * @return the task with the number it was given
   * @throws dev.arborist.domain.task.UnknownTaskException when the parent or a prerequisite does
   *     not exist
   * @throws dev.arborist.domain.task.PrerequisiteRefusedException when a prerequisite is FAILED or
   *     CANCELLED
   */
  Task enqueue(NewTask task);

  /**
   * Takes the tasks that come first by priority, then by number, under a lease.
   *
   * <p>What time has brought about comes first: due tasks become READY, expired leases return their
   * tasks, priorities that change are computed afresh.
   *
   * @param worker who takes them
   * @param count how many at most, one or more
   * @param lease how long they may be held; a task's timeout shortens it
   * @return as many as were ready, possibly none
   * @throws dev.arborist.domain.task.InvalidInputException when an argument is out of range
   */
  List<Claim> claim(String worker, int count, Duration lease);

  /**
   * Ends a task well; tasks that waited for nothing else become READY in the same transaction.
   *
   * @param token the token that the claim gave
   * @param result JSON for whoever asked, or null
   * @return the task as it is now
   * @throws dev.arborist.domain.task.UnknownTaskException when there is no such task
   * @throws dev.arborist.domain.task.TransitionRefusedException when it is not RUNNING
   * @throws dev.arborist.domain.task.StaleTokenException when the token is not the current one or
   *     its lease is over; a lease that is over is then expired
   */
  Task complete(TaskNumber number, long token, @Nullable String result);

  /**
   * Ends a run badly: the task is retried after a backoff, or FAILED when no retry is left; what
   * waits for a task that is FAILED is cancelled with it.
   *
   * @param token the token that the claim gave
   * @param error what went wrong, or null
   * @return the task as it is now
   * @throws dev.arborist.domain.task.UnknownTaskException when there is no such task
   * @throws dev.arborist.domain.task.TransitionRefusedException when it is not RUNNING
   * @throws dev.arborist.domain.task.StaleTokenException as for {@link #complete}
   */
  Task fail(TaskNumber number, long token, @Nullable String error);

  /**
   * Cancels an open task and every open task that waits for it, directly or not; children are left.
   *
   * @param token when not null, the task must be held under this token
   * @return every task that was cancelled, the named one first, then by distance and number
   * @throws dev.arborist.domain.task.UnknownTaskException when there is no such task
   * @throws dev.arborist.domain.task.TransitionRefusedException when it is not open
   * @throws dev.arborist.domain.task.StaleTokenException when a token is given and holds no more
   */
  List<Task> cancel(TaskNumber number, @Nullable Long token);

  /**
   * Adds tasks that were read from elsewhere, all or none.
   *
   * <p>What is derived (status of open tasks, depth, priority) is computed; tokens, failures, times
   * and terminal statuses are kept.
   *
   * @return how many tasks were added, and under which numbers
   * @throws dev.arborist.domain.task.InvalidInputException naming the line when a task refers to
   *     one that is not there, exists already, waits in a circle or for a task that is FAILED or
   *     CANCELLED
   */
  ImportSummary importTasks(TaskImport tasks);
}
