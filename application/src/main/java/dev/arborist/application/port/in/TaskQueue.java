package dev.arborist.application.port.in;

import dev.arborist.domain.task.Cancellation;
import dev.arborist.domain.task.Claim;
import dev.arborist.domain.task.ClaimFilter;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.Revival;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskBatch;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskUpdate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What changes the queue. Every call is one durable transaction: done whole, or refused and nothing
 * changed.
 *
 * <p>Safe for use by several threads; calls of several threads share commits. Any call may throw
 * {@code StorageException} when the store fails. A task whose lease is over is taken for what its
 * expiry makes of it.
 */
public interface TaskQueue {

  /** The lease of a claim that names none. */
  Duration LEASE_DEFAULT = Duration.ofSeconds(30);

  /**
   * Adds a task: BLOCKED while a prerequisite is open, PENDING before its time, else READY.
   *
   * <p>A task whose idempotency key exists is not added again: the task that has the key is
   * returned, whatever its status.
   *
   * @return the task with the number it was given
   * @throws dev.arborist.domain.task.UnknownTaskException when the parent or a prerequisite does
   *     not exist
   * @throws dev.arborist.domain.task.PrerequisiteRefusedException when a prerequisite is FAILED or
   *     CANCELLED
   * @throws dev.arborist.domain.task.KeyConflictException when the idempotency key exists and was
   *     given with another content
   */
  Task enqueue(NewTask task);

  /**
   * Adds a whole graph of tasks, all or none, as {@link #enqueue} would add each of them.
   *
   * @return the tasks in the order of the batch, with ascending numbers but for those that existed
   * @throws dev.arborist.domain.task.InvalidInputException when prerequisites or parents form a
   *     cycle, or a key stands twice; names the positions
   * @throws dev.arborist.domain.task.UnknownTaskException as for {@link #enqueue}
   * @throws dev.arborist.domain.task.PrerequisiteRefusedException as for {@link #enqueue}
   * @throws dev.arborist.domain.task.KeyConflictException as for {@link #enqueue}
   */
  List<Task> enqueueAll(TaskBatch batch);

  /**
   * Takes the tasks that come first by priority, then by number, under a lease.
   *
   * <p>What time has brought about comes first: due tasks become READY, expired leases return their
   * tasks, priorities that change are computed afresh; the longest overdue first, at most 500 in
   * this call and the rest when nobody waits.
   *
   * @param worker who takes them
   * @param count how many at most, one or more
   * @param lease how long they may be held; a task's timeout shortens it
   * @param filter which tasks
   * @return as many as were ready, possibly none
   * @throws dev.arborist.domain.task.InvalidInputException when an argument is out of range
   */
  List<Claim> claim(String worker, int count, Duration lease, ClaimFilter filter);

  /** As {@link #claim(String, int, Duration, ClaimFilter)}, of every READY task. */
  default List<Claim> claim(String worker, int count, Duration lease) {
    return claim(worker, count, lease, ClaimFilter.ANY);
  }

  /**
   * Renews a lease: it ends so long after now, but never past the start of the run and the task's
   * timeout.
   *
   * @param token the token that the claim gave
   * @return when the lease now ends
   * @throws dev.arborist.domain.task.UnknownTaskException when there is no such task
   * @throws dev.arborist.domain.task.TransitionRefusedException when it is not RUNNING
   * @throws dev.arborist.domain.task.StaleTokenException when the token is not the current one or
   *     its lease is over; a lease that is over is then expired
   * @throws dev.arborist.domain.task.InvalidInputException when the lease is out of range
   */
  Instant heartbeat(TaskNumber number, long token, Duration lease);

  /**
   * Ends a task well; tasks that waited for nothing else become READY in the same transaction.
   *
   * @param token the token that the claim gave
   * @param result JSON for whoever asked, or null
   * @return the task as it is now
   * @throws dev.arborist.domain.task.UnknownTaskException when there is no such task
   * @throws dev.arborist.domain.task.TransitionRefusedException when it is not RUNNING
   * @throws dev.arborist.domain.task.StaleTokenException as for {@link #heartbeat}
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
   * @throws dev.arborist.domain.task.StaleTokenException as for {@link #heartbeat}
   */
  Task fail(TaskNumber number, long token, @Nullable String error);

