package dev.arborist.testkit.oracle;

import dev.arborist.domain.history.EventReason;
import dev.arborist.domain.task.Cancellation;
import dev.arborist.domain.task.PrerequisiteRefusedException;
import dev.arborist.domain.task.Revival;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.task.TransitionRefusedException;
import dev.arborist.testkit.oracle.ModelChanges.Act;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How tasks of the model are cancelled, and given another chance. */
final class ModelEnds {

  private final ModelChanges changes;
  private final ModelState state;

  ModelEnds(ModelChanges changes) {
    this.changes = changes;
    this.state = changes.state;
  }

  Cancellation cancel(ModelTask task, Instant now) {
    changes.expireIfOver(task, now);
    if (!task.isOpen()) {
      throw new TransitionRefusedException(task.number, task.status, TaskStatus.CANCELLED);
    }
    changes.end(task, TaskStatus.CANCELLED, null, changes.byActor(EventReason.CANCELLED), now);
    List<ModelTask> cancelled = new ArrayList<>(List.of(task));
    cancelled.addAll(changes.cascade(task, now));
    return new Cancellation(state.stored(cancelled), 0);
  }

  Cancellation cancelSubtree(ModelTask root, Instant now) {
    List<ModelTask> members = state.subtreeOf(root);
    List<ModelTask> asked = new ArrayList<>();
    for (ModelTask member : members) {
      changes.expireIfOver(member, now);
      if (member.isOpen()) {
        Act act = changes.byActor(EventReason.CANCELLED);
        changes.end(member, TaskStatus.CANCELLED, null, act, now);
        asked.add(member);
      }
    }
    List<ModelTask> cancelled = new ArrayList<>(asked);
    asked.forEach(member -> cancelled.addAll(changes.cascade(member, now)));
    return new Cancellation(state.stored(cancelled), members.size() - asked.size());
  }

  Revival retry(ModelTask task, Instant now) {
    changes.expireIfOver(task, now);
    if (!task.isLost()) {
      throw TransitionRefusedException.forRetry(task.number, task.status);
    }
    List<ModelTask> lost = lostPrerequisitesOf(task, now);
    if (!lost.isEmpty()) {
      throw PrerequisiteRefusedException.forRetry(task.number, state.stored(lost));
    }
    revive(task, changes.byActor(EventReason.RETRIED), now);

    List<ModelTask> revived = new ArrayList<>(List.of(task));
    List<ModelTask> left = new ArrayList<>();
    ModelTask next = nextToDecide(revived, left);
    while (next != null) {
      decide(next, revived, left, now);
      next = nextToDecide(revived, left);
    }
    revived.remove(task);
    revived.stream().filter(ModelTask::isLost).forEach(left::add);
    revived.removeIf(ModelTask::isLost);
    return new Revival(state.stored(task), state.stored(revived), state.stored(left));
  }

  private void decide(ModelTask task, List<ModelTask> revived, List<ModelTask> left, Instant now) {
    List<ModelTask> lost = lostPrerequisitesOf(task, now);
    if (lost.isEmpty()) {
      revive(task, Act.ofQueue(EventReason.REVIVED, task.cause.toString()), now);
      revived.add(task);
    } else {
      task.cause = lost.get(0).number;
      task.updatedAt = now;
      left.add(task);
    }
  }

  /**
   * The lowest number that names a revived task and waits for none that may yet be revived.
   *
   * <p>What may yet be revived names a revived task, or one that may yet be.
   */
  private @Nullable ModelTask nextToDecide(List<ModelTask> revived, List<ModelTask> left) {
    Set<TaskNumber> again = new TreeSet<>();
    revived.forEach(task -> again.add(task.number));
    Set<TaskNumber> maybe = new TreeSet<>();
    boolean more = true;
    while (more) {
      more = false;
      for (ModelTask task : state.where(one -> one.cause != null && !left.contains(one))) {
        boolean named = again.contains(task.cause) || maybe.contains(task.cause);
        more |= named && maybe.add(task.number);
      }
    }
    return maybe.stream()
        .map(state::require)
        .filter(task -> again.contains(task.cause))
        .filter(task -> task.prerequisites.stream().noneMatch(maybe::contains))
        .findFirst()
        .orElse(null);
  }

  /** Another chance forgets the runs before, but for the token. */
  private void revive(ModelTask task, Act act, Instant now) {
    task.failures = 0;
    task.backoffUntil = null;
    task.dueAt = task.schedule.notBefore();
    changes.move(task, changes.resting(task, now), act, now);
    changes.settle(now);
    changes.rescore(task, now);
  }

  private List<ModelTask> lostPrerequisitesOf(ModelTask task, Instant now) {
    List<ModelTask> prerequisites = state.prerequisitesOf(task);
    prerequisites.forEach(prerequisite -> changes.expireIfOver(prerequisite, now));
    return prerequisites.stream().filter(ModelTask::isLost).toList();
  }
}
