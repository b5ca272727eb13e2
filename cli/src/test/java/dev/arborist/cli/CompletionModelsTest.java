package dev.arborist.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.cli.completion.CompletionModel;
import dev.arborist.cli.completion.CompletionModel.Command;
import dev.arborist.cli.completion.CompletionModel.Option;
import dev.arborist.cli.completion.CompletionModel.Place;
import dev.arborist.cli.completion.CompletionModel.Values;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

class CompletionModelsTest {

  /** What a person makes up: nothing can be offered for it. */
  private static final List<String> FREE =
      List.of(
          "0-10",
          "AGE",
          "BENCHMARK",
          "CODE",
          "COLUMNS",
          "CURSOR",
          "DURATION",
          "FLAGS",
          "JSON",
          "KEY",
          "LEVELS",
          "N",
          "NAME",
          "NAME=VALUES",
          "NAMESPACE",
          "NAMESPACE/KEY",
          "PERCENT",
          "POINTER",
          "PROMPT",
          "REF",
          "REGEX",
          "SD",
          "SEQUENCE",
          "SHARE",
          "TEXT",
          "TIME",
          "TOKEN",
          "WEIGHTS");

  private static CommandLine line() {
    Terminal terminal = new CommandLineFixture(Path.of("")).terminal(System.out, System.err);
    return Commands.all(new RootCommand(terminal), new CommandFactory(terminal));
  }

  private final CompletionModel model = CompletionModels.of(line().getCommandSpec());

  private Command command(String path) {
    return model.commands().stream().filter(one -> one.path().equals(path)).findFirst().get();
  }

  private Values option(String path, String name) {
    return command(path).options().stream()
        .filter(option -> option.names().contains(name))
        .findFirst()
        .get()
        .values();
  }

  @Test
  void everyCommandIsThereAndTheHiddenOneIsNot() {
    assertEquals("arborist", model.program());
    assertTrue(model.commands().size() > 40);
    for (CommandGroups.Group group : CommandGroups.GROUPS) {
      for (String name : group.names()) {
        assertFalse(command("arborist " + name).options().isEmpty());
      }
    }
    assertTrue(model.commands().stream().noneMatch(one -> one.path().contains("__")));
  }

  @Test
  void everyValueIsOfferedOrMadeUp() {
    for (Command command : model.commands()) {
      Map<String, Values> places = new TreeMap<>();
      command.options().stream()
          .filter(Option::takesValue)
          .forEach(option -> places.put(option.label(), option.values()));
      command.places().forEach(place -> places.put(place.label(), place.values()));
      places.forEach(
          (label, values) ->
              assertTrue(
                  !values.isFree() || FREE.contains(label),
                  label + " of '" + command.path() + "' is neither offered nor made up"));
    }
  }

  @Test
  void wordsNeedNoQuotes() {
    for (Command command : model.commands()) {
      for (Option option : command.options()) {
        option.names().forEach(name -> assertTrue(name.matches("-[a-zA-Z]|--[a-z-]+"), name));
        option.values().words().forEach(word -> assertTrue(word.matches("[a-z0-9_]+"), word));
      }
      for (Place place : command.places()) {
        place.values().words().forEach(word -> assertTrue(word.matches("[a-z0-9_]+"), word));
      }
    }
  }

  @Test
  void tasksAreThoseThatACommandCanDoSomethingWith() {
    assertEquals("tasks:running", command("arborist complete").places().get(0).values().query());
    assertEquals(
        "tasks:failed,cancelled", command("arborist retry").places().get(0).values().query());
    assertEquals(
        "tasks:pending,blocked,ready,running",
        command("arborist cancel").places().get(0).values().query());
    assertEquals("tasks", command("arborist show").places().get(0).values().query());
    assertEquals("tasks", option("arborist add", "--prerequisites").query());
    assertTrue(option("arborist add", "--prerequisites").listed());
    CompletionModels.STATUSES.forEach(
        (name, statuses) -> {
          assertEquals(
              "tasks:" + statuses, command("arborist " + name).places().get(0).values().query());
          List.of(statuses.split(",", -1)).forEach(dev.arborist.domain.task.TaskStatus::parse);
        });
  }

  @Test
  void namesAreAskedForAndFilesLookedFor() {
    assertEquals("workers", option("arborist claim", "--worker").query());
    assertEquals("agent-types", option("arborist list", "--agent-type").query());
    assertEquals("branches", option("arborist tree", "--branch").query());
    assertEquals(CompletionModel.Files.ANY, option("arborist list", "--db").files());
    assertEquals(
        CompletionModel.Files.DIRECTORIES, option("arborist perf check", "--reports").files());
    assertEquals("runs", command("arborist perf show").places().get(0).values().query());
  }

  /** So that help, completion and what is let pass cannot differ. */
  @Test
  void everyWordThatIsOfferedStandsInTheHelp() {
    for (CommandSpec spec : ExamplesTest.specs()) {
      for (ArgSpec argument : spec.args()) {
        String help = String.join(" ", argument.description());
        for (String word : Choices.words(argument)) {
          boolean elsewhere =
              help.contains("those of --status")
                  || help.contains("or a column")
                  || List.of("RUN", "RESULTS", "OLD", "NEW", "FORM", "COMMAND")
                      .contains(argument.paramLabel());
          assertTrue(
              elsewhere || help.contains(word),
              word + " is not in the help of " + Misuse.name(argument) + ": " + help);
        }
      }
    }
  }
}
