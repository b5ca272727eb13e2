package dev.arborist.domain.task;

/** The table of transitions has no such row; names both statuses. */
public final class TransitionRefusedException extends RefusedException {

  private final TaskStatus from;
  private final TaskStatus to;

  /** Names the task and both statuses, or that they are one. */
  public TransitionRefusedException(TaskNumber number, TaskStatus from, TaskStatus to) {
    this(number, from, to, from == to ? " already" : " and cannot become " + to.label());
  }

  private TransitionRefusedException(
      TaskNumber number, TaskStatus from, TaskStatus to, String rest) {
    super("task " + number + " is " + from.label() + rest);
    this.from = from;
    this.to = to;
  }

  /** An operator's retry of a task that has not come to such an end. */
  public static TransitionRefusedException forRetry(TaskNumber number, TaskStatus from) {
    return new TransitionRefusedException(
        number,
        from,
        TaskStatus.READY,
        ": there is nothing to retry; only failed and cancelled tasks become ready again");
  }

  /**
   * What only the holder of a task may do, of a task that is not RUNNING.
   *
   * @param to what the holder asks for: RUNNING to keep it, READY to give it back, or its end
   */
  public static TransitionRefusedException notHeld(
      TaskNumber number, TaskStatus from, TaskStatus to) {
    if (to.isOpen()) {
      return new TransitionRefusedException(number, from, to, ", not running: nobody holds it");
    }
    return from.isOpen()
        ? new TransitionRefusedException(
            number, from, to, " and cannot become " + to.label() + ": nobody holds it")
        : new TransitionRefusedException(number, from, to);
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
