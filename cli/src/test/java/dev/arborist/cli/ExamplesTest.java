package dev.arborist.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.cli.tui.TmuxPane;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Every example that a help shows runs as it stands. */
@Tag("once")
class ExamplesTest {

  private static final Path BEADS = Path.of("../examples/beads-small.jsonl");

  private static final int TIMED_OUT = 124;

  /** What a program that is not here would print. */
  private static final String TASKWARRIOR =
      "[{\"uuid\":\"01890a5d-ac96-774b-bcce-b302099a8057\",\"description\":\"Mow the lawn\","
          + "\"status\":\"pending\",\"entry\":\"20260101T080000Z\"}]";

  @TempDir static Path original;
  @TempDir Path directory;
  @TempDir Path home;

  @BeforeAll
  static void createTheQueue() {
    ExampleQueue.create(original);
  }

  private static CommandLine commands() {
    Terminal terminal = new CommandLineFixture(Path.of("")).terminal(System.out, System.err);
    return Commands.all(new RootCommand(terminal), new CommandFactory(terminal));
  }

  /** The commands and the commands below them. */
  private static List<CommandLine> below(CommandLine command) {
    List<CommandLine> all = new ArrayList<>(List.of(command));
    for (int i = 0; i < all.size(); i++) {
      all.addAll(
          new TreeSet<>(all.get(i).getSubcommands().keySet())
              .stream().map(all.get(i).getSubcommands()::get).toList());
    }
    return all;
  }

  /** Every command. */
  static List<CommandSpec> specs() {
    return below(commands()).stream().map(CommandLine::getCommandSpec).toList();
  }

  static List<String> examplesOf(CommandLine command) {
    return Stream.of(command.getCommandSpec().usageMessage().footer())
        .dropWhile(line -> !line.startsWith("Example"))
        .skip(1)
        .map(line -> line.strip().replace("%%", "%"))
        .toList();
  }

  static Stream<String> examples() {
    return below(commands()).stream().flatMap(command -> examplesOf(command).stream());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExampleRuns(String example) throws Exception {
    ExampleQueue.prepare(directory, original, example);
    Shell shell = new Shell(directory, home);
    shell.tool("task", "echo '" + TASKWARRIOR + "'\n");
    if (example.startsWith("git")) {
      String author = " -c user.name=you -c user.email=you@example.org ";
      shell.run("git init -q && git" + author + "commit -q --allow-empty -m 'Plant a tree'");
    }
    if (goesOn(example)) {
      assertEquals(TIMED_OUT, shell.run("timeout 3 " + example).code());
      return;
    }
    if (example.startsWith("arborist tui")) {
      assertRunsInATerminal(shell.scriptOf(example));
      return;
    }
    Shell.Result result = shell.run(example);
    assertEquals(0, result.code(), () -> example + ": " + result.output());
    boolean silent = example.contains("--output") || example.startsWith("eval ");
    assertFalse(result.output().isBlank() && !silent, example);
  }

  /** What reads keys and draws a screen shows the tasks, until a key ends it. */
  private void assertRunsInATerminal(String script) throws Exception {
    try (TmuxPane pane = new TmuxPane(home, 80, 24, script)) {
      pane.awaitScreen("#17 Task 17 of the parser");
      pane.press("q");
      assertEquals("0\n", pane.awaitFile("code"));
      assertEquals(TmuxPane.GIVEN_BACK, pane.modes());
    }
  }

  /** Whether it waits for more until somebody ends it. */
  private static boolean goesOn(String example) {
    boolean works =
        example.contains("arborist work") && !example.matches(".* --(once|until|max).*");
    return works || example.contains("--follow") || example.contains("--watch");
  }

  /** What is longer is broken in the middle by picocli. */
  @Test
  void whatStandsBelowAHelpFitsATerminal() {
    for (CommandLine command : below(commands())) {
      for (String line : command.getCommandSpec().usageMessage().footer()) {
        String shown = line.replace("%%", "%");
        assertTrue(command.getUsageMessage().contains(shown), shown);
      }
    }
  }

  @Test
  void everyCommandHasAnExampleAndAPlaceInTheOverview() {
    Set<String> grouped = new TreeSet<>();
    CommandGroups.GROUPS.forEach(group -> grouped.addAll(group.names()));
    assertEquals(grouped, new TreeSet<>(commands().getSubcommands().keySet()));
    for (CommandLine command : below(commands())) {
      String name = command.getCommandSpec().qualifiedName();
      assertFalse(examplesOf(command).isEmpty(), name);
      assertTrue(examplesOf(command).stream().allMatch(example -> example.contains(name)), name);
    }
  }

  @Test
  void theGuidePrintsWhatItSays() throws Exception {
    putTheBeadsWhereDocumentsFindThem();
    Document.of(Path.of("../docs/guide/queue.md"), "# ", "").run(directory, home);
  }

  @Test
  void theGuideOfTheShellPrintsWhatItSays() throws Exception {
    Document.of(Path.of("../docs/guide/shell.md"), "# ", "").run(directory, home);
  }

  @Test
  void theTourOfTheReadmePrintsWhatItSays() throws Exception {
    putTheBeadsWhereDocumentsFindThem();
    Document.of(Path.of("../README.md"), "## A tour", "## ").run(directory, home);
  }

  @Test
  void theExaminerOfTheReadmeGoesFromTopToBottom() throws Exception {
    Files.copy(Path.of("../examples/jmh.json"), directory.resolve("jmh.json"));
    Shell shell = new Shell(directory, home);
    List<String> lines =
        Files.readAllLines(Path.of("../README.md")).stream()
            .dropWhile(line -> !line.equals("## The examiner"))
            .takeWhile(line -> !line.equals("## More"))
            .filter(line -> line.startsWith("$ arborist "))
            .map(line -> line.substring(2).replaceFirst(" +#.*", ""))
            .toList();
    assertTrue(lines.size() >= 3, lines::toString);
    for (String line : lines) {
      Shell.Result result = shell.run(line);
      assertEquals(0, result.code(), () -> line + ": " + result.output());
    }
  }

  @Test
  void theFirstQuarterOfAnHourGoesAsItSays() throws Exception {
    putTheBeadsWhereDocumentsFindThem();
    Path garden = Files.createDirectories(directory.resolve("garden"));
    Document.of(Path.of("../docs/guide/tour.md"), "# ", "").run(garden, home);
  }

  @Test
  void theGuideOfTheExaminerPrintsWhatItSays() throws Exception {
    ExampleQueue.copyMeasurements(Files.createDirectories(home.resolve("arborist/examples")));
    Document.of(Path.of("../docs/guide/examiner.md"), "# ", "").run(directory, home);
  }

  @Test
  void theGuideOfTheJsonPrintsWhatItSays() throws Exception {
    ExampleQueue.copyMeasurements(Files.createDirectories(home.resolve("arborist/examples")));
    Document.of(Path.of("../docs/guide/json.md"), "# ", "").run(directory, home);
  }

  private void putTheBeadsWhereDocumentsFindThem() throws IOException {
    Path place = Files.createDirectories(home.resolve("arborist/examples"));
    Files.copy(BEADS, place.resolve(BEADS.getFileName()));
  }
}
