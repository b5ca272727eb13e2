package dev.arborist.domain.task;

/** A task was to be unlinked from one that it does not wait for. */
public final class NotLinkedException extends RefusedException {

  private final TaskNumber dependent;
  private final TaskNumber prerequisite;

  /** Names both tasks. */
  public NotLinkedException(TaskNumber dependent, TaskNumber prerequisite) {
    super(
        "task " + dependent + " does not wait for " + prerequisite + ": there is nothing to undo");
    this.dependent = dependent;
    this.prerequisite = prerequisite;
  }

  /** The task that does not wait. */
  public TaskNumber dependent() {
    return dependent;
  }

  /** The task that it does not wait for. */
  public TaskNumber prerequisite() {
    return prerequisite;
  }
}