  /** As {@link #fail}, but the task is FAILED at once, whatever retries are left. */
  Task failPermanently(TaskNumber number, long token, @Nullable String error);

  /**
   * Gives a task back: it becomes READY, and the run does not count as a failure.
   *
   * @param token the token that the claim gave
   * @return the task as it is now
   * @throws dev.arborist.domain.task.UnknownTaskException when there is no such task
   * @throws dev.arborist.domain.task.TransitionRefusedException when it is not RUNNING
   * @throws dev.arborist.domain.task.StaleTokenException as for {@link #heartbeat}
   */
  Task release(TaskNumber number, long token);

  /**
   * Cancels an open task and every open task that waits for it, directly or not; children are left.
   *
   * @param token when not null, the task must be held under this token
   * @return the task first, then what waited for it
   * @throws dev.arborist.domain.task.UnknownTaskException when there is no such task
   * @throws dev.arborist.domain.task.TransitionRefusedException when it is not open
   * @throws dev.arborist.domain.task.StaleTokenException when a token is given and holds no more
   */
  Cancellation cancel(TaskNumber number, @Nullable Long token);

  /**
   * Cancels every open task of a subtree, and what waits for one of them; members that have come to
   * an end are counted and left.
   *
   * @throws dev.arborist.domain.task.UnknownTaskException when there is no such task
   */
  Cancellation cancelSubtree(TaskNumber number);

  /**
   * Gives a FAILED or CANCELLED task another chance, with no failure counted, and revives what its
   * end had cancelled.
   *
   * @throws dev.arborist.domain.task.UnknownTaskException when there is no such task
   * @throws dev.arborist.domain.task.TransitionRefusedException when it is neither
   * @throws dev.arborist.domain.task.PrerequisiteRefusedException when one of its own prerequisites
   *     is FAILED or CANCELLED; names all of them
   */
  Revival retry(TaskNumber number);

  /**
   * Lets a task wait for another; to repeat it changes nothing.
   *
   * @return the dependent as it is now
   * @throws dev.arborist.domain.task.UnknownTaskException when one of them does not exist
   * @throws dev.arborist.domain.task.ChangeRefusedException when the dependent is not PENDING,
   *     BLOCKED or READY
   * @throws dev.arborist.domain.task.PrerequisiteRefusedException when the prerequisite is FAILED
   *     or CANCELLED
   * @throws dev.arborist.domain.dependency.DependencyCycleException when the prerequisite waits for
   *     the dependent, directly or not; names the path
   */
  Task link(TaskNumber dependent, TaskNumber prerequisite);

  /**
   * Lets a task no longer wait for another.
   *
   * @return the dependent as it is now
   * @throws dev.arborist.domain.task.UnknownTaskException when one of them does not exist
   * @throws dev.arborist.domain.task.ChangeRefusedException as for {@link #link}
   * @throws dev.arborist.domain.task.NotLinkedException when it does not wait for it
   */
  Task unlink(TaskNumber dependent, TaskNumber prerequisite);

  /**
   * Changes what was asked of a task.
   *
   * @return the task as it is now
   * @throws dev.arborist.domain.task.UnknownTaskException when the task or its new parent does not
   *     exist
   * @throws dev.arborist.domain.task.ChangeRefusedException when the status forbids one of the
   *     changes; nothing is changed
   * @throws dev.arborist.domain.task.InvalidInputException when a value is out of range, or nothing
   *     is to change
   * @throws dev.arborist.domain.dependency.DependencyCycleException when the new parent is the task
   *     itself or one of its descendants
   */
  Task update(TaskNumber number, TaskUpdate update);

  /**
   * Adds tasks that were read from elsewhere, all or none.
   *
   * <p>What is derived (status of open tasks, depth, priority) is computed; tokens, failures,
   * times, terminal statuses and histories are kept.
   *
   * @return how many tasks were added, and under which numbers
   * @throws dev.arborist.domain.task.InvalidInputException naming the line when a task refers to
   *     one that is not there, exists already, waits in a circle or for a task that is FAILED or
   *     CANCELLED
   */
  ImportSummary importTasks(TaskImport tasks);
}
