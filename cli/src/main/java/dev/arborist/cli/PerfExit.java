package dev.arborist.cli;

import dev.arborist.domain.validation.report.Gate;

/** The exit code that a build gets. */
final class PerfExit {

  private PerfExit() {}

  static int of(Gate gate) {
    return switch (gate) {
      case PASSED -> ExitCode.DONE;
      case FAILED -> ExitCode.REQUIREMENT;
      case INCONCLUSIVE -> ExitCode.INCONCLUSIVE;
    };
  }
}
