package dev.arborist.cli.tui;

/** What a person is told of what went wrong. */
final class Failures {

  private Failures() {}

  /** The message, which is one line that says what to do. */
  static String message(RuntimeException failure) {
    String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }
}
