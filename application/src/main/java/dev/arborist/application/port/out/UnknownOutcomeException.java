package dev.arborist.application.port.out;

/** A commit failed so that nobody can say whether it was kept; it must not be run again. */
public final class UnknownOutcomeException extends StorageException {

  /** Adds to what the store says that the outcome is unknown. */
  public UnknownOutcomeException(StorageException failure) {
    super(
        failure.getMessage()
            + "; whether the change was kept is unknown: look before you repeat it",
        failure);
  }
}
