package dev.arborist.domain.task;

/** What the caller gave can never be accepted; nothing has changed. */
public final class InvalidInputException extends QueueException {

  /** Says what is wrong with the input and what would be right. */
  public InvalidInputException(String message) {
    super(message);
  }

  /** Says what is wrong with the input, keeping the cause. */
  public InvalidInputException(String message, Throwable cause) {
    super(message, cause);
  }
}
