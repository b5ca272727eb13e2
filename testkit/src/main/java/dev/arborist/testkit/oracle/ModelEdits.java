package dev.arborist.testkit.oracle;

import dev.arborist.domain.dependency.DependencyCycleException;
import dev.arborist.domain.history.EventReason;
import dev.arborist.domain.task.ChangeRefusedException;
import dev.arborist.domain.task.NotLinkedException;
import dev.arborist.domain.task.PrerequisiteRefusedException;
import dev.arborist.domain.task.Schedule;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.task.TaskUpdate;
import dev.arborist.testkit.oracle.ModelChanges.Act;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How edges and properties of tasks of the model change. */
final class ModelEdits {

  private static final Set<String> WHEN_TERMINAL = Set.of("summary", "branch");
  private static final Set<String> NOT_WHILE_RUNNING = Set.of("notBefore", "payload");

  private final ModelChanges changes;
  private final ModelState state;

  ModelEdits(ModelChanges changes) {
    this.changes = changes;
    this.state = changes.state;
  }

  void link(ModelTask dependent, ModelTask prerequisite, Instant now) {
    changes.expireIfOver(dependent, now);
    requireUnheld(dependent);
    if (dependent.prerequisites.contains(prerequisite.number)) {
      return;
    }
    if (state.reaches(prerequisite, dependent)) {
      throw new DependencyCycleException("prerequisites", List.of(dependent.number));
    }
    changes.expireIfOver(prerequisite, now);
    if (prerequisite.isLost()) {
      throw PrerequisiteRefusedException.forNewEdge(state.stored(prerequisite));
    }
    dependent.prerequisites.add(prerequisite.number);
    dependent.updatedAt = now;
    if (prerequisite.isOpen() && dependent.status != TaskStatus.BLOCKED) {
      changes.move(dependent, TaskStatus.BLOCKED, act(EventReason.LINKED, prerequisite), now);
    }
    changes.settle(now);
  }

  void unlink(ModelTask dependent, ModelTask prerequisite, Instant now) {
    changes.expireIfOver(dependent, now);
    changes.expireIfOver(prerequisite, now);
    requireUnheld(dependent);
    if (!dependent.prerequisites.remove(prerequisite.number)) {
      throw new NotLinkedException(dependent.number, prerequisite.number);
    }
    dependent.updatedAt = now;
    if (dependent.status == TaskStatus.BLOCKED && state.openPrerequisitesOf(dependent).isEmpty()) {
      TaskStatus next = changes.resting(dependent, now);
      changes.move(dependent, next, act(EventReason.UNLINKED, prerequisite), now);
    }
    changes.settle(now);
  }

  private Act act(EventReason reason, ModelTask prerequisite) {
    return new Act(changes.actor, reason, prerequisite.number.toString());
  }

  private static void requireUnheld(ModelTask dependent) {
    if (!dependent.isOpen() || dependent.status == TaskStatus.RUNNING) {
      throw new ChangeRefusedException(dependent.number, dependent.status, "it stays");
    }
  }

  void update(ModelTask task, TaskUpdate update, Instant now) {
    changes.expireIfOver(task, now);
    for (String field : update.fields()) {
      boolean running = task.status == TaskStatus.RUNNING && NOT_WHILE_RUNNING.contains(field);
      if (running || (!task.isOpen() && !WHEN_TERMINAL.contains(field))) {
        throw new ChangeRefusedException(task.number, task.status, "its " + field + " stays");
      }
    }
    checkParent(task, update);
    Schedule before = task.schedule;
    task.profile = update.profile(task.profile);
    task.schedule = update.schedule(before);
    task.prompt = update.prompt(task.prompt);
    task.payload = update.payload(task.payload);
    ModelRuns.checkJson(task.payload);
    task.updatedAt = now;
    if (!Objects.equals(task.schedule.notBefore(), before.notBefore())) {
      reschedule(task, now);
    }
    if (task.status == TaskStatus.RUNNING) {
      Instant end = task.startedAt.plus(task.schedule.timeout());
      task.leaseUntil = task.leaseUntil.isBefore(end) ? task.leaseUntil : end;
    }
    if (task.isOpen() && !task.schedule.equals(before)) {
      changes.rescore(task, now);
    }
  }

  private void checkParent(ModelTask task, TaskUpdate update) {
    if (update.newParent() == null) {
      return;
    }
    if (state.isWithin(state.require(update.newParent()), task)) {
      throw new DependencyCycleException("parents", List.of(task.number));
    }
  }

  private void reschedule(ModelTask task, Instant now) {
    boolean backsOff = task.backoffUntil != null && task.backoffUntil.isAfter(now);
    Instant notBefore = task.schedule.notBefore();
    task.dueAt = later(notBefore, backsOff ? task.backoffUntil : null);
    if (backsOff && notBefore != null && !notBefore.isBefore(task.backoffUntil)) {
      task.backoffUntil = null; // the later time takes its place for good
    }
    TaskStatus next = changes.resting(task, now);
    if (next != task.status) {
      changes.move(task, next, changes.byActor(EventReason.RESCHEDULED), now);
    }
  }

  private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isAfter(other) ? one : other;
  }
}
