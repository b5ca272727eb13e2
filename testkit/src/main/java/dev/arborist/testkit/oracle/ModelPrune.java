package dev.arborist.testkit.oracle;

import dev.arborist.domain.history.EventReason;
import dev.arborist.domain.task.PruneRefusedException;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.upkeep.PruneReport;
import dev.arborist.domain.upkeep.PruneRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** How the model deletes terminal tasks. */
final class ModelPrune {

  private final ModelChanges changes;
  private final ModelState state;
  private final PruneRequest request;

  private final TreeSet<TaskNumber> going = new TreeSet<>();
  private int partial;
  private int keptForChildren;
  private int keptForDependents;

  ModelPrune(ModelChanges changes, PruneRequest request) {
    this.changes = changes;
    this.state = changes.state;
    this.request = request;
  }

  PruneReport prune(Instant now) {
    request.numbers().stream().map(state::require).forEach(t -> changes.expireIfOver(t, now));
    List<ModelTask> qualifying =
        state.where(
            task ->
                meetsStatusAndTime(task)
                    && (request.numbers().isEmpty() || request.numbers().contains(task.number)));
    if (request.recursive()) {
      qualifying.forEach(this::chooseSubtree);
    } else {
      chooseSingly(qualifying);
    }
    for (TaskNumber named : request.numbers()) {
      ModelTask task = state.require(named);
      if (task.isOpen() || (qualifying.contains(task) && !going.contains(named))) {
        throw new PruneRefusedException(named, "it has to stay");
      }
    }
    Set<TaskNumber> taken = request.limit() == 0 ? going : limited();
    if (!request.dryRun()) {
      taken.forEach(number -> delete(state.require(number), now));
      changes.settle(now);
    }
    PruneReport report =
        new PruneReport(List.copyOf(taken), partial, keptForChildren, keptForDependents);
    boolean compacts = !request.dryRun() && request.vacuum().appliesTo(taken.size());
    return compacts ? report.afterCompaction(null) : report;
  }

  private boolean meetsStatusAndTime(ModelTask task) {
    return !task.isOpen()
        && (request.statuses().isEmpty() || request.statuses().contains(task.status))
        && (request.finishedBefore() == null || end(task).isBefore(request.finishedBefore()));
  }

  private static Instant end(ModelTask task) {
    return task.finishedAt == null ? task.updatedAt : task.finishedAt;
  }

  private boolean isWaitedFor(ModelTask task) {
    return !state.openDependentsOf(task).isEmpty();
  }

  private void chooseSingly(List<ModelTask> qualifying) {
    for (ModelTask task : qualifying) {
      if (isWaitedFor(task)) {
        keptForDependents++;
      } else {
        going.add(task.number);
      }
    }
    while (going.removeIf(this::keepsAChild)) {
      // A task that stays may keep its own parent.
    }
    keptForChildren = qualifying.size() - keptForDependents - going.size();
  }

  private boolean keepsAChild(TaskNumber number) {
    return state.childrenOf(state.require(number)).stream()
        .anyMatch(child -> !going.contains(child.number));
  }

  private void chooseSubtree(ModelTask root) {
    List<ModelTask> members = state.subtreeOf(root);
    if (!members.stream().allMatch(this::meetsStatusAndTime)) {
      partial++;
    } else if (members.stream().anyMatch(this::isWaitedFor)) {
      keptForDependents++;
    } else {
      members.forEach(member -> going.add(member.number));
    }
  }

  /** Those that ended first, each with its whole subtree, while it fits. */
  private Set<TaskNumber> limited() {
    List<ModelTask> byEnd =
        going.stream()
            .map(state::require)
            .sorted(
                Comparator.comparing((ModelTask task) -> end(task))
                    .thenComparing(task -> task.number))
            .toList();
    TreeSet<TaskNumber> taken = new TreeSet<>();
    for (ModelTask task : byEnd) {
      TreeSet<TaskNumber> more = new TreeSet<>(taken);
      state.subtreeOf(task).forEach(member -> more.add(member.number));
      if (more.size() <= request.limit()) {
        taken = more;
      }
    }
    return taken;
  }

  private void delete(ModelTask task, Instant now) {
    state.events.removeIf(event -> event.task().equals(task.number));
    changes.record(task, task.status, null, changes.byActor(EventReason.PRUNED), now);
    state.tasks.remove(task.number);
    state.tasks.values().forEach(other -> other.prerequisites.remove(task.number));
  }
}
