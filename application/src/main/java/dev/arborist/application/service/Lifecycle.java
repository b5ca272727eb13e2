package dev.arborist.application.service;

import dev.arborist.application.port.out.TaskWrites;
import dev.arborist.domain.history.EventReason;
import dev.arborist.domain.history.TaskEvent;
import dev.arborist.domain.priority.PriorityPolicy;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.task.TextRules;
import dev.arborist.domain.task.UnknownTaskException;
import java.time.Duration;
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
 * earlier one has already changed. Every change of a status leaves an event.
 */
final class Lifecycle {

  private final TaskWrites tx;
  private final PriorityPolicy policy;
  private final Instant now;
  private final String actor;

  Lifecycle(TaskWrites tx, PriorityPolicy policy, Instant now, String actor) {
    this.tx = tx;
    this.policy = policy;
    this.now = now;
    this.actor = actor;
  }

  TaskWrites tx() {
    return tx;
  }

  PriorityPolicy policy() {
    return policy;
  }

  Instant now() {
    return now;
  }

  String actor() {
    return actor;
  }

  Task require(TaskNumber number) {
    return tx.find(number).orElseThrow(() -> new UnknownTaskException(number));
  }

  /** The task as the expiry of its lease leaves it. */
  Task current(TaskNumber number) {
    return expireIfOver(require(number));
  }

  /**
   * The tasks as the expiry of their leases leaves them; the expiry of one may cancel another, so
   * they are read again when any was expired.
   */
  List<Task> current(List<TaskNumber> numbers) {
    List<Task> tasks = new ArrayList<>(numbers.size());
    boolean expired = false;
    for (TaskNumber number : numbers) {
      Task task = require(number);
      if (task.leaseIsOver(now)) {
        expire(task);
        expired = true;
      }
      tasks.add(task);
    }
    return expired ? numbers.stream().map(this::require).toList() : tasks;
  }

  /** Stores a change of one task and, when its status changed, the event. */
  void change(Task before, Task after, EventReason reason, String by, @Nullable String note) {
    tx.update(before, after);
    if (before.status() != after.status()) {
      record(after, before.status(), reason, by, note);
    }
  }

  void record(
      Task task, @Nullable TaskStatus from, EventReason reason, String by, @Nullable String note) {
    tx.append(
        new TaskEvent(
            0, task.number(), now, by, reason, from, task.status(), task.progress().token(), note));
  }

  private static String worker(Task task) {
    String worker = task.progress().worker();
    return worker == null ? TaskEvent.QUEUE : worker;
  }

  /** A running task has no open prerequisite, so only what waits for it is touched. */
  Task complete(Task task, @Nullable String result) {
    Task completed = task.completed(now);
    change(task, completed, EventReason.COMPLETED, worker(task), null);
    if (result != null) {
      tx.saveOutcome(task.number(), result, null);
    }
    String note = task.number().toString();
    for (Task dependent : tx.openDependentsOf(task.number())) {
      Task next = dependent.prerequisiteCompleted(now);
      change(dependent, next, EventReason.UNBLOCKED, TaskEvent.QUEUE, note);
    }
    return completed;
  }

  Task fail(Task task, boolean permanent, @Nullable String error) {
    if (error != null) {
      tx.saveOutcome(task.number(), null, error);
    }
    String note = error == null || error.isBlank() ? null : TextRules.summarise(error);
    return afterFailure(task, task.failed(permanent, now), EventReason.FAILED, worker(task), note);
  }

  Task release(Task task) {
    Task released = task.released(now);
    change(task, released, EventReason.RELEASED, worker(task), null);
    return released;
  }

  Task heartbeat(Task task, Duration lease) {
    Task renewed = task.renewed(lease, now);
    tx.update(task, renewed);
    return renewed;
  }

  private Task expireIfOver(Task task) {
    return task.leaseIsOver(now) ? expire(task) : task;
  }

  Task expire(Task task) {
    EventReason reason = task.hasTimedOut() ? EventReason.TIMED_OUT : EventReason.EXPIRED;
    return afterFailure(task, task.expired(now), reason, TaskEvent.QUEUE, null);
  }

  private Task afterFailure(
      Task before, Task after, EventReason reason, String by, @Nullable String note) {
    change(before, after, reason, by, note);
    if (after.status() == TaskStatus.FAILED) {
      cascade(after.number());
    }
    return after;
  }

  /** Cancels one open task that somebody named, and leaves what waits for it. */
  Task cancelOne(Task task) {
    return cancelOne(task, null, EventReason.CANCELLED, actor, null);
  }

  /**
   * Cancels everything that waits for a task which came to a bad end, breadth first; a task that is
   * cancelled is no longer open, so it is not met again.
   */
  List<Task> cascade(TaskNumber origin) {
    List<Task> cancelled = new ArrayList<>();
    Deque<TaskNumber> ended = new ArrayDeque<>();
    String note = origin.toString();
    ended.add(origin);
    while (!ended.isEmpty()) {
      boolean touched = false;
      for (Task found : tx.openDependentsOf(ended.remove())) {
        // One of them may wait for another, which has changed since when the first was cancelled.
        Task dependent = touched ? require(found.number()) : found;
        touched |= waitsForOthers(dependent);
        cancelled.add(cancelOne(dependent, origin, EventReason.CASCADED, TaskEvent.QUEUE, note));
        ended.add(dependent.number());
      }
    }
    return cancelled;
  }

  /** Whether it waits for more than the one that ended, which its count still holds. */
  private static boolean waitsForOthers(Task dependent) {
    return dependent.rank().openPrerequisites() > 1;
  }

  private Task cancelOne(
      Task task, @Nullable TaskNumber cause, EventReason reason, String by, @Nullable String note) {
    Task cancelled = task.cancelled(cause, now);
    change(task, cancelled, reason, by, note);
    if (task.rank().openPrerequisites() > 0) {
      for (Task prerequisite : tx.openPrerequisitesOf(task.number())) {
        dependentsChanged(prerequisite, -1);
      }
    }
    return cancelled;
  }

  /** So many open dependents more or fewer, and the priority that follows. */
  void dependentsChanged(Task prerequisite, int change) {
    tx.update(prerequisite, policy.rescore(prerequisite.openDependentsChanged(change), now));
  }

  /**
   * Applies what time has brought about to at most so many tasks, the longest overdue first.
   *
   * @return whether there may be more
   */
  boolean catchUp(int most) {
    List<TaskNumber> due = tx.due(now, most);
    for (TaskNumber number : due) {
      Task task = require(number);
      switch (task.status()) {
        case RUNNING -> expireIfOver(task);
        case PENDING -> {
          if (task.statusAt(now) != TaskStatus.PENDING) {
            change(task, task.promoted(now), EventReason.DUE, TaskEvent.QUEUE, null);
          }
        }
        case BLOCKED, READY, COMPLETED, FAILED, CANCELLED -> {}
      }
      rescoreIfDue(require(number));
    }
    return due.size() == most;
  }

  private void rescoreIfDue(Task task) {
    Instant change = task.rank().urgencyChangesAt();
    if (change != null && !change.isAfter(now)) {
      tx.update(task, policy.rescore(task, now));
    }
  }
}
