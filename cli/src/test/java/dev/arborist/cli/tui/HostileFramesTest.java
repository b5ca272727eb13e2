package dev.arborist.cli.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.adapters.render.text.AmbiguousWidth;
import dev.arborist.adapters.render.text.ColourDepth;
import dev.arborist.adapters.render.text.SafeText;
import dev.arborist.cli.tui.draw.TuiSettings;
import dev.arborist.cli.tui.input.Input;
import dev.arborist.cli.tui.input.Input.Mouse;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.NewTask;
import dev.arborist.testkit.HostileLabels;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever strangers and fingers do, a frame is whole and does nothing to a terminal. */
@Tag("once")
class HostileFramesTest {

  private static final int TASKS = 60;
  private static final int INPUTS = 4_000;

  @TempDir Path directory;
  private TuiQueue queue;

  @BeforeEach
  void open() {
    queue = new TuiQueue(directory);
    List<String> labels = HostileLabels.of(6, TASKS * 5).filter(label -> !label.isBlank()).toList();
    for (int i = 0; i + 5 < labels.size(); i += 5) {
      NewTask.Builder task = NewTask.of(labels.get(i) + "\n" + labels.get(i + 1));
      try {
        queue.add(
            task.branch(labels.get(i + 2))
                .agentType(labels.get(i + 3))
                .payload("{\"a\":[1,{\"b\":\"\\u001b[31m" + "\u202e" + "\"}]}"));
        queue
            .other
            .queue()
            .failPermanently(queue.claim().details().task().number(), 1, labels.get(i + 4));
      } catch (InvalidInputException e) {
        queue.add("left out: " + i, 0);
      }
    }
  }

  @AfterEach
  void close() {
    queue.close();
  }

  private static void assertSafe(TuiDriver tui, int rows, AmbiguousWidth ambiguous) {
    for (int row = 0; row < rows; row++) {
      String text = tui.row(row);
      SafeText safe = SafeText.of(text);
      assertEquals(text, safe.toString(), "row " + row);
      assertTrue(safe.width(ambiguous) <= 200, text);
    }
  }

  @Test
  void nothingOfATaskReachesTheTerminalButItsText() {
    for (AmbiguousWidth ambiguous : AmbiguousWidth.values()) {
      TuiSettings settings = new TuiSettings(ColourDepth.TRUECOLOR, false, ambiguous);
      try (TuiDriver tui = new TuiDriver(queue.seen, queue.clock, settings, 140, 40)) {
        for (char view = '1'; view <= '5'; view++) {
          tui.types(String.valueOf(view));
          assertSafe(tui, 40, ambiguous);
        }
        tui.types("5g").presses(Input.Key.ENTER);
        for (int task = 0; task < TASKS; task++) {
          assertSafe(tui.types("Y").types("j"), 40, ambiguous);
        }
      }
    }
  }

  @Test
  void aNameAndAFilterAreShownSafely() {
    String evil = "\u001b[2J\u202Eevil\u0000";
    TuiSession session =
        new TuiSession(
            queue.seen.browser(),
            queue.seen.queue(),
            evil,
            TuiDriver.PLAIN,
            queue.clock,
            queue.clock::nanos,
            Loader.on(Runnable::run));
    TuiDriver tui =
        new TuiDriver(
            session,
            queue.clock,
            TuiDriver.PLAIN,
            new dev.arborist.adapters.render.screen.Screen(80, 24, AmbiguousWidth.NARROW));
    tui.does(new Input.Typed('/'), new Input.Pasted("\u001b[2J\u202E"));
    assertSafe(tui, 24, AmbiguousWidth.NARROW);
    tui.presses(Input.Key.ENTER)
        .types("nf")
        .presses(Input.Key.UP)
        .does(new Input.Pasted("\u001b]0;x\u0007"));
    assertSafe(tui, 24, AmbiguousWidth.NARROW);
    tui.presses(Input.Key.ENTER);
    assertTrue(tui.row(2).contains("text \"␛]0;x␇\""), tui.row(2));
    assertSafe(tui, 24, AmbiguousWidth.NARROW);
  }

  /** Keys, clicks, pastes and windows of any size, one after the other. */
  @Test
  void noInputBreaksASession() {
    SplittableRandom random = new SplittableRandom(7);
    Input.Key[] keys = Input.Key.values();
    Mouse.Action[] actions = Mouse.Action.values();
    try (TuiDriver tui = queue.at(80, 24)) {
      int columns = 80;
      int rows = 24;
      for (int i = 0; i < INPUTS; i++) {
        switch (random.nextInt(20)) {
          case 0 -> {
            columns = 1 + random.nextInt(160);
            rows = 1 + random.nextInt(40);
            tui.resizes(columns, rows);
          }
          case 1, 2, 3 ->
              tui.does(
                  new Mouse(
                      actions[random.nextInt(actions.length)],
                      random.nextInt(rows),
                      random.nextInt(columns)));
          case 4 -> tui.does(new Input.Pasted("x\ny\u0301\u001b"));
          case 5 -> tui.looksAgain();
          case 6, 7, 8, 9 -> tui.does(keys[random.nextInt(keys.length)]);
          default -> tui.does(new Input.Typed(' ' + random.nextInt('~' - ' ')));
        }
        assertSafe(tui, rows, AmbiguousWidth.NARROW);
      }
    }
  }
}
