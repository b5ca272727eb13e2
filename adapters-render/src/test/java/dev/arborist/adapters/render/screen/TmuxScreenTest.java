package dev.arborist.adapters.render.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.arborist.adapters.render.text.AmbiguousWidth;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same in a terminal that people use, which knows clusters.
 *
 * <p>What was found about it (tmux 3.3a): it takes flags, emoji with U+200D, marks, Hangul and
 * Indic clusters for as wide as we do. It takes U+FE0F after a character of one column for nothing
 * (one column where we have two), a skin tone for two columns more, drops what its C library has
 * not heard of yet, and cuts a cluster off at 21 bytes. It tells no columns, only the row as a
 * text: of a cluster that it does not agree on, any part and any blanks may be there, and
 * everything else must be as it is on the screen.
 */
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
      tmux.close();
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
        assertEquals(screen.text(row), rows.get(row).stripTrailing(), "row " + row + " of " + i);
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
      for (int row = 0; row < ROWS; row++) {
        byte[] line = rows.get(row).getBytes(StandardCharsets.UTF_8);
        shown.writeLine(row, 0, COLUMNS, line, 0, line.length);
        assertEquals(screen.text(row), shown.text(row));
        assertEquals(looks(screen, row), looks(shown, row), "row " + row + " of " + i);
      }
    }
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
