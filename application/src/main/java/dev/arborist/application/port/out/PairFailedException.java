package dev.arborist.application.port.out;

import org.jspecify.annotations.Nullable;

/**
 * A pair of launches that gives no result; the message says in one line which side failed and why.
 */
public final class PairFailedException extends RuntimeException {

  /** What went wrong. */
  public PairFailedException(String message) {
    this(message, null);
  }

  /** What went wrong, and what noticed it. */
  public PairFailedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
