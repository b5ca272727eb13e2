package dev.arborist.application.port.out;

import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.Progress;
import dev.arborist.domain.task.Rank;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskId;
import dev.arborist.domain.task.TaskNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a unit of work can change.
 *
 * <p>The rules of the queue are the caller's: a store keeps what it is given. Costs grow with the
 * number of tasks that a method names or returns, never with the size of the queue.
 */
public interface TaskWrites extends TaskReads {

  /**
   * Adds a task under the next number, which no task of this queue has had.
   *
   * @return the task as stored
   */
  Task insert(TaskId id, NewTask task, Progress progress, Rank rank, Instant now);

  /** Adds tasks with the numbers they have; none of them may be in use. */
  void insertAll(List<TaskDetails> tasks);

  /** A task that has the number, the id or the idempotency key of this one. */
  Optional<TaskNumber> findConflict(TaskDetails task);

  /** The highest number ever given out, 0 for a queue that is still new. */
  long highestNumber();

  /** Stores progress, rank and time of update of a task that exists. */
  void update(Task task);

  /** Stores what a run left behind; null keeps what was stored before. */
  void saveOutcome(TaskNumber number, @Nullable String result, @Nullable String error);

  /** The open tasks that this one waits for directly, in ascending order. */
  List<Task> openPrerequisitesOf(TaskNumber number);

  /** The open tasks that wait directly for this one, in ascending order. */
  List<Task> openDependentsOf(TaskNumber number);

  /**
   * The tasks for which the passing of time has a consequence: PENDING tasks that are due, RUNNING
   * tasks whose lease is over, and open tasks whose priority changes.
   *
   * @return at most {@code limit}, ordered by when it was due, then by number
   */
  List<TaskNumber> due(Instant now, int limit);

  /**
   * Makes the first READY tasks RUNNING: each gets the next token, this worker, and a lease that
   * ends after {@code lease} or its timeout, whichever is shorter.
   *
   * @return at most {@code count} whole tasks as they are now, by priority descending, then by
   *     number
   */
  List<TaskDetails> claimReady(String worker, int count, Duration lease, Instant now);
}
