package dev.arborist.cli;

import dev.arborist.adapters.render.text.SafeText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what is wrong with a command line, and what was probably meant. */
final class Misuse {

  private Misuse() {}

  /**
   * The line, without the name of the program in front.
   *
   * @param typed the arguments of the program
   */
  static String message(ParameterException e, String... typed) {
    CommandSpec command = e.getCommandLine().getCommandSpec();
    String wrong = wrong(e, command, List.of(typed));
    String see = "see '" + command.qualifiedName() + " --help'";
    return wrong + (wrong.endsWith("?") ? " " : "; ") + see;
  }

  /** How a person names an option or a parameter. */
  static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  /** The same, by the name that was typed where there are several. */
  static String name(ArgSpec argument, List<String> typed) {
    if (argument instanceof OptionSpec option) {
      for (String name : option.names()) {
        if (typed.stream().anyMatch(word -> word.equals(name) || word.startsWith(name + "="))) {
          return name;
        }
      }
    }
    return name(argument);
  }

  private static String wrong(ParameterException e, CommandSpec command, List<String> typed) {
    if (e instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
      String first = SafeText.of(unmatched.getUnmatched().get(0)).toString();
      if (first.length() > 1 && first.startsWith("-")) {
        return unknownOption(first.split("=", 2)[0], command);
      }
      return command.subcommands().isEmpty()
          ? "'" + first + "' is one argument too many for '" + command.qualifiedName() + "'"
          : unknownCommand(first, command);
    }
    @Nullable ArgSpec argument = e.getArgSpec();
    @Nullable String value = e.getValue();
    if (argument != null && value != null && argument.typeInfo().isEnum()) {
      return Choices.refusal(argument, value, name(argument, typed));
    }
    if (argument != null && value != null && NumberWords.isFor(argument)) {
      return NumberWords.refusal(argument, value, name(argument, typed));
    }
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("wrong usage");
  }

  static String unknownCommand(String typed, CommandSpec command) {
    String whose = command.parent() == null ? "" : " of '" + command.qualifiedName() + "'";
    return "'"
        + typed
        + "' is no command"
        + whose
        + Spelling.hint(typed, visible(command).keySet());
  }

  /** What is an option of a command below stands in the wrong place; anything else is misspelt. */
  private static String unknownOption(String typed, CommandSpec command) {
    if (visible(command).values().stream()
        .anyMatch(below -> below.getCommandSpec().findOption(typed) != null)) {
      String example = command.qualifiedName() + " COMMAND " + typed;
      return "'" + typed + "' stands behind the command that it is for: '" + example + "'";
    }
    List<String> names = new ArrayList<>();
    command.options().forEach(option -> names.addAll(List.of(option.names())));
    String whose = "'" + command.qualifiedName() + "'";
    return "'" + typed + "' is no option of " + whose + Spelling.hint(typed, names);
  }

  private static Map<String, CommandLine> visible(CommandSpec command) {
    Map<String, CommandLine> visible = new LinkedHashMap<>(command.subcommands());
    visible.values().removeIf(below -> below.getCommandSpec().usageMessage().hidden());
    return visible;
  }
}
