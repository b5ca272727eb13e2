package dev.arborist.domain.task;

/** The table of transitions has no such row; names both statuses. */
public final class TransitionRefusedException extends RefusedException {

  private final TaskStatus from;
  private final TaskStatus to;

  /** Names the task and both statuses. */
  public TransitionRefusedException(TaskNumber number, TaskStatus from, TaskStatus to) {
    super("task " + number + " is " + from.label() + " and cannot become " + to.label());
    this.from = from;
    this.to = to;
  }

  /** The status that the task has. */
  public TaskStatus from() {
    return from;
  }

  /** The status that was asked for. */
  public TaskStatus to() {
    return to;
  }
}
