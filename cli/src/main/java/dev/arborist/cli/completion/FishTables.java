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

/** Two functions that say which words are commands and options, and fish's own {@code complete}. */
final class FishTables implements CompletionScript.Tables {

  private static final String COMPLETE = "complete -c arborist -n ";

  @Override
  public String of(CompletionModel model) {
    StringBuilder text = new StringBuilder();
    table("below", model, text, command -> names(command.below()));
    table("valued", model, text, command -> valued(command.options()));
    text.append("complete -c arborist -f\n");
    model.commands().forEach(command -> complete(command, text));
    return text.toString();
  }

  private interface Row {
    String of(Command command);
  }

  private static void table(String name, CompletionModel model, StringBuilder text, Row row) {
    text.append("function __arborist_").append(name).append("\n    switch \"$argv\"\n");
    for (Command command : model.commands()) {
      String words = row.of(command);
      if (!words.isEmpty()) {
        text.append("        case ").append(quote(command.path())).append('\n');
        text.append("            string split -- ' ' ").append(quote(words)).append('\n');
      }
    }
    text.append("    end\nend\n\n");
  }

  private static String names(List<Subcommand> below) {
    return below.stream().map(Subcommand::name).collect(Collectors.joining(" "));
  }

  private static String valued(List<Option> options) {
    return options.stream()
        .filter(Option::takesValue)
        .flatMap(option -> option.names().stream())
        .collect(Collectors.joining(" "));
  }

  private static void complete(Command command, StringBuilder text) {
    String path = quote(command.path());
    for (Subcommand below : command.below()) {
      text.append(COMPLETE).append(quote("__arborist_place 0 0 " + path));
      text.append(" -a ").append(quote(below.name()));
      text.append(" -d ").append(quote(below.description())).append('\n');
    }
    for (Option option : command.options()) {
      String names = option.names().stream().map(FishTables::name).collect(Collectors.joining());
      String place = command.runsProgram() ? "__arborist_place 0 0 " : "__arborist_at ";
      String where = COMPLETE + quote(place + path) + names;
      text.append(where).append(option.takesValue() ? " -r" + values(option.values()) : "");
      text.append(" -d ").append(quote(option.description())).append('\n');
    }
    for (int i = 0; i < command.places().size(); i++) {
      Place place = command.places().get(i);
      if (!place.values().isFree()) {
        int last = place.repeated() ? Short.MAX_VALUE : i;
        String where = "__arborist_place " + i + " " + last + " " + path;
        text.append(COMPLETE).append(quote(where)).append(values(place.values())).append('\n');
      }
    }
  }

  private static String name(String name) {
    return name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1);
  }

  private static String values(Values values) {
    List<String> calls = new ArrayList<>();
    String amount = values.listed() ? "many" : "one";
    if (!values.words().isEmpty()) {
      calls.add("(__arborist_words " + amount + " " + String.join(" ", values.words()) + ")");
    }
    if (values.files() == Files.DIRECTORIES) {
      calls.add("(__fish_complete_directories (__arborist_typed))");
    }
    if (!values.query().isEmpty()) {
      calls.add("(__arborist_ask " + amount + " " + values.query() + ")");
    }
    String files = values.files() == Files.ANY ? " -F" : " -f";
    return calls.isEmpty() ? files : files + " -a " + quote(String.join(" ", calls));
  }

  private static String quote(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
