package dev.arborist.testkit.oracle;

import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.upkeep.PruneRequest;
import dev.arborist.domain.upkeep.VacuumMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Requests to prune: of named tasks, or of all that meet conditions. */
final class PruneGenerator {

  private static final List<TaskStatus> TERMINAL =
      List.of(TaskStatus.COMPLETED, TaskStatus.FAILED, TaskStatus.CANCELLED);

  private final Chance chance;
  private final ModelState state;
  private final Targets targets;

  PruneGenerator(Chance chance, ModelState state, Targets targets) {
    this.chance = chance;
    this.state = state;
    this.targets = targets;
  }

  Operation prune(Instant now) {
    PruneRequest.Builder request =
        PruneRequest.where()
            .recursive(chance.oneIn(2))
            .dryRun(chance.oneIn(3))
            .vacuum(chance.oneIn(10) ? VacuumMode.ALWAYS : VacuumMode.CONDITIONAL);
    if (chance.oneIn(3)) {
      request.numbers(named());
      if (chance.oneIn(2)) {
        return new Operation.Prune(request.build());
      }
    }
    if (chance.oneIn(2)) {
      request.limit(1 + chance.below(4));
    }
    if (chance.oneIn(3)) {
      request.finishedBefore(someEnd(now).plus(chance.nudge()));
    }
    List<TaskStatus> statuses = chance.some(3, TERMINAL);
    request.statuses(statuses.isEmpty() ? TERMINAL : statuses);
    return new Operation.Prune(request.build());
  }

  private List<TaskNumber> named() {
    if (chance.oneIn(20)) {
      return List.of(targets.unknown());
    }
    List<TaskNumber> wanted =
        new ArrayList<>(
            chance.some(
                3, state.where(task -> !task.isOpen()).stream().map(task -> task.number).toList()));
    if (wanted.isEmpty() || chance.oneIn(8)) {
      wanted.add(state.tasks.isEmpty() ? targets.unknown() : chance.of(targets.numbers()));
    }
    return wanted;
  }

  private Instant someEnd(Instant now) {
    List<Instant> ends =
        state.where(task -> task.finishedAt != null).stream().map(task -> task.finishedAt).toList();
    return ends.isEmpty() ? now : chance.of(ends);
  }
}
