package dev.arborist.adapters.render.screen;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.adapters.render.text.AmbiguousWidth;
import dev.arborist.adapters.render.text.Graphemes;
import dev.arborist.adapters.render.text.SafeText;
import dev.arborist.testkit.HostileLabels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
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
    Set<String> agreed = agreed(texts);
    RandomScreens screens = new RandomScreens(24, texts, COLUMNS, ROWS, COLUMNS);
    for (int i = 0; i < 300; i++) {
      Screen screen = screens.next();
      update.show(screen, -1, 0);
      List<String> rows = tmux.rows(false);
      for (int row = 0; row < ROWS; row++) {
        String shown = rows.get(row) + " ".repeat(COLUMNS); // cut where nothing was
        String expected = screen.text(row);
        boolean isShown = isShown(screen.cells(), row, agreed, shown);
        assertTrue(isShown, () -> shown + "\nis not\n" + expected);
      }
    }
  }

  /** The clusters of the texts that tmux shows whole and as wide as we think that they are. */
  private Set<String> agreed(List<String> texts) throws Exception {
    Set<String> clusters = new TreeSet<>(List.of("…", "├", "─"));
    for (String text : texts) {
      Graphemes walk = new Graphemes(SafeText.of(text).toString());
      while (walk.next()) {
        clusters.add(SafeText.of(text).toString().substring(walk.start(), walk.end()));
      }
    }
    Set<String> agreed = new TreeSet<>();
    for (String cluster : clusters) {
      tmux.out().write(("\u001b[2J\u001b[H" + cluster + "\u001b[21G|").getBytes(UTF_8));
      String blanks = " ".repeat(20 - SafeText.of(cluster).width());
      if (tmux.rows(false).get(0).stripTrailing().equals(cluster + blanks + "|")) {
        agreed.add(cluster);
      }
    }
    assertTrue(agreed.size() > clusters.size() * 3 / 4, agreed.size() + " of " + clusters.size());
    assertTrue(agreed.size() < clusters.size(), "nothing to disagree on");
    return agreed;
  }

  /** Whether a row is shown as it is; of what is not agreed on, any part and blanks may be seen. */
  private static boolean isShown(Cells cells, int row, Set<String> agreed, String shown) {
    BitSet ends = new BitSet(); // where that may end in the text which was compared so far
    ends.set(0);
    for (int cell = row * COLUMNS; cell < (row + 1) * COLUMNS; cell++) {
      if (cells.contents[cell] == Cells.CONTINUATION) {
        continue;
      }
      String cluster = cells.text(cells.contents[cell]);
      boolean isLast = cell == COLUMNS * ROWS - 1;
      BitSet next = new BitSet();
      boolean sure = agreed.contains(cluster) && !(isLast && cluster.length() > 1);
      for (int at = ends.nextSetBit(0); at >= 0; at = ends.nextSetBit(at + 1)) {
        if (!sure) {
          next.set(at, partsFrom(shown, at, cluster + " ") + 1);
        } else if (shown.startsWith(cluster, at)) {
          next.set(at + cluster.length());
        }
      }
      ends = next;
    }
    return ends.length() > 0 && shown.substring(ends.length() - 1).isBlank();
  }

  private static int partsFrom(String shown, int start, String parts) {
    int end = start;
    while (end < shown.length() && parts.indexOf(shown.charAt(end)) >= 0) {
      end++;
    }
    return end;
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
