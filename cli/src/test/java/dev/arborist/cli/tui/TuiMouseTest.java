package dev.arborist.cli.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.adapters.render.text.AmbiguousWidth;
import dev.arborist.adapters.render.text.ColourDepth;
import dev.arborist.cli.tui.draw.TuiSettings;
import dev.arborist.cli.tui.input.Input;
import dev.arborist.cli.tui.input.Input.Mouse;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.TaskNumber;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TuiMouseTest {

  private static final TuiSettings ASCII =
      new TuiSettings(ColourDepth.NONE, true, AmbiguousWidth.NARROW);

  @TempDir Path directory;
  private TuiQueue queue;
  private TuiDriver tui;

  @BeforeEach
  void open() {
    queue = new TuiQueue(directory);
    queue.add("Top", 0);
    queue.add("Middle", 1);
    for (int leaf = 0; leaf < 40; leaf++) {
      queue.add("Leaf", 2);
    }
    tui = queue.at(80, 23); // 20 rows of the tree
  }

  @AfterEach
  void close() {
    tui.close();
    queue.close();
  }

  @Test
  void aClickSelects() {
    assertEquals(5, tui.clicks(6, 30).selected());
    assertEquals(5, tui.clicks(0, 30).selected(), "the header is no row");
    assertEquals(5, tui.clicks(22, 30).selected(), "nor is the line at the bottom");
  }

  @Test
  void aClickBeforeTheNumberCollapsesAndExpands() {
    assertEquals(2, tui.clicks(3, 4).selected());
    assertEquals(2, tui.session.board().viewport().cursor().visibility().rows());
    tui.clicks(3, 4);
    assertEquals(42, tui.session.board().viewport().cursor().visibility().rows());
    tui.clicks(3, 6); // on the number
    assertEquals(42, tui.session.board().viewport().cursor().visibility().rows());
  }

  @Test
  void aClickOnAGroupThatIsSelectedCollapsesIt() {
    tui.types("4").clicks(2, 10);
    assertEquals(43, tui.session.board().viewport().cursor().visibility().rows());
    tui.clicks(2, 10);
    assertEquals(1, tui.session.board().viewport().cursor().visibility().rows());
  }

  @Test
  void theWheelScrollsAndTakesTheCursorAlongOnlyWhenItMust() {
    tui.types("jjjjjjjjj");
    assertEquals(10, tui.selected());
    tui.does(new Mouse(Mouse.Action.WHEEL_DOWN, 8, 8));
    assertEquals(10, tui.selected());
    assertEquals(3, tui.session.board().viewport().firstRow());
    for (int i = 0; i < 4; i++) {
      tui.does(new Mouse(Mouse.Action.WHEEL_DOWN, 8, 8));
    }
    assertEquals(15, tui.session.board().viewport().firstRow());
    assertEquals(18, tui.selected(), "the first row that no ancestor covers");
    assertTrue(tui.row(2).contains("#1 Top") && tui.row(3).contains("#2 Middle"), tui.frame());
    for (int i = 0; i < 9; i++) {
      tui.does(new Mouse(Mouse.Action.WHEEL_UP, 8, 8));
    }
    assertEquals(0, tui.session.board().viewport().firstRow());
    assertEquals(18, tui.selected());
  }

  @Test
  void aClickOnAnAncestorAtTheTopGoesThere() {
    tui.types("G");
    assertTrue(tui.row(3).contains("#2 Middle"), tui.frame());
    assertEquals(2, tui.clicks(3, 20).selected());
    assertTrue(tui.frame().contains("#3 Leaf"), tui.frame());
  }

  @Test
  void aClickIntoTheDetailTakesTheKeysThere() {
    tui.presses(Input.Key.ENTER).clicks(20, 10).types("j");
    assertEquals(1, tui.selected());
    assertTrue(tui.status().contains("lines "), tui.status());
    tui.clicks(4, 20).types("j");
    assertEquals(4, tui.selected());
    assertFalse(tui.status().contains("lines "), tui.status());
  }

  @Test
  void aClickOnTheNameOfAViewShowsIt() {
    int column = tui.row(0).indexOf("3 timeline");
    assertTrue(tui.clicks(0, column + 9).frame().contains("2026-01-01 00:00 ◎ #1 Top"));
    assertTrue(tui.clicks(0, column - 1).frame().contains("2026-01-01 00:00 ◎ #1 Top"));
    assertFalse(tui.clicks(0, column - 2).frame().contains("2026-01-01 00:00 ◎ #1 Top"));
  }

  @Test
  void aClickOnWhatHasGoneSinceDoesNothing() {
    tui.session.handle(new Input.Typed('f'));
    tui.does(Input.Key.UP, Input.Key.UP).types("none").session.handle(Input.Key.ENTER);
    tui.session.tick(); // nothing is drawn yet
    tui.session.handle(new Mouse(Mouse.Action.PRESS, 5, 20));
    assertEquals(0, tui.selected());
    queue.other.queue().cancel(TaskNumber.of(42), null);
    tui.looksAgain();
  }

  /** The icon of what is blocked is {@code #}, as the sign before a number is. */
  @Test
  void aClickOnTheIconOfWhatIsBlockedFoldsWithAsciiToo() {
    queue.add(NewTask.of("Blocked").prerequisites(List.of(TaskNumber.of(3))).basePriority(10));
    queue.add("Below", 43);
    try (TuiDriver ascii = new TuiDriver(queue.seen, queue.clock, ASCII, 80, 23)) {
      assertTrue(ascii.row(2).startsWith(" # #43 Blocked"), ascii.frame());
      int rows = ascii.session.board().viewport().cursor().visibility().rows();
      ascii.clicks(2, 1);
      assertEquals(rows - 1, ascii.session.board().viewport().cursor().visibility().rows());
      ascii.clicks(2, 2);
      assertEquals(rows, ascii.session.board().viewport().cursor().visibility().rows());
      ascii.clicks(2, 3); // on the number
      assertEquals(rows, ascii.session.board().viewport().cursor().visibility().rows());
    }
  }
}
