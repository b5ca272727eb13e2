package dev.arborist.cli.completion;

import dev.arborist.cli.completion.CompletionModel.Command;
import dev.arborist.cli.completion.CompletionModel.Files;
import dev.arborist.cli.completion.CompletionModel.Option;
import dev.arborist.cli.completion.CompletionModel.Place;
import dev.arborist.cli.completion.CompletionModel.Subcommand;
import dev.arborist.cli.completion.CompletionModel.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Four functions that look up the commands below, the options, the values, and whether a program
 * with options of its own comes first.
 */
final class BashTables implements CompletionScript.Tables {

  @Override
  public String of(CompletionModel model) {
    StringBuilder text = new StringBuilder();
    table("commands", model, text, command -> row(command.path(), commands(command)));
    table("options", model, text, command -> row(command.path(), options(command)));
    table("values", model, text, BashTables::values);
    table("runs", model, text, command -> row(command.path(), command.runsProgram() ? "yes" : ""));
    return text.toString();
  }

  private interface Rows {
    String of(Command command);
  }

  private static void table(String name, CompletionModel model, StringBuilder text, Rows rows) {
    text.append("_arborist_").append(name).append("() {\n  case \"$1\" in\n");
    model.commands().forEach(command -> text.append(rows.of(command)));
    text.append("    *) reply= ;;\n  esac\n}\n\n");
  }

  private static String row(String key, String value) {
    return value.isEmpty() ? "" : "    " + quote(key) + ") reply=" + quote(value) + " ;;\n";
  }

  private static String commands(Command command) {
    return command.below().stream().map(Subcommand::name).collect(Collectors.joining(" "));
  }

  /** An equals sign behind an option says that it takes a value. */
  private static String options(Command command) {
    return command.options().stream()
        .flatMap(option -> option.names().stream().map(name -> name(name, option)))
        .collect(Collectors.joining(" "));
  }

  private static String name(String name, Option option) {
    return option.takesValue() ? name + "=" : name;
  }

  private static String values(Command command) {
    StringBuilder rows = new StringBuilder();
    for (Option option : command.options()) {
      for (String name : option.names()) {
        rows.append(row(command.path() + " " + name, items(option.values())));
      }
    }
    for (int i = 0; i < command.places().size(); i++) {
      Place place = command.places().get(i);
      String items = items(place.values());
      rows.append(row(command.path() + " " + i, items));
      if (place.repeated() && !items.isEmpty()) {
        String key = quote(command.path() + " ") + "[0-9]*";
        rows.append("    ").append(key).append(") reply=").append(quote(items)).append(" ;;\n");
      }
    }
    return rows.toString();
  }

  private static String items(Values values) {
    if (values.isFree()) {
      return "";
    }
    List<String> items = new ArrayList<>(List.of(values.listed() ? "many" : "one"));
    items.addAll(values.words());
    if (values.files() != Files.NONE) {
      items.add(values.files() == Files.DIRECTORIES ? "/dirs" : "/files");
    }
    if (!values.query().isEmpty()) {
      items.add("?" + values.query());
    }
    return String.join(" ", items);
  }

  private static String quote(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
