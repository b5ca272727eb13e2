package dev.arborist.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.cli.tui.TmuxPane;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command in a real terminal, and where there is none. */
class TuiCommandTest {

  @TempDir Path directory;
  private CommandLineFixture arborist;

  @BeforeEach
  void createTheQueue() {
    arborist = new CommandLineFixture(directory);
    arborist.done("init");
    arborist.done("add", "Plant a tree");
    arborist.done("add", "Water it", "--prerequisites", "1");
  }

  private TmuxPane open(int columns, int rows, String before, String after) throws Exception {
    String line = before + TmuxPane.java(Main.class, "tui") + after;
    return new TmuxPane(
        directory, columns, rows, line + " 2> err\necho $? > code.new; mv code.new code; sleep 60");
  }

  @Test
  void itOpensMovesAndQuits() throws Exception {
    try (TmuxPane pane = open(80, 24, "", "")) {
      pane.awaitScreen("1/2");
      assertEquals(TmuxPane.TAKEN, pane.modes());
      assertTrue(pane.screen().contains("#1 Plant a tree"), pane.screen());
      assertTrue(pane.screen().contains("◎"), pane.screen());
      pane.press("j");
      pane.awaitScreen("2/2");
      pane.press("k", "Down", "Up");
      pane.awaitScreen("1/2");
      pane.resize(60, 12);
      pane.awaitScreen("1/2");
      pane.press("q");
      assertEquals("0\n", pane.awaitFile("code"));
      assertEquals(TmuxPane.GIVEN_BACK, pane.modes());
      assertEquals("", pane.awaitFile("err"));
    }
  }

  @Test
  void whatOthersDoIsShown() throws Exception {
    try (TmuxPane pane = open(80, 24, "", "")) {
      pane.awaitScreen("1/2");
      arborist.done("add", "Sell the fruit");
      pane.awaitScreen("#3 Sell the fruit");
    }
  }

  @Test
  void theOptionsSayWhatIsShownFirst() throws Exception {
    String options = " --view flat --status blocked --ascii --no-mouse --color never";
    try (TmuxPane pane = open(80, 24, "", options)) {
      pane.awaitScreen("1/1");
      String screen = pane.tmux("capture-pane", "-e", "-p");
      assertTrue(screen.contains("# #2 Water it"), screen);
      assertFalse(screen.contains("Plant"), screen);
      assertFalse(screen.matches("(?s).*\u001b\\[[34][0-8].*"), screen);
      assertEquals("alternate 1, mouse 0, SGR 0, cursor 0", pane.modes());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "80 | 24 | '' | ' < /dev/null' | standard input or output is no terminal",
        "80 | 24 | '' | ' > out' | standard input or output is no terminal",
        "80 | 24 | 'TERM=dumb ' | '' | but TERM is 'dumb'",
        "80 | 24 | 'TERM= ' | '' | but TERM is not set",
        "19 | 24 | '' | '' | too small for its UI (19 by 24): make it at least 20 by 5",
        "80 | 4 | '' | '' | too small for its UI (80 by 4): make it at least 20 by 5",
        "80 | 24 | '' | ' --view garden' | 'garden' is no value of --view"
      })
  void whereItCannotBeThereIsASentence(
      int columns, int rows, String before, String after, String sentence) throws Exception {
    try (TmuxPane pane = open(columns, rows, before, after)) {
      assertEquals("2\n", pane.awaitFile("code"));
      String err = pane.awaitFile("err");
      assertEquals(1, err.lines().count(), err);
      assertTrue(err.startsWith("arborist: ") && err.contains(sentence), err);
      assertEquals(TmuxPane.GIVEN_BACK, pane.modes());
      assertEquals("", pane.screen().strip());
      Path out = directory.resolve("out");
      assertTrue(!Files.exists(out) || Files.size(out) == 0);
    }
  }

  @Test
  void aQueueThatIsMissingIsToldBeforeTheScreenIsTaken() throws Exception {
    try (TmuxPane pane = open(80, 24, "", " --db none.db")) {
      assertEquals("5\n", pane.awaitFile("code"));
      assertTrue(pane.awaitFile("err").contains("none.db"));
      assertEquals("", pane.screen().strip());
    }
  }
}
