package dev.arborist.domain.task;

/**
 * The root of everything the queue refuses; the message is one line that says what to do.
 *
 * <p>Its three branches are the three things a caller can do about it: mend the input ({@link
 * InvalidInputException}), look for another task ({@link UnknownTaskException}), or accept that the
 * rules forbid it now ({@link RefusedException}).
 */
public abstract sealed class QueueException extends RuntimeException
    permits InvalidInputException, UnknownTaskException, RefusedException {

  QueueException(String message) {
    super(message);
  }

  QueueException(String message, Throwable cause) {
    super(message, cause);
  }
}
