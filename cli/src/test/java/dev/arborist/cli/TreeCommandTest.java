package dev.arborist.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be asked of the tree. */
class TreeCommandTest {

  @TempDir Path directory;
  private CommandLineFixture arborist;

  @BeforeEach
  void start() {
    arborist = new CommandLineFixture(directory);
    arborist.done("init");
    arborist.done("add", "Dig the pond", "--branch", "water", "--priority", "5");
    arborist.done("add", "Line it", "--parent", "1", "--branch", "water", "--priority", "5");
    arborist.done("add", "Fill it", "--parent", "1", "--prerequisites", "2", "--priority", "5");
    arborist.done("add", "Plant lilies", "--parent", "3", "--prerequisites", "2,3");
  }

  /** The rows that a tree shows, without priorities. */
  private String rows(String... options) {
    String[] all = new String[options.length + 1];
    all[0] = "tree";
    System.arraycopy(options, 0, all, 1, options.length);
    return arborist.done(all).replaceAll("  \\d+\\.\\d", "").replaceAll("(?m)^20[-0-9: ]*", "");
  }

  @Test
  void aTreeHasFiveViews() {
    assertEquals(rows(), rows("--view", "tree"));
    assertEquals(
        """
        ◎ #1 Dig the pond
        ├─ ⊗ #3 Fill it
        │  └─ ⊗ #4 Plant lilies
        └─ ◎ #2 Line it
        """,
        rows());
    assertEquals(
        """
        ◎ #2 Line it
        ├─ ⊗ #4 Plant lilies (also after #3)
        └─ ⊗ #3 Fill it
        ◎ #1 Dig the pond
        """,
        rows("--view", "dependency"));
    assertEquals(
        "◎ #1 Dig the pond\n◎ #2 Line it\n⊗ #3 Fill it\n⊗ #4 Plant lilies\n",
        rows("--view", "timeline"));
    assertTrue(rows("--view", "BRANCH").startsWith("water 0/2 ✓\n"), arborist.out);
    assertEquals(4, rows("--view", "flat").lines().filter(line -> line.contains(" #")).count());
    assertEquals(
        "arborist: 'list' is no value of --view: use tree, dependency, timeline, branch or flat;"
            + " see 'arborist tree --help'",
        arborist.fails(ExitCode.USAGE, "tree", "--view", "list"));
  }

  @Test
  void aFilterLeavesWhatMeetsItAndWhatThatStandsUnder() {
    assertEquals(
        "◎ #1 Dig the pond\n└─ ⊗ #3 Fill it\n   └─ ⊗ #4 Plant lilies\n", rows("--text", "lilies"));
    assertEquals("", rows("--text", "roses"));
    arborist.fails(ExitCode.USAGE, "tree", "--status", "done");
  }

  @Test
  void aFilterByATaskThatIsNotThereIsAMistake() {
    assertEquals(
        "arborist: there is no task #999",
        arborist.fails(ExitCode.NOT_FOUND, "tree", "--within", "999"));
    assertEquals(
        "arborist: there is no task #999",
        arborist.fails(ExitCode.NOT_FOUND, "list", "--parent", "999"));
  }

  @Test
  void whatIsBelowADepthIsCounted() {
    assertEquals("◎ #1 Dig the pond ▸ 0/3 ✓\n", rows("--depth", "1"));
    assertTrue(rows("--depth", "2").contains("├─ ⊗ #3 Fill it ▸ 0/1 ✓\n"), arborist.out);
    assertEquals(rows(), rows("--depth", "3"));
    assertTrue(rows("--depth", "2", "--text", "lilies").endsWith("#3 Fill it ▸ 0/1 ✓\n"));
    assertTrue(
        rows("--depth", "1", "--format", "markdown")
            .endsWith("(ready, 0 of 3 done, 3 below not shown)*\n"),
        arborist.out);
    arborist.fails(ExitCode.USAGE, "tree", "--depth", "0");
  }

