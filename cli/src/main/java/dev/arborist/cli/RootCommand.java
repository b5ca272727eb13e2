package dev.arborist.cli;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
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
      "failed or a benchmark regressed, 7 undecided, 129, 130 and 143 ended by a",
      "signal.",
      "",
      "Example:",
      "  arborist init && arborist add 'Write the parser' && arborist tree"
    })
final class RootCommand implements Callable<Integer> {

  static final String DEBUG = "--debug";

  private final Terminal terminal;

  @Option(names = DEBUG, scope = ScopeType.INHERIT, description = "Show where an error came from.")
  boolean debug;

  @Option(
      names = "--no-pager",
      scope = ScopeType.INHERIT,
      description = "Print on the terminal, however long it is.")
  boolean noPager;

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

  @Option(
      names = QueueOption.NAME,
      paramLabel = "FILE",
      description = "The queue's file, for the command that follows.")
  private @Nullable String database;

  @Spec private @Nullable CommandSpec spec;

  /** Shows what is long. */
  final Pager pager;

  RootCommand(Terminal terminal) {
    this.terminal = terminal;
    pager = new Pager(terminal, () -> noPager);
  }

  /** The root of the command that this belongs to. */
  static RootCommand of(CommandSpec spec) {
    return (RootCommand) spec.root().userObject();
  }

  /**
   * Hands the queue that stands before a command over to the command, unless it has one of its own.
   *
   * @throws ParameterException when the command needs no queue
   */
  void handDown(ParseResult line) {
    List<CommandLine> commands = line.asCommandLineList();
    CommandLine command = commands.get(commands.size() - 1);
    if (database == null || commands.size() == 1) {
      return;
    }
    OptionSpec option = command.getCommandSpec().findOption(QueueOption.NAME);
    if (option == null) {
      String name = command.getCommandSpec().qualifiedName();
      throw new ParameterException(
          command, "'" + name + "' needs no queue: leave " + QueueOption.NAME + " out");
    }
    if (!command.getParseResult().hasMatchedOption(option)) {
      option.setValue(database);
    }
  }

  @Override
  public Integer call() throws IOException {
    return help(Objects.requireNonNull(spec), terminal);
  }

  /** Shows the help of a command that does nothing by itself. */
  static int help(CommandSpec spec, Terminal terminal) throws IOException {
    String text = spec.commandLine().getUsageMessage(Ansi.OFF);
    of(spec).pager.show(Printout.text(terminal, () -> text));
    return ExitCode.DONE;
  }
}
