package dev.arborist.domain.validation.requirement;

/** A requirement, or what it refers to, is not as it must be; the message says what is allowed. */
public final class InvalidRequirementException extends RuntimeException {

  /** Says what is wrong and what is allowed. */
  public InvalidRequirementException(String message) {
    super(message);
  }
}
