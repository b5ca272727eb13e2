package dev.arborist.cli.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.cli.tui.draw.Layout;
import dev.arborist.cli.tui.draw.Rect;
import dev.arborist.cli.tui.input.Input;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every part has room for something in windows of every size, and no two the same. */
class LayoutTest {

  @Test
  void inEveryWindowThePartsFillTheScreenAndNoneIsOverAnother() {
    for (int columns = Layout.COLUMNS_MIN; columns < 140; columns += 3) {
      for (int rows = Layout.ROWS_MIN; rows < 30; rows++) {
        for (boolean filter : new boolean[] {false, true}) {
          for (boolean detail : new boolean[] {false, true}) {
            check(Layout.of(columns, rows, filter, detail), columns, rows, detail);
          }
        }
      }
    }
  }

  private static void check(Layout layout, int columns, int rows, boolean detail) {
    List<Rect> parts =
        List.of(layout.header(), layout.tree(), layout.divider(), layout.detail(), layout.status());
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int at = row;
        int across = column;
        long here = parts.stream().filter(part -> part.contains(at, across)).count();
        assertEquals(1, here, () -> at + "," + across + " of " + layout);
      }
    }
    Rect main = detail ? layout.detail() : layout.tree();
    assertTrue(main.height() >= 2 && main.width() >= 20, layout::toString);
  }

  @Test
  void inALowWindowTheDetailHasItAll(@TempDir Path directory) {
    try (TuiQueue queue = new TuiQueue(directory)) {
      queue.add("Top", 0);
      queue.add("Below", 0);
      TuiDriver tui = queue.at(80, 5).presses(Input.Key.ENTER);
      assertTrue(tui.row(2).startsWith("#1 Top"), tui.frame());
      assertTrue(tui.types("j").row(2).startsWith("#2 Below"), tui.frame());
      tui.clicks(3, 10);
      assertTrue(tui.status().contains("lines 2/"), tui.status());
      assertEquals(2, tui.clicks(4, 10).selected(), "nothing of the tree is there to click on");
      assertFalse(tui.presses(Input.Key.ENTER).row(2).startsWith("#2"), tui.frame());
      assertTrue(tui.row(3).contains("#2 Below"), tui.frame());
    }
  }
}
