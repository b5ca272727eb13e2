package dev.arborist.domain.task;

import java.util.List;
import java.util.stream.Collectors;

/** A task cannot wait for prerequisites that already failed or were cancelled. */
public final class PrerequisiteRefusedException extends RefusedException {

  private final List<TaskNumber> prerequisites;

  private PrerequisiteRefusedException(String message, List<TaskNumber> prerequisites) {
    super(message);
    this.prerequisites = List.copyOf(prerequisites);
  }

  /** A new task or link names this prerequisite. */
  public static PrerequisiteRefusedException forNewEdge(Task prerequisite) {
    return new PrerequisiteRefusedException(
        "prerequisite "
            + prerequisite.number()
            + " is "
            + prerequisite.status().label()
            + ", so a task that waits for it would never run: leave it out or retry it first",
        List.of(prerequisite.number()));
  }

  /** A retry of this task would leave it waiting for these prerequisites for ever. */
  public static PrerequisiteRefusedException forRetry(TaskNumber number, List<Task> lost) {
    return new PrerequisiteRefusedException(
        "task "
            + number
            + " waits for "
            + lost.stream()
                .map(task -> task.number() + " (" + task.status().label() + ")")
                .collect(Collectors.joining(", "))
            + ": retry that first",
        lost.stream().map(Task::number).toList());
  }

  /** The prerequisites that can no longer be completed, ascending. */
  public List<TaskNumber> prerequisites() {
    return prerequisites;
  }
}
