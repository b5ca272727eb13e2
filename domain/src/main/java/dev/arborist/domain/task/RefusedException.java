package dev.arborist.domain.task;

/** The rules of the queue forbid the operation as things stand; nothing has changed. */
public non-sealed class RefusedException extends QueueException {

  /** Says which rule forbids what. */
  public RefusedException(String message) {
    super(message);
  }
}
