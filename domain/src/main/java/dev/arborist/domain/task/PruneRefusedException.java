package dev.arborist.domain.task;

/** A task that was named for pruning has to stay; nothing was pruned. */
public final class PruneRefusedException extends RefusedException {

  private final TaskNumber number;

  /** Names the task and why it has to stay. */
  public PruneRefusedException(TaskNumber number, String reason) {
    super("task " + number + " cannot be pruned: " + reason);
    this.number = number;
  }

  /** The task that has to stay. */
  public TaskNumber number() {
    return number;
  }
}
