package dev.arborist.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** A command line holds the command that it begins with, or all of them. */
class NamedCommandTest {

  private final Terminal terminal =
      new CommandLineFixture(Path.of("")).terminal(System.out, System.err);

  private CommandLine built(String... arguments) {
    return Commands.of(new RootCommand(terminal), new CommandFactory(terminal), arguments);
  }

  private CommandLine all() {
    return Commands.all(new RootCommand(terminal), new CommandFactory(terminal));
  }

  @Test
  void onlyTheCommandThatIsNamedIsBuilt() {
    for (String name : CommandGroups.names()) {
      if (!name.equals("completion") && !name.equals("man")) {
        assertEquals(Set.of(name), built(name, "--help").getSubcommands().keySet());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--help", "--debug", "-V", "--", "tre", "TREE", "completion", "man"})
  void whatSpeaksOfAllCommandsHasThem(String first) {
    assertEquals(new TreeSet<>(CommandGroups.names()), built(first).getSubcommands().keySet());
    assertEquals(new TreeSet<>(CommandGroups.names()), built().getSubcommands().keySet());
  }

  @Test
  void aCommandHasTheNameThatItsClassSays() {
    all()
        .getSubcommands()
        .forEach(
            (name, command) ->
                assertEquals(
                    name,
                    command
                        .getCommand()
                        .getClass()
                        .getAnnotation(CommandLine.Command.class)
                        .name()));
  }

  @Test
  void aCommandByItselfIsTheSameAsAmongAll() {
    CommandLine all = all();
    for (String name : CommandGroups.names()) {
      CommandLine alone = built(name).getSubcommands().get(name);
      CommandLine among = all.getSubcommands().get(name);
      assertEquals(among.getUsageMessage(), alone.getUsageMessage());
      assertEquals(
          among.getCommandSpec().optionsMap().keySet(),
          alone.getCommandSpec().optionsMap().keySet());
      assertEquals(among.getSubcommands().keySet(), alone.getSubcommands().keySet());
    }
  }
}
