package dev.arborist.domain.task;

/** No task of the queue has this number; nothing has changed. */
public final class UnknownTaskException extends QueueException {

  private final TaskNumber number;

  /** Names the number that was not found. */
  public UnknownTaskException(TaskNumber number) {
    super("there is no task " + number);
    this.number = number;
  }

  /** The number that was not found. */
  public TaskNumber number() {
    return number;
  }
}
