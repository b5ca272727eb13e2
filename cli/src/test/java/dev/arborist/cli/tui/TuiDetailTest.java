package dev.arborist.cli.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.application.port.in.TaskBrowser;
import dev.arborist.cli.tui.draw.Palette;
import dev.arborist.cli.tui.input.Input;
import dev.arborist.domain.history.EventQuery;
import dev.arborist.domain.task.TaskNumber;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The detail is made in the background, once for each state of a task and each width. */
class TuiDetailTest {

  private static final TaskNumber NUMBER = TaskNumber.of(1);

  @TempDir Path directory;
  private TuiQueue queue;
  private final Deque<Runnable> background = new ArrayDeque<>();

  @BeforeEach
  void open() {
    queue = new TuiQueue(directory);
    queue.add("First\n" + "word ".repeat(50), 0);
    queue.add("Second", 1);
  }

  @AfterEach
  void close() {
    queue.close();
  }

  private Detail read() {
    TaskBrowser browser = queue.seen.browser();
    return new Detail(
        browser.get(NUMBER),
        browser.explain(NUMBER),
        browser.prerequisites(NUMBER),
        browser.dependents(NUMBER),
        0,
        browser.events(new EventQuery(NUMBER, 0, 0)));
  }

  @Test
  void whatHasNotChangedIsNotMadeAgain() {
    Palette palette = new Palette(TuiDriver.PLAIN);
    DetailText first = DetailText.of(read(), palette, 40, null);
    assertSame(first, DetailText.of(read(), palette, 40, first));
    assertNotSame(first, DetailText.of(read(), palette, 41, first));
    queue.other.queue().cancel(NUMBER, null);
    DetailText second = DetailText.of(read(), palette, 40, first);
    assertNotSame(first, second);
    assertTrue(second.lines().get(2).text().toString().startsWith("#1 is cancelled"));
  }

  private void work() {
    while (!background.isEmpty()) {
      background.removeFirst().run();
    }
  }

  /** With a background that waits until it is told to work, frames show what there is. */
  @Test
  void noFrameWaitsForTheDetail() {
    Loader loader =
        new Loader(lane -> lane == Loader.Lane.TREES ? Runnable::run : background::addLast);
    try (TuiDriver tui = queue.at(80, 24, loader)) {
      tui.step();
      assertEquals("reading", tui.presses(Input.Key.ENTER).row(13));
      work();
      tui.step();
      assertTrue(tui.row(13).startsWith("#1 First"), tui.frame());
      String before = tui.frame();
      String narrow = tui.resizes(40, 24).frame();
      assertTrue(narrow.contains("#1 First") && narrow.contains("…"), narrow);
      work();
      tui.step();
      assertFalse(tui.frame().contains("…"), tui.frame());
      tui.resizes(80, 24);
      work();
      tui.step();
      assertEquals(before, tui.frame());
    }
  }
}
