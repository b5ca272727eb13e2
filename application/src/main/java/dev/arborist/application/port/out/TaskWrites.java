package dev.arborist.application.port.out;

import dev.arborist.domain.history.TaskEvent;
import dev.arborist.domain.specification.SpecificationDocument;
import dev.arborist.domain.task.ClaimFilter;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a unit of work can change.
 *
 * <p>The rules of the queue are the caller's: a store keeps what it is given, and keeps its counts
 * by status in step. Costs grow with the number of tasks that a method names or returns, never with
 * the size of the queue. A conflict with what exists is asked for ({@link #findByKey}, {@link
 * #findConflict}) and returned as a value; a conflict with a unit of work that runs at the same
 * time makes the store run this one again.
 */
public interface TaskWrites extends TaskReads {

  /**
   * The next numbers, ascending, each greater than that of any task of this queue and than any that
   * it has given before. Numbers may be left out: those that were given to a unit of work that came
   * to nothing may be lost, and another unit may get some in between.
   */
  List<TaskNumber> nextNumbers(int count);

  /** Whether there is a task with this number, which stays until the unit of work ends. */
  boolean exists(TaskNumber number);

  /** Adds a task under the number it has, and its edges; the number must not be in use. */
  void insert(TaskDetails task);

  /** Adds tasks with the numbers they have, and their edges; none of them may be in use. */
  void insertAll(List<TaskDetails> tasks);

  /** The task with this idempotency key. */
  Optional<TaskDetails> findByKey(String key);

  /** The tasks with these idempotency keys, as they all are at one moment, by number. */
  List<KeyedTask> findByKeys(List<String> keys);

  /** A task that has the number, the id or the idempotency key of this one, or had the number. */
  Optional<TaskNumber> findConflict(TaskDetails task);

  /** The highest number ever given out, 0 for a queue that is still new. */
  long highestNumber();

  /** Numbers up to this one count as given out. */
  void reserveUpTo(long number);

  /**
   * Stores what differs between two states of one task.
   *
   * @param before the task as it is stored
   * @param after the same task as it is to be
   */
  void update(Task before, Task after);

  /** Stores what a run left behind; null keeps what was stored before. */
  void saveOutcome(TaskNumber number, @Nullable String result, @Nullable String error);

  /** Stores the prompt and the payload of a task, which may have none. */
  void saveTexts(TaskNumber number, String prompt, @Nullable String payload);

  /** Adds the edge by which one task waits for another; it must not exist. */
  void addEdge(TaskNumber dependent, TaskNumber prerequisite);

  /** Removes the edge by which one task waits for another. */
  void removeEdge(TaskNumber dependent, TaskNumber prerequisite);

  /** Whether the edge exists by which one task waits for another. */
  boolean hasEdge(TaskNumber dependent, TaskNumber prerequisite);

  /** The open tasks that this one waits for directly, in ascending order. */
  List<Task> openPrerequisitesOf(TaskNumber number);

  /** The open tasks that wait directly for this one, in ascending order. */
  List<Task> openDependentsOf(TaskNumber number);

  /** The children of a task, in ascending order. */
  List<Task> childrenOf(TaskNumber number);

  /** The numbers of a task and all its descendants, in ascending order. */
  List<TaskNumber> subtreeOf(TaskNumber number);

  /** The tasks whose recorded cause is this one, in ascending order. */
  List<Task> cascadedBy(TaskNumber cause);

  /**
   * A shortest path by which one task waits for another.
   *
   * @return the tasks from {@code from} to {@code to}, both included; empty when there is none
   */
  List<TaskNumber> waitPath(TaskNumber from, TaskNumber to);

  /**
   * The path by which one task is below another.
   *
   * @return the tasks from {@code from} up to {@code to}, both included; empty when there is none
   */
  List<TaskNumber> parentPath(TaskNumber from, TaskNumber to);

  /** The greatest depth among the direct prerequisites of a task, -1 without any. */
  int deepestPrerequisiteOf(TaskNumber number);

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
   *     number; fewer when fewer are ready, or when others take them at the same time
   */
  List<TaskDetails> claimReady(
      String worker, int count, Duration lease, ClaimFilter filter, Instant now);

  /** Adds an event; its sequence is given by the store, and what it bears is ignored. */
  void append(TaskEvent event);

  /** Adds events with the sequences they have, none of which may be in use. */
  void restore(List<TaskEvent> events);

  /** The terminal tasks that ended before an instant, or all of them, by number. */
  List<Task> terminalTasks(@Nullable Instant endedBefore);

  /**
   * Deletes tasks with their texts, edges and events, but for events that say that a task was
   * pruned; nothing outside may be a child of them.
   */
  void delete(List<TaskNumber> numbers);

  /** Adds a version of a document. */
  void insertSpecification(SpecificationDocument document);

  /** Computes the counts by status afresh. */
  void recount();
}
