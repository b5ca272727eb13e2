package dev.arborist.cli;

/** What the exit codes of every command mean. */
final class ExitCode {

  static final int DONE = 0;
  static final int BUG = 1;
  static final int USAGE = 2;
  static final int NOT_FOUND = 3;
  static final int REFUSED = 4;
  static final int STORAGE = 5;
  static final int REQUIREMENT = 6;
  static final int INCONCLUSIVE = 7;

  private ExitCode() {}
}
