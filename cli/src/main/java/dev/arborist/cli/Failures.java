package dev.arborist.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/** Says in words what the file system reports. */
final class Failures {

  private Failures() {}

  /** What could not be done, and why. */
  static String message(IOException failure) {
    if (failure instanceof OutputException) {
      return "cannot write the output: " + reason(failure);
    }
    @Nullable String file = failure instanceof FileSystemException named ? named.getFile() : null;
    return file == null
        ? "reading or writing failed: " + reason(failure)
        : "cannot read or write " + file + ": " + reason(failure);
  }

  /** Why, without the name of a file or of a class. */
  static String reason(IOException failure) {
    if (failure instanceof AccessDeniedException) {
      return "access is denied; check the permissions";
    }
    if (failure instanceof NoSuchFileException) {
      return "it is not there";
    }
    if (failure instanceof FileAlreadyExistsException) {
      return "something else is there already";
    }
    @Nullable String message =
        failure instanceof FileSystemException named ? named.getReason() : failure.getMessage();
    return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
  }
}
