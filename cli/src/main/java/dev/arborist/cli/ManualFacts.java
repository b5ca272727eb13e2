package dev.arborist.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** What a manual page says that no help does: what a command returns and what it reads. */
final class ManualFacts {

  /**
   * Something that a command reads if it has an option.
   *
   * @param option the option; empty for what only the page of the program names
   * @param name a variable or a file
   * @param meaning what it is
   */
  private record Fact(String option, String name, String meaning) {}

  private static final List<Fact> VARIABLES =
      List.of(
          new Fact("--db", "ARBORIST_DB", "The queue, unless --db names one."),
          new Fact("--actor", "ARBORIST_ACTOR", "In whose name, unless --actor says it."),
          new Fact("--actor", "USER", "In whose name, unless something else says it."),
          new Fact("--durability", "ARBORIST_DURABILITY", "full or normal, as --durability."),
          new Fact("--history", "ARBORIST_HISTORY", "The saved runs, unless --history names them."),
          new Fact("--color", "NO_COLOR", "Set to anything: no colours, unless --color asks."),
          new Fact("--color", "CLICOLOR_FORCE", "Set to anything but 0: colours everywhere."),
          new Fact("--color", "FORCE_COLOR", "The same; 0: none, 2: 256 colours, 3: all."),
          new Fact("--color", "CLICOLOR", "0: no colours."),
          new Fact("--color", "COLORTERM", "truecolor or 24bit: 16 million colours."),
          new Fact("--color", "TERM", "dumb: no colours; with 256color in it: 256."),
          new Fact("--color", "COLUMNS", "How wide the terminal is; it is asked by default."),
          new Fact("--no-pager", "LINES", "How high the terminal is; it is asked by default."),
          new Fact("--no-pager", "ARBORIST_PAGER", "Shows what is long; cat or nothing: none."),
          new Fact("--no-pager", "PAGER", "The same for all programs; by default less."),
          new Fact("", "ARBORIST_JAVA_OPTS", "More options for the Java that runs arborist."),
          new Fact("", "JAVA_HOME", "Where that Java is; by default on the PATH."));

  private static final List<Fact> FILES =
      List.of(
          new Fact(
              "--db",
              ".arborist/queue.db",
              "The queue; while it is open, queue.db-wal and queue.db-shm belong to it. Only"
                  + " arborist may open them: copy a queue with arborist backup."),
          new Fact("--history", ".arborist/history.db", "The saved runs."),
          new Fact("--requirements", "requirements.toml", "What is required of benchmarks."));

  private final CommandSpec command;

  ManualFacts(CommandSpec command) {
    this.command = command;
  }

  /** What the exit codes mean, by code. */
  Map<String, String> exitCodes() {
    boolean whole = command.parent() == null;
    boolean judges = whole || command.findOption("--fail-if") != null;
    Map<String, String> codes = new LinkedHashMap<>();
    put(ExitCode.DONE, "Done.", codes);
    put(ExitCode.BUG, "A bug.", codes);
    put(ExitCode.USAGE, "Wrong usage or input.", codes);
    put(ExitCode.NOT_FOUND, "There is no such task, document or run.", codes);
    put(ExitCode.REFUSED, "Refused: the task's status or its claim does not allow it.", codes);
    put(ExitCode.STORAGE, "Storage failed, there is no queue, or the doctor found damage.", codes);
    if (judges) {
      put(ExitCode.REQUIREMENT, "A requirement failed, or a benchmark regressed.", codes);
      put(ExitCode.INCONCLUSIVE, "Something was left undecided.", codes);
    }
    codes.put("129, 130, 143", "Ended by SIGHUP, SIGINT or SIGTERM.");
    return codes;
  }

  private static void put(int code, String meaning, Map<String, String> codes) {
    codes.put(String.valueOf(code), meaning);
  }

  /** The variables that the command reads. */
  Map<String, String> environment() {
    return about(VARIABLES);
  }

  /** The files that the command reads or writes. */
  Map<String, String> files() {
    return about(FILES);
  }

  private Map<String, String> about(List<Fact> facts) {
    Map<String, String> named = new LinkedHashMap<>();
    for (Fact fact : facts) {
      if (command.parent() == null || command.findOption(fact.option) != null) {
        named.put(fact.name, fact.meaning);
      }
    }
    return named;
  }
}
