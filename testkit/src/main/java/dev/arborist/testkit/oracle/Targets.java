package dev.arborist.testkit.oracle;

import dev.arborist.domain.task.TaskNumber;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which task an operation is about. */
final class Targets {

  private final Chance chance;
  private final ModelState state;

  Targets(Chance chance, ModelState state) {
    this.chance = chance;
    this.state = state;
  }

  /** A task that meets a condition, where there is one; else any, or one that is not there. */
  TaskNumber one(@Nullable Predicate<ModelTask> wanted) {
    List<ModelTask> fitting = wanted == null ? List.of() : state.where(wanted);
    if (!fitting.isEmpty() && !chance.oneIn(15)) {
      return chance.of(fitting).number;
    }
    return state.tasks.isEmpty() || chance.oneIn(20) ? unknown() : chance.of(numbers());
  }

  /** Any task, or one that is not there. */
  TaskNumber any() {
    return one(null);
  }

  /** A number that no task has or will have soon. */
  TaskNumber unknown() {
    return TaskNumber.of(state.lastNumber + 100 + chance.below(10));
  }

  /** The numbers of all tasks, ascending. */
  List<TaskNumber> numbers() {
    return List.copyOf(state.tasks.keySet());
  }
}
