package dev.arborist.cli.completion;

import dev.arborist.cli.completion.CompletionModel.Command;
import dev.arborist.cli.completion.CompletionModel.Files;
import dev.arborist.cli.completion.CompletionModel.Option;
import dev.arborist.cli.completion.CompletionModel.Place;
import dev.arborist.cli.completion.CompletionModel.Subcommand;
import dev.arborist.cli.completion.CompletionModel.Values;
import java.util.ArrayList;
import java.util.List;

/** What zsh's own {@code _arguments} is to be called with for each command. */
final class ZshTables implements CompletionScript.Tables {

  /** Options end at the first word that is none: what follows is for something else to read. */
  private static final String UNTIL = "      until=(-A '-*')\n";

  @Override
  public String of(CompletionModel model) {
    StringBuilder text = new StringBuilder();
    text.append("_arborist_commands() {\n  local -a commands\n  case $1 in\n");
    for (Command command : model.commands()) {
      if (!command.below().isEmpty()) {
        text.append("    ").append(quote(command.path())).append(")\n      commands=(\n");
        command.below().forEach(below -> text.append("        ").append(row(below)).append('\n'));
        text.append("      ) ;;\n");
      }
    }
    text.append("  esac\n  _describe -t commands command commands\n}\n\n");
    text.append("_arborist_specs() {\n  case $1 in\n");
    for (Command command : model.commands()) {
      text.append("    ").append(quote(command.path())).append(")\n");
      text.append(command.below().isEmpty() && !command.runsProgram() ? "" : UNTIL);
      text.append("      specs=(\n");
      specs(command).forEach(spec -> text.append("        ").append(quote(spec)).append('\n'));
      text.append("      ) ;;\n");
    }
    return text.append("  esac\n}\n\n").toString();
  }

  private static String row(Subcommand below) {
    return quote(below.name() + ":" + below.description());
  }

  private static List<String> specs(Command command) {
    List<String> specs = new ArrayList<>();
    for (Option option : command.options()) {
      for (String name : option.names()) {
        specs.add(spec(name, option));
      }
    }
    if (!command.below().isEmpty()) {
      specs.add("1:command:{_arborist_commands " + quoteInner(command.path()) + "}");
      specs.add("*::argument:->below");
    }
    for (int i = 0; i < command.places().size(); i++) {
      Place place = command.places().get(i);
      String what = ":" + escape(place.label()) + ":" + action(place.label(), place.values());
      specs.add((place.repeated() ? "*" : String.valueOf(i + 1)) + what);
    }
    return specs;
  }

  /** What was given once is offered no more, nor under its other names. */
  private static String spec(String name, Option option) {
    String others = String.join(" ", option.names().stream().filter(n -> !n.equals(name)).toList());
    String description = "[" + escape(option.description()) + "]";
    String exclusive = others.isEmpty() ? "" : "(" + others + ")";
    if (!option.takesValue()) {
      return exclusive + name + description;
    }
    String value = ":" + escape(option.label()) + ":" + action(option.label(), option.values());
    return (option.repeated() ? "*" : exclusive) + name + "=" + description + value;
  }

  /** Begins with a space, so that nothing is put between the words. */
  private static String action(String label, Values values) {
    if (values.isFree()) {
      return " ";
    }
    List<String> action = new ArrayList<>(List.of(" _arborist_offer", quoteInner(label)));
    action.add(values.listed() ? "many" : "one");
    action.addAll(values.words());
    if (values.files() != Files.NONE) {
      action.add(values.files() == Files.DIRECTORIES ? "/dirs" : "/files");
    }
    if (!values.query().isEmpty()) {
      action.add("\\?" + values.query().replace(":", "\\:"));
    }
    return String.join(" ", action);
  }

  /** In a specification brackets and colons have a meaning. */
  private static String escape(String text) {
    return text.replaceAll("([\\\\\\[\\]:])", "\\\\$1");
  }

  /** A word of an action, which zsh parts as it parts a line. */
  private static String quoteInner(String text) {
    return "\"" + text.replaceAll("([\\\\\"$`])", "\\\\$1").replace(":", "\\:") + "\"";
  }

  private static String quote(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
