package dev.arborist.domain.task;

/** A task cannot wait for a prerequisite that already failed or was cancelled. */
public final class PrerequisiteRefusedException extends RefusedException {

  private final TaskNumber prerequisite;

  /** Names the prerequisite and its status. */
  public PrerequisiteRefusedException(TaskNumber prerequisite, TaskStatus status) {
    super(
        "prerequisite "
            + prerequisite
            + " is "
            + status.label()
            + ", so a task that waits for it would never run: leave it out or retry it first");
    this.prerequisite = prerequisite;
  }

  /** The prerequisite that can no longer be completed. */
  public TaskNumber prerequisite() {
    return prerequisite;
  }
}
