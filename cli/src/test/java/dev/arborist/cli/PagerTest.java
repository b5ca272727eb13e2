package dev.arborist.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.cli.TerminalWindow.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is too high for the window goes to a pager, which here writes what it gets into a file. */
class PagerTest {

  private static final int TASKS = 12;

  @TempDir Path directory;
  private CommandLineFixture arborist;

  @BeforeEach
  void start() {
    arborist = new CommandLineFixture(directory);
    arborist.done("init");
    for (int i = 1; i <= TASKS; i++) {
      arborist.done("add", "task " + i);
    }
    arborist.onTerminal = true;
    arborist.window = new Size(10, 80);
    arborist.environment.put("TERM", "xterm");
    arborist.environment.put("PAGER", "cat > paged.txt");
  }

  private String paged() throws IOException {
    Path file = directory.resolve("paged.txt");
    String text = Files.exists(file) ? Files.readString(file) : "";
    Files.deleteIfExists(file);
    return text;
  }

  @Test
  void whatIsHigherThanTheWindowIsPagedWholeAndWithItsColours() throws IOException {
    assertEquals("", arborist.done("tree"));
    String tree = paged();
    assertEquals(TASKS, tree.lines().count(), tree);
    assertTrue(tree.contains("\u001b[32m◎"), tree);
    arborist.window = new Size(TASKS, 80);
    assertEquals("", arborist.done("tree"), "the last row is for the prompt");
    assertEquals(tree, paged());
    arborist.window = new Size(TASKS + 1, 80);
    assertEquals(tree, arborist.done("tree"));
    assertEquals("", paged());
  }

  @Test
  void lessIsToldToEndWithWhatFitsAndToKeepColoursUnlessTheUserSaysOtherwise() throws Exception {
    arborist.environment.put("PAGER", "echo \"$LESS $LESSCHARSET\" > paged.txt; cat > /dev/null");
    arborist.done("list");
    String mine = System.getenv("LESS");
    String charset = System.getenv("LESSCHARSET");
    assertEquals(
        (mine == null ? "FRX" : mine) + " " + (charset == null ? "utf-8" : charset) + "\n",
        paged());
  }

  @Test
  void linesThatTheTerminalWrapsCountForTheirRows() throws IOException {
    arborist.done("update", "1", "--summary", "日".repeat(120));
    arborist.window = new Size(TASKS + 3, 80);
    arborist.done("list");
    assertEquals(TASKS, paged().lines().count(), "two hundred and sixty columns are four rows");
    arborist.window = new Size(TASKS + 4, 80);
    assertEquals(TASKS, arborist.done("list").lines().count());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tree",
        "list",
        "events",
        "show 1",
        "status",
        "schema",
        "--help",
        "tree --help",
        ""
      })
  void everythingThatIsReadIsPagedAndHelpToo(String command) throws IOException {
    arborist.window = new Size(5, 80);
    String[] words = command.isEmpty() ? new String[0] : command.split(" ", -1);
    assertEquals("", arborist.done(words));
    assertTrue(paged().lines().count() > 5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tree --json",
        "tree --format json",
        "list --json",
        "tree --no-pager",
        "--no-pager tree",
        "claim --worker me --count 12",
        "--no-pager --help"
      })
  void whatAProgramReadsAndWhatChangesTheQueueIsNot(String command) throws IOException {
    assertFalse(arborist.done(command.split(" ", -1)).isEmpty());
    assertEquals("", paged());
  }

  @ParameterizedTest
  @CsvSource({
    "PAGER, ''",
    "PAGER, cat",
    "PAGER, ' cat '",
    "ARBORIST_PAGER, ''",
    "ARBORIST_PAGER, cat",
    "ARBORIST_PAGER, no-such-program --at all",
    "TERM, dumb",
  })
  void whereThereIsNoPagerItIsPrinted(String variable, String value) throws IOException {
    arborist.environment.put(variable, value);
    assertEquals(TASKS, arborist.done("tree").lines().count());
    assertEquals("", paged());
    assertEquals("", arborist.err);
  }

  @Test
  void theVariableOfItsOwnBeatsTheOther() throws IOException {
    arborist.environment.put("ARBORIST_PAGER", "sed -n 1p > paged.txt");
    arborist.done("tree");
    assertEquals(1, paged().lines().count());
  }

  @Test
  void whereTheWindowIsUnknownOrThereIsNoTerminalNothingIsPaged() throws IOException {
    arborist.window = Size.UNKNOWN;
    assertEquals(TASKS, arborist.done("tree").lines().count());
    arborist.window = new Size(5, 80);
    arborist.onTerminal = false;
    assertEquals(TASKS, arborist.done("tree").lines().count());
    assertEquals("", paged());
  }

  @Test
  void aPagerThatEndsEarlyOrBadlyIsNoError() {
    for (String pager : new String[] {"true", "false", "kill -9 $$"}) {
      arborist.environment.put("PAGER", pager);
      assertEquals("", arborist.done("tree"), pager);
      assertEquals("", arborist.err, pager);
    }
  }

  @Test
  void hintsFollowWhenThePersonHasSeenEnough() throws IOException {
    arborist.environment.put("PAGER", "cat > paged.txt; cat paged.txt > /dev/null");
    arborist.done("list", "--limit", "11");
    assertEquals(11, paged().lines().count());
    assertTrue(arborist.err.startsWith("the next page: --after priority:"), arborist.err);
  }

  @Test
  void whatGoesWrongIsSaidWithoutThePager() {
    arborist.window = new Size(1, 1);
    assertEquals(
        "arborist: there is no task #99", arborist.fails(ExitCode.NOT_FOUND, "show", "99"));
  }
}
