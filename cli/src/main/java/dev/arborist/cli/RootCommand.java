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
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    description = "A hierarchical task queue in one file.",
    synopsisSubcommandLabel = "COMMAND",
    versionProvider = Version.class,
    subcommands = {
      InitCommand.class,
      AddCommand.class,
      ListCommand.class,
      ShowCommand.class,
      TreeCommand.class,
      ClaimCommand.class,
      CompleteCommand.class,
      FailCommand.class,
      CancelCommand.class,
      ImportCommand.class,
      ExportCommand.class
    },
    footer = {
      "",
      "The queue is --db FILE, else ARBORIST_DB, else the nearest .arborist/queue.db upwards.",
      "Exit codes: 0 done, 1 a bug, 2 wrong usage or input, 3 not found, 4 refused,",
      "5 storage failure or no queue found.",
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
