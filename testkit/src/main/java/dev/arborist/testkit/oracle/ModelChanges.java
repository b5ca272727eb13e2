package dev.arborist.testkit.oracle;

import dev.arborist.domain.history.EventReason;
import dev.arborist.domain.history.TaskEvent;
import dev.arborist.domain.priority.PriorityPolicy;
import dev.arborist.domain.task.Rank;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The few changes that every operation of the model is made of. */
final class ModelChanges {

  private static final int DEPTH_MAX = 10;

  final ModelState state;
  final String actor;

  ModelChanges(ModelState state, String actor) {
    this.state = state;
    this.actor = actor;
  }

  /** Who did something, why, and what more there is to say. */
  record Act(String actor, EventReason reason, @Nullable String note) {

    /** What time or a consequence brings about. */
    static Act ofQueue(EventReason reason, @Nullable String note) {
      return new Act(TaskEvent.QUEUE, reason, note);
    }
  }

  Act byActor(EventReason reason) {
    return new Act(actor, reason, null);
  }

  void record(
      ModelTask task, @Nullable TaskStatus from, @Nullable TaskStatus to, Act act, Instant now) {
    state.lastSequence++;
    state.events.add(
        new TaskEvent(
            state.lastSequence,
            task.number,
            now,
            act.actor(),
            act.reason(),
            from,
            to,
            task.token,
            act.note()));
  }

  /** A transition to an open status. */
  void move(ModelTask task, TaskStatus to, Act act, Instant now) {
    TaskStatus from = task.status;
    task.status = to;
    if (to != TaskStatus.RUNNING) {
      task.leaseUntil = null;
    }
    task.finishedAt = null;
    task.cause = null;
    task.updatedAt = now;
    record(task, from, to, act, now);
  }

  /** A transition to a terminal status. */
  void end(ModelTask task, TaskStatus to, @Nullable TaskNumber cause, Act act, Instant now) {
    TaskStatus from = task.status;
    task.status = to;
    task.leaseUntil = null;
    task.finishedAt = now;
    task.cause = cause;
    task.updatedAt = now;
    record(task, from, to, act, now);
    settle(now);
  }

  /** The status of an open task that nobody holds. */
  TaskStatus resting(ModelTask task, Instant now) {
    if (!state.openPrerequisitesOf(task).isEmpty()) {
      return TaskStatus.BLOCKED;
    }
    return task.isDue(now) ? TaskStatus.READY : TaskStatus.PENDING;
  }

  /** Makes of a task what the end of its lease makes of it. */
  void expireIfOver(ModelTask task, Instant now) {
    if (!task.leaseIsOver(now)) {
      return;
    }
    boolean timedOut = !task.leaseUntil.isBefore(task.startedAt.plus(task.schedule.timeout()));
    Act act = Act.ofQueue(timedOut ? EventReason.TIMED_OUT : EventReason.EXPIRED, null);
    task.failures++;
    if (task.failures > task.schedule.maxRetries()) {
      end(task, TaskStatus.FAILED, null, act, now);
      cascade(task, now);
    } else {
      move(task, TaskStatus.READY, act, now);
    }
  }

  /** Cancels every open task that waits for this one, breadth first; gives them in that order. */
  List<ModelTask> cascade(ModelTask root, Instant now) {
    Act act = Act.ofQueue(EventReason.CASCADED, root.number.toString());
    List<ModelTask> cancelled = new ArrayList<>();
    Deque<ModelTask> next = new ArrayDeque<>(List.of(root));
    while (!next.isEmpty()) {
      for (ModelTask dependent : state.openDependentsOf(next.remove())) {
        end(dependent, TaskStatus.CANCELLED, root.number, act, now);
        cancelled.add(dependent);
        next.add(dependent);
      }
    }
    return cancelled;
  }

  /** Computes counts and depths afresh, and the priority of each open task that has others now. */
  void settle(Instant now) {
    Map<TaskNumber, Integer> depths = state.depths();
    for (ModelTask task : state.tasks.values()) {
      int depth = Math.min(DEPTH_MAX, depths.get(task.number));
      int dependents = task.isOpen() ? state.openDependentsOf(task).size() : 0;
      boolean other = depth != task.depth || dependents != task.openDependents;
      task.depth = depth;
      task.openDependents = dependents;
      if (other && task.isOpen()) {
        rescore(task, now);
      }
    }
  }

  /** Computes the priority of an open task afresh. */
  void rescore(ModelTask task, Instant now) {
    Rank rank =
        PriorityPolicy.DEFAULT.rank(
            task.schedule, task.profile.source(), task.depth, 0, task.openDependents, now);
    task.priority = rank.priority();
    task.urgencyChangesAt = rank.urgencyChangesAt();
  }
}
