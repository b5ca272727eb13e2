package dev.arborist.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a command loads before it has printed, counted in a real process: each class costs it about
 * a tenth of a millisecond, and adding some is easy to overlook.
 */
class SmallStartTest {

  /** Of the project and its libraries, those of the JDK apart; 413 when it was set. */
  private static final int CLASSES_MAX = 440;

  private static final Pattern LOADED = Pattern.compile("\\] ([a-zA-Z_][\\w.$]*) source: ");

  private static final List<String> NEVER =
      List.of(
          "org.jline.",
          "org.openjdk.jmh.",
          "com.fasterxml.",
          "org.tomlj.",
          "org.antlr.",
          "org.apache.commons.",
          "org.jdbi.v3.core.config.",
          "dev.arborist.cli.Perf",
          "dev.arborist.cli.tui.",
          "dev.arborist.domain.validation.",
          "dev.arborist.adapters.jmh.");

  private static final List<String> SERVERS =
      List.of("dev.arborist.adapters.postgres.", "org.postgresql.", "com.zaxxer.");

  @TempDir Path directory;

  @BeforeEach
  void createTheQueue() {
    CommandLineFixture arborist = new CommandLineFixture(directory);
    arborist.done("init");
    arborist.done("add", "Write the parser");
    arborist.done("add", "Test the parser", "--parent", "1", "--prerequisites", "1");
  }

  /** The classes that a command loads, in a JVM of its own; those made while it runs apart. */
  private List<String> loaded(String... arguments) throws IOException, InterruptedException {
    Path log = directory.resolve("classes.log");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xlog:class+load:file=" + log,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(List.of(arguments));
    RealTool.accepted(directory, command);
    try (Stream<String> lines = Files.lines(log)) {
      return lines
          .map(LOADED::matcher)
          .filter(Matcher::find)
          .map(matcher -> matcher.group(1))
          .filter(name -> !name.contains("$$") && !name.contains("Proxy"))
          .toList();
    }
  }

  private static List<String> those(List<String> loaded, Predicate<String> wanted) {
    return loaded.stream().filter(wanted).toList();
  }

  private static boolean isOfTheJdk(String name) {
    return Stream.of("java.", "javax.", "jdk.", "sun.", "com.sun.").anyMatch(name::startsWith);
  }

  @Test
  void aTreeNeedsNeitherTerminalNorExaminerNorJsonNorBuiltSql() throws Exception {
    List<String> loaded = loaded("tree");
    assertTrue(loaded.contains("dev.arborist.cli.TreeCommand"), "nothing was seen");
    assertEquals(List.of(), those(loaded, name -> NEVER.stream().anyMatch(name::startsWith)));
    assertEquals(List.of(), those(loaded, name -> SERVERS.stream().anyMatch(name::startsWith)));
  }

  @Test
  void aHistoryInAFileNeedsNothingOfServers() throws Exception {
    ExampleQueue.copyMeasurements(directory);
    new CommandLineFixture(directory).done("perf", "init", "jmh.json", "--output", "other.toml");
    for (String[] line : new String[][] {{"perf", "import", "jmh.json"}, {"perf", "history"}}) {
      List<String> loaded = loaded(line);
      assertTrue(loaded.contains("dev.arborist.cli.HistoryPlace"), "nothing was seen");
      assertEquals(List.of(), those(loaded, name -> SERVERS.stream().anyMatch(name::startsWith)));
    }
  }

  @Test
  void aListLoadsNoGrammarOfSql() throws Exception {
    List<String> loaded = loaded("list");
    assertTrue(loaded.contains("org.jdbi.v3.core.statement.Query"), "nothing was seen");
    assertEquals(List.of(), those(loaded, name -> name.contains("Lexer")));
  }

  @Test
  void aTreeNeedsOnlyItsOwnCommand() throws Exception {
    List<String> commands =
        those(loaded("tree"), name -> name.matches("dev\\.arborist\\.cli\\.\\w+Command"));
    assertEquals(
        List.of("ReadCommand", "RootCommand", "TreeCommand", "WatchedCommand"),
        commands.stream()
            .map(name -> name.substring("dev.arborist.cli.".length()))
            .sorted()
            .toList());
  }

  @Test
  void aTreeLoadsFewClasses() throws Exception {
    List<String> ours = those(loaded("tree"), name -> !isOfTheJdk(name));
    assertTrue(ours.size() > CLASSES_MAX / 2, "only " + ours.size() + " were seen");
    assertTrue(
        ours.size() <= CLASSES_MAX,
        () -> ours.size() + " classes, at most " + CLASSES_MAX + ": " + ours);
  }
}