  @Test
  void aFormatIsNamedOnceAndKnown() {
    assertTrue(arborist.done("tree", "--plain").startsWith("task 1, Dig the pond, level 1,"));
    assertEquals(arborist.done("tree", "--plain"), arborist.done("tree", "--format", "plain"));
    assertEquals(arborist.done("tree", "--json"), arborist.done("tree", "--format", "JSON"));
    assertTrue(arborist.done("tree", "--ascii").contains("|- # #3"), arborist.out);
    arborist.fails(ExitCode.USAGE, "tree", "--plain", "--json");
    assertTrue(
        arborist
            .fails(ExitCode.USAGE, "tree", "--format", "pdf")
            .contains("use text, plain, dot, mermaid, svg, html, csv, json or markdown"));
    arborist.fails(ExitCode.USAGE, "tree", "--format", "html", "--ascii");
    arborist.fails(ExitCode.USAGE, "tree", "--format", "dot", "--width", "80");
    arborist.fails(ExitCode.USAGE, "tree", "--plain", "--ambiguous-wide");
  }

  @Test
  void whatEastAsianFontsDrawWideCountsTwoColumns() {
    String narrow = arborist.done("tree", "--width", "30");
    String wide = arborist.done("tree", "--width", "30", "--ambiguous-wide");
    assertFalse(narrow.equals(wide), wide);
  }

  @Test
  void aFileIsWrittenWholeAndNeverTheQueueItself() throws IOException {
    String html = arborist.done("tree", "--format", "html");
    assertEquals("", arborist.done("tree", "--format", "html", "--output", "tree.html"));
    assertEquals(html, Files.readString(directory.resolve("tree.html")));
    arborist.onTerminal = true;
    arborist.done("tree", "--output", "tree.txt");
    assertFalse(Files.readString(directory.resolve("tree.txt")).contains("\u001b"));
    arborist.onTerminal = false;
    arborist.fails(ExitCode.USAGE, "tree", "--output", ".arborist/queue.db");
    arborist.fails(ExitCode.USAGE, "tree", "--output", ".");
  }

  /** What is set, whether there is a terminal, and how the colour of what is ready begins. */
  @ParameterizedTest
  @CsvSource({
    "auto, '', true, [32m",
    "auto, '', false, ''",
    "auto, TERM=xterm-256color, true, [38;5;34m",
    "auto, COLORTERM=truecolor, true, [38;2;22;163;74m",
    "auto, TERM=xterm-256color COLORTERM=24bit, true, [38;2;22;163;74m",
    "auto, TERM=dumb, true, ''",
    "auto, NO_COLOR=1, true, ''",
    "auto, NO_COLOR=, true, [32m",
    "auto, CLICOLOR_FORCE=1, false, [32m",
    "auto, CLICOLOR_FORCE=0, false, ''",
    "auto, CLICOLOR_FORCE=, false, ''",
    "auto, CLICOLOR_FORCE=1 TERM=dumb, false, [32m",
    "auto, CLICOLOR_FORCE=1 NO_COLOR=1, true, ''",
    "auto, CLICOLOR=0, true, ''",
    "auto, CLICOLOR=1, true, [32m",
    "auto, CLICOLOR=1, false, ''",
    "auto, CLICOLOR=0 CLICOLOR_FORCE=1, false, [32m",
    "auto, FORCE_COLOR=1, false, [32m",
    "auto, FORCE_COLOR=true, false, [32m",
    "auto, FORCE_COLOR=2, false, [38;5;34m",
    "auto, FORCE_COLOR=2 COLORTERM=truecolor, false, [38;5;34m",
    "auto, FORCE_COLOR=3 TERM=dumb, false, [38;2;22;163;74m",
    "auto, FORCE_COLOR=0, true, ''",
    "auto, FORCE_COLOR=false CLICOLOR_FORCE=1, true, ''",
    "auto, FORCE_COLOR=, false, ''",
    "auto, FORCE_COLOR=1 NO_COLOR=1, true, ''",
    "always, NO_COLOR=1, false, [32m",
    "always, TERM=dumb, false, [32m",
    "never, CLICOLOR_FORCE=1, true, ''",
    "never, FORCE_COLOR=1, true, ''",
  })
  void coloursAreWhatIsAskedForAndWhatThereIs(
      String when, String variables, boolean onTerminal, String start) {
    for (String variable : variables.split(" ", -1)) {
      String[] pair = (variable + "=").split("=", -1);
      arborist.environment.put(pair[0], pair[1]);
    }
    arborist.onTerminal = onTerminal;
    String tree = arborist.done("tree", "--color", when);
    assertEquals(!start.isEmpty(), tree.contains("\u001b"), tree);
    assertTrue(start.isEmpty() || tree.startsWith("\u001b" + start + "◎"), tree);
  }
}
