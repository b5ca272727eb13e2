package dev.arborist.domain.task;

/** A task in this status can no longer, or not now, be changed in this way. */
public final class ChangeRefusedException extends RefusedException {

  private final TaskNumber number;
  private final TaskStatus status;

  /**
   * Names the task, its status and what was to change.
   *
   * @param change what was to be done, as in "its deadline cannot change"
   */
  public ChangeRefusedException(TaskNumber number, TaskStatus status, String change) {
    super("task " + number + " is " + status.label() + ", so " + change);
    this.number = number;
    this.status = status;
  }

  /** The task that was to change. */
  public TaskNumber number() {
    return number;
  }

  /** The status that forbids it. */
  public TaskStatus status() {
    return status;
  }
}
