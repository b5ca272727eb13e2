package dev.arborist.cli;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command that all others belong to. */
@Command(
    name = "arborist",
    scope = ScopeType.INHERIT,
    description = "A hierarchical task queue in one file, and an examiner of benchmarks.",
    synopsisSubcommandLabel = "COMMAND",
    versionProvider = Version.class,
    footer = {
      "",
      "The queue is --db FILE, else ARBORIST_DB, else the next .arborist/queue.db",
      "above.",
      "A TASK is a number such as 17 or #17, an id, or the beginning of an id.",
      "Exit codes: 0 done, 1 a bug, 2 wrong usage or input, 3 not found, 4 refused,",
      "5 storage failure, no queue found, or findings of the doctor, 6 a requirement",
      "failed or a benchmark regressed, 7 undecided.",
      "",
      "Example:",
      "  arborist init && arborist add 'Write the parser' && arborist tree"
    })
final class RootCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show where an error came from.")
  boolean debug;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help and exit.")
  boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Print the version and exit.")
  boolean version;

  @Spec private @Nullable CommandSpec spec;

  RootCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    terminal.print(Objects.requireNonNull(spec).commandLine().getUsageMessage(Ansi.OFF));
    return ExitCode.DONE;
  }
}
