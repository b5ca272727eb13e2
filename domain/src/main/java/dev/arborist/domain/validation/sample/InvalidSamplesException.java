package dev.arborist.domain.validation.sample;

/** Measurements that cannot be understood; the message says where, why and what to do. */
public final class InvalidSamplesException extends RuntimeException {

  /** What is wrong, in one line. */
  public InvalidSamplesException(String message) {
    super(message);
  }

  /** What is wrong, in one line, and what noticed it. */
  public InvalidSamplesException(String message, Throwable cause) {
    super(message, cause);
  }
}
