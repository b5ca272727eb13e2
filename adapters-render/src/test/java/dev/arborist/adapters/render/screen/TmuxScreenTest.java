package dev.arborist.adapters.render.screen;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.adapters.render.text.AmbiguousWidth;
import dev.arborist.testkit.HostileLabels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same in a terminal that people use, which knows clusters. */
class TmuxScreenTest {

  private static final int COLUMNS = 60;
  private static final int ROWS = 16;

  private static final List<String> PLAIN =
      List.of("", "a", "hello world", "x".repeat(60), "1  2   3      4 ", "e\u0301a\u0308\u0301");

  private static final List<String> CLUSTERS =
      List.of(
          "日本語 한국어 中文",
          "👨\u200d👩\u200d👧 family",
          "🇩🇪🇫🇷",
          "a🙂b",
          "\u1100\u1100\u1161\u11a8",
          "क\u094dष",
          "กำ",
          "می\u200cخواهم",
          "か\u3099");

  private static final Pattern ESCAPES = Pattern.compile("\u001b\\[[0-9;]*m");

  @TempDir Path directory;
  private Tmux tmux;
  private ScreenUpdate update;

  @BeforeEach
  void start() throws Exception {
    tmux = new Tmux(directory, COLUMNS, ROWS);
    update = new ScreenUpdate(tmux.out());
  }

  @AfterEach
  void stop() throws Exception {
    if (tmux != null) {
      tmux.stop();
    }
  }

  @Test
  void whatTmuxAgreesOnIsShownAsItIs() throws Exception {
    List<String> texts = new ArrayList<>(PLAIN);
    texts.addAll(CLUSTERS);
    RandomScreens screens = new RandomScreens(21, texts, COLUMNS, ROWS, COLUMNS);
    for (int i = 0; i < 300; i++) {
      Screen screen = screens.next();
      update.show(screen, i % ROWS, i % COLUMNS);
      List<String> rows = tmux.rows(false);
      for (int row = 0; row < ROWS; row++) {
        assertEquals(expected(screen, row), rows.get(row).stripTrailing(), row + " of " + i);
      }
      assertEquals(i % ROWS + " " + i % COLUMNS + " 1", tmux.cursor());
    }
  }

  @Test
  void coloursAreShownAsTheyAre() throws Exception {
    RandomScreens screens = new RandomScreens(22, PLAIN, COLUMNS, ROWS, COLUMNS);
    for (int i = 0; i < 200; i++) {
      Screen screen = screens.next();
      update.show(screen, -1, 0);
      Screen shown = new Screen(COLUMNS, ROWS, AmbiguousWidth.NARROW);
      List<String> rows = tmux.rows(true);
      StringBuilder style = new StringBuilder(); // which tmux goes on with from row to row
      for (int row = 0; row < ROWS; row++) {
        byte[] line = (style + rows.get(row)).getBytes(UTF_8);
        ESCAPES.matcher(rows.get(row)).results().forEach(escape -> style.append(escape.group()));
        shown.writeLine(row, 0, COLUMNS, line, 0, line.length);
        assertEquals(expected(screen, row), shown.text(row));
        assertEquals(looks(screen, row), looks(shown, row), "row " + row + " of " + i);
      }
    }
  }

  @Test
  void aroundWhatTmuxSeesOtherwiseAllIsAsItIs() throws Exception {
    List<String> texts = new ArrayList<>(PLAIN);
    texts.addAll(
        List.of("❤\ufe0f love", "1\ufe0f\u20e32\ufe0f\u20e3", "👍🏽👍🏽 ok", "\ud83e\udee8"));
    HostileLabels.of(23, 60).forEach(texts::add);
    Agreement agreement = Agreement.on(texts, tmux);
    assertTrue(agreement.share() > 0.75, "agreed on " + agreement.share());
    assertTrue(agreement.share() < 1, "nothing to disagree on");
    RandomScreens screens = new RandomScreens(24, texts, COLUMNS, ROWS, COLUMNS);
    for (int i = 0; i < 300; i++) {
      Screen screen = screens.next();
      update.show(screen, -1, 0);
      agreement.assertShows(screen, tmux.rows(false));
    }
  }

  /** The text of a row; marks in the last cell of all are left out. */
  private static String expected(Screen screen, int row) {
    String text = screen.text(row);
    int last = screen.cells().contents[COLUMNS * ROWS - 1];
    if (row < ROWS - 1 || !Cells.isCluster(last)) {
      return text;
    }
    String cluster = screen.cells().text(last);
    return text.substring(0, text.length() - cluster.length()) + cluster.charAt(0);
  }

  /** The styles of a row. */
  private static List<Long> looks(Screen screen, int row) {
    Cells cells = new Cells(COLUMNS, ROWS);
    cells.copyLooks(screen.cells());
    List<Long> looks = new ArrayList<>();
    for (int cell = row * COLUMNS; cell < (row + 1) * COLUMNS; cell++) {
      looks.add(cells.styles[cell]);
    }
    return looks;
  }
}
