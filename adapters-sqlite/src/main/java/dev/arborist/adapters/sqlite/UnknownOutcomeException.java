package dev.arborist.adapters.sqlite;

import dev.arborist.application.port.out.StorageException;

/** A commit failed so that nobody can say whether it was kept; it must not be run again. */
final class UnknownOutcomeException extends StorageException {

  UnknownOutcomeException(StorageException failure) {
    super(
        failure.getMessage()
            + "; whether the change was kept is unknown: look before you repeat it",
        failure);
  }
}
