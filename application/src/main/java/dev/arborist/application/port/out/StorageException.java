package dev.arborist.application.port.out;

import org.jspecify.annotations.Nullable;

/**
 * The store could not do what was asked: no queue there, a full disk, a locked or foreign file.
 *
 * <p>The message is one line that says what to do. Unless it says that the outcome is unknown,
 * nothing has changed.
 */
public class StorageException extends RuntimeException {

  /** Says what is wrong and what to do. */
  public StorageException(String message) {
    super(message);
  }

  /** Says what is wrong and what to do, keeping the cause. */
  public StorageException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
