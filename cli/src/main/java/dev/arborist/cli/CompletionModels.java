package dev.arborist.cli;

import dev.arborist.cli.completion.CompletionModel;
import dev.arborist.cli.completion.CompletionModel.Command;
import dev.arborist.cli.completion.CompletionModel.Files;
import dev.arborist.cli.completion.CompletionModel.Option;
import dev.arborist.cli.completion.CompletionModel.Place;
import dev.arborist.cli.completion.CompletionModel.Subcommand;
import dev.arborist.cli.completion.CompletionModel.Values;
import dev.arborist.domain.task.TaskStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Reads off picocli's model what can be typed.
 *
 * <p>What a value is follows from what its help calls it: a TASK is asked of the queue, a FILE is
 * looked for on the disk. So a new command is completed without a word here.
 */
final class CompletionModels {

  /** The statuses of the tasks that a command can do something with; all where none are named. */
  static final Map<String, String> STATUSES =
      Map.ofEntries(
          Map.entry("complete", "running"),
          Map.entry("fail", "running"),
          Map.entry("heartbeat", "running"),
          Map.entry("release", "running"),
          Map.entry("retry", "failed,cancelled"),
          Map.entry("prune", "completed,failed,cancelled"),
          Map.entry("cancel", open()),
          Map.entry("link", "pending,blocked,ready"),
          Map.entry("unlink", "blocked"),
          Map.entry("update", open()),
          Map.entry("plan", open()));

  private CompletionModels() {}

  /** What can be typed for a program and its commands. */
  static CompletionModel of(CommandSpec program) {
    List<Command> commands = new ArrayList<>();
    for (CommandSpec command : all(program)) {
      if (namesCommands(command)) {
        commands.addAll(naming(command, program));
      } else {
        commands.add(command(command.qualifiedName(), command, below(command)));
      }
    }
    return new CompletionModel(commands);
  }

  /** Whether commands are what is typed behind it, as for {@code man}. */
  private static boolean namesCommands(CommandSpec command) {
    return command.positionalParameters().stream()
        .anyMatch(place -> isCommand(place) && !Choices.words(place).isEmpty());
  }

  /** A command behind which all commands of the program can be typed, as if they were below it. */
  private static List<Command> naming(CommandSpec command, CommandSpec program) {
    return all(program).stream()
        .filter(above -> !below(above).isEmpty())
        .map(above -> command(pathBehind(command, above), command, below(above)))
        .toList();
  }

  private static String pathBehind(CommandSpec command, CommandSpec above) {
    String program = above.root().name();
    return command.qualifiedName() + above.qualifiedName().substring(program.length());
  }

  private static boolean isCommand(ArgSpec argument) {
    return argument.paramLabel().equals("COMMAND");
  }

  /** A command and all that are below it, each behind the one it is below. */
  static List<CommandSpec> all(CommandSpec command) {
    List<CommandSpec> all = new ArrayList<>(List.of(command));
    for (int i = 0; i < all.size(); i++) {
      all.addAll(below(all.get(i)));
    }
    return all;
  }

  /** The commands below another that a help shows, each once. */
  static List<CommandSpec> below(CommandSpec command) {
    return command.subcommands().values().stream()
        .map(line -> line.getCommandSpec())
        .filter(spec -> !spec.usageMessage().hidden())
        .distinct()
        .toList();
  }

  /** A description as it is shown: picocli's placeholders are filled in. */
  static String shown(String description) {
    return description.replace("%%", "%");
  }

  private static Command command(String path, CommandSpec spec, List<CommandSpec> below) {
    return new Command(
        path,
        below.stream()
            .map(one -> new Subcommand(one.name(), first(one.usageMessage().description())))
            .toList(),
        spec.options().stream()
            .filter(option -> !option.hidden())
            .map(option -> option(option, spec))
            .toList(),
        namesCommands(spec)
            ? List.of()
            : spec.positionalParameters().stream().map(place -> place(place, spec)).toList(),
        spec.parser().stopAtPositional());
  }

  private static Option option(OptionSpec option, CommandSpec command) {
    boolean takesValue = option.arity().max() > 0;
    return new Option(
        List.of(option.names()),
        first(option.description()),
        takesValue ? option.paramLabel() : "",
        takesValue ? values(option, option.longestName(), command) : Values.FREE,
        option.isMultiValue());
  }

  private static Place place(PositionalParamSpec place, CommandSpec command) {
    boolean repeated = place.arity().max() > 1;
    return new Place(place.paramLabel(), values(place, "", command), repeated);
  }

  private static String first(String[] description) {
    return description.length == 0 ? "" : shown(description[0]);
  }

  private static Values values(ArgSpec argument, String option, CommandSpec command) {
    boolean listed = !argument.splitRegex().isEmpty();
    List<String> words = Choices.words(argument);
    return switch (argument.paramLabel()) {
      case "TASK" ->
          tasks(option.isEmpty() ? STATUSES.getOrDefault(command.name(), "") : "", listed);
      case "PREREQUISITE" -> tasks("", listed);
      case "RUN", "RESULTS", "OLD", "NEW" -> new Values(words, Files.ANY, "runs", listed);
      case "FILE", "PATH", "COMMAND" -> new Values(words, Files.ANY, "", listed);
      case "DIR" -> new Values(words, Files.DIRECTORIES, "", listed);
      default -> new Values(words, Files.NONE, names(option), listed);
    };
  }

  private static Values tasks(String statuses, boolean listed) {
    String query = statuses.isEmpty() ? "tasks" : "tasks:" + statuses;
    return new Values(List.of(), Files.NONE, query, listed);
  }

  private static String names(String option) {
    return switch (option) {
      case "--agent-type" -> "agent-types";
      case "--branch" -> "branches";
      case "--worker" -> "workers";
      default -> "";
    };
  }

  private static String open() {
    return Arrays.stream(TaskStatus.values())
        .filter(TaskStatus::isOpen)
        .map(TaskStatus::label)
        .collect(Collectors.joining(","));
  }
}
