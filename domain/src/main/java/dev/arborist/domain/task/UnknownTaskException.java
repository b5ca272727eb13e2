package dev.arborist.domain.task;

/** No task of the queue is meant by this reference; nothing has changed. */
public final class UnknownTaskException extends QueueException {

  private final String reference;

  /** Names the number that was not found. */
  public UnknownTaskException(TaskNumber number) {
    super("there is no task " + number);
    reference = number.toString();
  }

  /** Names the id, or the beginning of one, that was not found. */
  public UnknownTaskException(String reference) {
    super("there is no task whose id begins with '" + reference + "'");
    this.reference = reference;
  }

  /** What was not found: a number such as {@code #17}, or the beginning of an id. */
  public String reference() {
    return reference;
  }
}
