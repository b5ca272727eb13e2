package dev.arborist.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * The commands by their names.
 *
 * <p>To build a command from its annotations takes some milliseconds, and there are many. Arguments
 * that begin with the name of one get a command line with that one. Whatever else they begin with
 * (nothing, an option, a mistyped name) gets all of them, since what is then printed speaks of all.
 */
final class Commands {

  /** Commands that look at all the others. */
  private static final List<String> OVERSEERS = List.of("completion", "man");

  private Commands() {}

  /** The command line with the command that the arguments begin with, or with all. */
  static CommandLine of(RootCommand root, CommandFactory factory, String... arguments) {
    String first = arguments.length == 0 ? "" : arguments[0];
    return type(first) == null || OVERSEERS.contains(first)
        ? all(root, factory)
        : with(List.of(first), root, factory);
  }

  /** The command line with all commands. */
  static CommandLine all(RootCommand root, CommandFactory factory) {
    return with(CommandGroups.names(), root, factory);
  }

  private static CommandLine with(List<String> names, RootCommand root, CommandFactory factory) {
    CommandLine line = new CommandLine(root, factory);
    for (String name : names) {
      Class<?> type = type(name);
      if (type == null) {
        throw new IllegalStateException("there is no command " + name);
      }
      line.addSubcommand(name, new CommandLine(type, factory));
    }
    return line;
  }

  /** The class is loaded by this and not before. */
  private static @Nullable Class<?> type(String name) {
    return switch (name) {
      case "init" -> InitCommand.class;
      case "add" -> AddCommand.class;
      case "update" -> UpdateCommand.class;
      case "link" -> LinkCommand.class;
      case "unlink" -> UnlinkCommand.class;
      case "cancel" -> CancelCommand.class;
      case "retry" -> RetryCommand.class;
      case "claim" -> ClaimCommand.class;
      case "heartbeat" -> HeartbeatCommand.class;
      case "complete" -> CompleteCommand.class;
      case "fail" -> FailCommand.class;
      case "release" -> ReleaseCommand.class;
      case "work" -> WorkCommand.class;
      case "list" -> ListCommand.class;
      case "show" -> ShowCommand.class;
      case "tree" -> TreeCommand.class;
      case "tui" -> TuiCommand.class;
      case "prerequisites" -> PrerequisitesCommand.class;
      case "dependents" -> DependentsCommand.class;
      case "plan" -> PlanCommand.class;
      case "explain" -> ExplainCommand.class;
      case "status" -> StatusCommand.class;
      case "events" -> EventsCommand.class;
      case "prune" -> PruneCommand.class;
      case "backup" -> BackupCommand.class;
      case "doctor" -> DoctorCommand.class;
      case "import" -> ImportCommand.class;
      case "export" -> ExportCommand.class;
      case "spec" -> SpecCommand.class;
      case "perf" -> PerfCommand.class;
      case "completion" -> CompletionCommand.class;
      case "man" -> ManCommand.class;
      case "schema" -> SchemaCommand.class;
      default -> null;
    };
  }
}
