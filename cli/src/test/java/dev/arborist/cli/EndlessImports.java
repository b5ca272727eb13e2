package dev.arborist.cli;

/** Saves the same run again and again until it is killed. */
final class EndlessImports {

  private EndlessImports() {}

  /** Runs in the directory where the history and the results are. */
  public static void main(String[] arguments) {
    int code = ExitCode.DONE;
    while (code == ExitCode.DONE) {
      code = Main.run(SystemTerminal.detect(), "perf", "import", "jmh.json");
    }
    System.exit(code);
  }
}
