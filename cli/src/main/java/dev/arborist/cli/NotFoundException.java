package dev.arborist.cli;

/** Something that was asked for, other than a task, is not there. */
final class NotFoundException extends RuntimeException {

  private static final long serialVersionUID = 1;

  NotFoundException(String message) {
    super(message);
  }
}
