package dev.arborist.application.service;

import dev.arborist.application.port.out.TaskWrites;
import dev.arborist.domain.priority.PriorityPolicy;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.PrerequisiteRefusedException;
import dev.arborist.domain.task.Progress;
import dev.arborist.domain.task.Rank;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskId;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.task.UnknownTaskException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happens to tasks within one unit of work at one instant, with all its consequences for the
 * tasks around them.
 *
 * <p>Each step costs as much as the tasks it touches have neighbours, whatever the size of the
 * queue, and reads every task it changes from the transaction, so that no step works on what an
 * earlier one has already changed.
 */
final class Lifecycle {

  private final TaskWrites tx;
  private final PriorityPolicy policy;
  private final Instant now;

  Lifecycle(TaskWrites tx, PriorityPolicy policy, Instant now) {
    this.tx = tx;
    this.policy = policy;
    this.now = now;
  }

  Instant now() {
    return now;
  }

  Task require(TaskNumber number) {
    return tx.find(number).orElseThrow(() -> new UnknownTaskException(number));
  }

  Task enqueue(TaskId id, NewTask task) {
    TaskNumber parent = task.profile().parent();
    if (parent != null) {
      require(parent);
    }
    List<Task> open = new ArrayList<>();
    int depth = 0;
    for (TaskNumber number : task.prerequisites()) {
      Task prerequisite = expireIfOver(require(number));
      requireCompletable(prerequisite);
      depth = Math.max(depth, Rank.depthBelow(prerequisite.rank().depth()));
      if (prerequisite.status().isOpen()) {
        open.add(prerequisite);
      }
    }
    Instant due = task.schedule().notBefore();
    TaskStatus status = Task.restingStatus(open.size(), due, now);
    Rank rank = policy.rank(task.schedule(), task.profile().source(), depth, open.size(), 0, now);
    Task stored = tx.insert(id, task, Progress.unclaimed(status, due), rank, now);
    open.forEach(prerequisite -> dependentsChanged(prerequisite, 1));
    return stored;
  }

  private static void requireCompletable(Task prerequisite) {
    switch (prerequisite.status()) {
      case FAILED, CANCELLED ->
          throw new PrerequisiteRefusedException(prerequisite.number(), prerequisite.status());
      case PENDING, BLOCKED, READY, RUNNING, COMPLETED -> {}
    }
  }

  /** A running task has no open prerequisite, so only what waits for it is touched. */
  Task complete(Task task, @Nullable String result) {
    Task completed = task.completed(now);
    tx.update(completed);
    if (result != null) {
      tx.saveOutcome(task.number(), result, null);
    }
    for (Task dependent : tx.openDependentsOf(task.number())) {
      tx.update(dependent.prerequisiteCompleted(now));
    }
    return completed;
  }

  Task fail(Task task, @Nullable String error) {
    if (error != null) {
      tx.saveOutcome(task.number(), null, error);
    }
    return afterFailure(task.failed(false, now));
  }

  private Task expireIfOver(Task task) {
    return task.leaseIsOver(now) ? expire(task) : task;
  }

  Task expire(Task task) {
    return afterFailure(task.expired(now));
  }

  private Task afterFailure(Task next) {
    tx.update(next);
    if (next.status() == TaskStatus.FAILED) {
      cancelDependents(next.number());
    }
    return next;
  }

  /** The task and everything that waits for it, directly or not, each once. */
  List<Task> cancel(Task found) {
    Task task = expireIfOver(found);
    List<Task> cancelled = new ArrayList<>();
    cancelled.add(cancelOne(task, null));
    cancelled.addAll(cancelDependents(task.number()));
    return cancelled;
  }

  /** Breadth first; a task that is cancelled is no longer open, so it is not met again. */
  private List<Task> cancelDependents(TaskNumber origin) {
    List<Task> cancelled = new ArrayList<>();
    Deque<TaskNumber> ended = new ArrayDeque<>();
    ended.add(origin);
    while (!ended.isEmpty()) {
      for (Task dependent : tx.openDependentsOf(ended.remove())) {
        cancelled.add(cancelOne(dependent, origin));
        ended.add(dependent.number());
      }
    }
    return cancelled;
  }

  private Task cancelOne(Task task, @Nullable TaskNumber cause) {
    Task cancelled = task.cancelled(cause, now);
    tx.update(cancelled);
    for (Task prerequisite : tx.openPrerequisitesOf(task.number())) {
      dependentsChanged(prerequisite, -1);
    }
    return cancelled;
  }

  /** Applies what time has brought about to at most so many tasks, the longest overdue first. */
  void catchUp(int most) {
    for (TaskNumber number : tx.due(now, most)) {
      Task task = require(number);
      switch (task.status()) {
        case RUNNING -> expireIfOver(task);
        case PENDING -> {
          if (task.statusAt(now) != TaskStatus.PENDING) {
            tx.update(task.promoted(now));
          }
        }
        case BLOCKED, READY, COMPLETED, FAILED, CANCELLED -> {}
      }
      rescoreIfDue(require(number));
    }
  }

  private void rescoreIfDue(Task task) {
    Instant change = task.rank().urgencyChangesAt();
    if (change != null && !change.isAfter(now)) {
      tx.update(policy.rescore(task, now));
    }
  }

  private void dependentsChanged(Task prerequisite, int change) {
    tx.update(policy.rescore(prerequisite.openDependentsChanged(change), now));
  }
}
