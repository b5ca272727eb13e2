package dev.arborist.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The same thing is called the same, and given in the same ways, whatever the command. */
class ConsistencyTest {

  /** Where one name stands for two things that nobody takes for each other. */
  private static final Map<String, String> TWO_MEANINGS =
      Map.of(
          "--after", "[CURSOR, SEQUENCE]",
          "--alpha", "[PERCENT, SHARE]", // a duet takes no plain number
          "--baseline", "[PATH, RUN]", // of a duet the version itself
          "--branch", "[NAME, TEXT]", // one branch, or all that contain a text
          "--min-effect", "[PERCENT, SHARE]",
          "--output", "[DIR, FILE]",
          "--result", "[, JSON]", // work takes it from the program
          "--sort", "[COLUMN, ORDER]",
          "--version", "[, N]");

  @TempDir Path directory;
  private CommandLineFixture arborist;

  @BeforeEach
  void start() {
    arborist = new CommandLineFixture(directory);
  }

  @Test
  void anOptionTakesTheSameEverywhere() {
    Map<String, TreeSet<String>> labels = new TreeMap<>();
    for (CommandSpec command : ExamplesTest.specs()) {
      for (OptionSpec option : command.options()) {
        labels
            .computeIfAbsent(option.longestName(), name -> new TreeSet<>())
            .add(option.arity().max() == 0 ? "" : option.paramLabel());
      }
    }
    labels.values().removeIf(some -> some.size() == 1);
    Map<String, String> several = new TreeMap<>();
    labels.forEach((name, some) -> several.put(name, some.toString()));
    assertEquals(new TreeMap<>(TWO_MEANINGS), several);
  }

  @Test
  void timesAndDurationsAreReadInOneWay() {
    Map<String, Class<?>> readers =
        Map.of("TIME", Times.class, "DURATION", Durations.class, "AGE", Ages.class);
    int found = 0;
    for (CommandSpec command : ExamplesTest.specs()) {
      for (ArgSpec argument : command.args()) {
        Class<?> reader = readers.get(argument.paramLabel());
        if (reader != null) {
          ITypeConverter<?>[] converters = argument.converters();
          assertEquals(1, converters.length, Misuse.name(argument));
          assertEquals(reader, converters[0].getClass(), Misuse.name(argument));
          found++;
        }
      }
    }
    assertTrue(found > 10, "only " + found);
  }

  @Test
  void everyHelpFitsATerminal() {
    for (CommandSpec command : ExamplesTest.specs()) {
      for (String line : command.commandLine().getUsageMessage().lines().toList()) {
        assertTrue(line.length() <= 80, command.qualifiedName() + ": " + line);
      }
    }
  }

  @Test
  void aTimeBeforeNowMayStandBehindASpace() {
    arborist.done("init");
    arborist.done("add", "a", "--deadline", "+2d", "--not-before", "-2d");
    for (String time : new String[] {"-2d", "-90m", "-1w"}) {
      assertTrue(arborist.done("list", "--created-from", time).contains("#1"), time);
      assertTrue(arborist.done("list", "--created-from=" + time).contains("#1"), time);
      assertEquals("", arborist.done("list", "--created-before", time), time);
    }
    assertTrue(arborist.done("prune", "--before", "-30d").startsWith("nothing is to be pruned"));
  }

  @Test
  void textsAreReadFromStandardInputWhereverOneIsTaken() {
    arborist.done("init");
    arborist.in = "{\"a\": 1}\n";
    arborist.done("add", "x", "--payload", "-");
    assertTrue(arborist.done("show", "1").contains("\"a\": 1"), arborist.out);
    arborist.in = "[2]";
    arborist.done("update", "1", "--payload", "-");
    assertTrue(arborist.done("show", "1").contains("[2]"), arborist.out);
    arborist.done("claim", "--worker", "me", "--lease", "10m");
    arborist.in = "the build\nis red\n";
    arborist.done("fail", "1", "--token", "1", "--permanent", "--error", "-");
    assertTrue(arborist.done("show", "1").contains("\nerror\n  the build\n  is red\n"));
    arborist.done("retry", "1");
    arborist.done("claim", "--worker", "me", "--lease", "10m");
    arborist.in = "{\"lines\": 120}\n";
    arborist.done("complete", "1", "--token", "2", "--result", "-");
    assertTrue(arborist.done("show", "1").contains("{\"lines\": 120}"), arborist.out);
    arborist.in = "no json";
    arborist.fails(ExitCode.USAGE, "add", "x", "--payload", "-");
  }

  @Test
  void standardInputIsOneThingOnly() {
    arborist.done("init");
    arborist.in = "{}";
    assertEquals(
        "arborist: standard input is the prompt already: give the payload in another way",
        arborist.fails(ExitCode.USAGE, "add", "-", "--payload", "-"));
    assertEquals("", arborist.done("list"));
    arborist.done("add", "x");
    arborist.fails(ExitCode.USAGE, "update", "1", "--prompt", "-", "--payload", "-");
  }

  @Test
  void anImportTellsProgramsWhatItAdded() {
    arborist.done("init");
    String beads = Path.of("../examples/beads-small.jsonl").toAbsolutePath().toString();
    String told = arborist.done("import", beads, "--format", "beads", "--json");
    for (String field :
        List.of(
            "\"count\" : 8", "\"first\" : 1", "\"last\" : 8", "\"dropped\" : [ \"gd-3 -> gd-9")) {
      assertTrue(told.contains(field), told);
    }
    assertEquals("", arborist.err);
  }
}
