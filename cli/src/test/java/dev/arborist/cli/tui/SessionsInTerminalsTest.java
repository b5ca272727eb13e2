package dev.arborist.cli.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.adapters.render.screen.Agreement;
import dev.arborist.adapters.render.screen.Emulator;
import dev.arborist.adapters.render.screen.Screen;
import dev.arborist.adapters.render.screen.ScreenUpdate;
import dev.arborist.adapters.render.screen.Tmux;
import dev.arborist.adapters.render.text.AmbiguousWidth;
import dev.arborist.adapters.render.text.ColourDepth;
import dev.arborist.cli.tui.draw.TuiSettings;
import dev.arborist.cli.tui.input.Input;
import dev.arborist.domain.task.NewTask;
import dev.arborist.testkit.HostileLabels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whole sessions in two terminals that are not ours, JLine's emulator and tmux: what is sent for
 * each frame makes both show it, cell for cell.
 *
 * <p>Each script is played twice, on queues that are alike: tmux is first asked which clusters of
 * its frames it agrees on.
 */
@Tag("once")
class SessionsInTerminalsTest {

  private static final TuiSettings COLOURED =
      new TuiSettings(ColourDepth.TRUECOLOR, false, AmbiguousWidth.NARROW);

  /** What is in a queue, and what a person and other programs do. */
  private interface Script {
    void play(TuiQueue queue, TuiDriver tui);
  }

  @TempDir Path directory;
  private int columns = 96;
  private int rows = 26;
  private int frames;

  private void look(TuiQueue queue, Script script, Consumer<TuiDriver> viewer) {
    try (queue;
        TuiDriver tui = new TuiDriver(queue.seen, queue.clock, COLOURED, columns, rows)) {
      viewer.accept(tui);
      script.play(queue, tui);
    }
  }

  private TuiQueue queue(String name, Consumer<TuiQueue> tasks) throws Exception {
    TuiQueue queue = new TuiQueue(Files.createDirectories(directory.resolve(name)));
    tasks.accept(queue);
    return queue;
  }

  /** Plays a script, and returns the share of its clusters that tmux agrees on. */
  private double assertShown(Consumer<TuiQueue> tasks, Script script) throws Exception {
    Set<String> texts = new LinkedHashSet<>();
    look(queue("asked", tasks), script, tui -> tui.shows(screen -> addRows(screen, texts)));
    Tmux tmux = new Tmux(directory, columns, rows);
    try {
      Agreement agreement = Agreement.on(new ArrayList<>(texts), tmux);
      Emulator emulator = new Emulator(columns, rows);
      ScreenUpdate update = new ScreenUpdate(tmux.out());
      look(
          queue("shown", tasks),
          script,
          tui ->
              tui.shows(
                  screen -> assertShown(screen, tui.session, emulator, update, tmux, agreement)));
      return agreement.share();
    } finally {
      tmux.stop();
    }
  }

  private static void addRows(Screen screen, Set<String> texts) {
    for (int row = 0; row < screen.rows(); row++) {
      texts.add(screen.text(row));
    }
  }

  private void assertShown(
      Screen screen,
      TuiSession session,
      Emulator emulator,
      ScreenUpdate update,
      Tmux tmux,
      Agreement agreement) {
    int row = session.cursorRow();
    int column = session.cursorColumn();
    try {
      emulator.show(screen, row, column);
      emulator.assertShows(screen, row, column);
      update.show(screen, row, column);
      agreement.assertShows(screen, tmux.rows(false));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    if (row >= 0) {
      assertEquals(row + " " + column + " 1", tmux.cursor());
    }
    frames++;
  }

  /** Every part of the UI, as a person comes by it. */
  private static void everything(TuiQueue queue, TuiDriver tui) {
    for (char view = '1'; view <= '5'; view++) {
      tui.types(view + "Gg");
    }
    tui.types("1-+jj").presses(Input.Key.ENTER).types("jjjj").presses(Input.Key.TAB);
    tui.presses(Input.Key.PAGE_DOWN, Input.Key.ESCAPE, Input.Key.ESCAPE);
    tui.types("/e").presses(Input.Key.ENTER).types("nnN?").presses(Input.Key.PAGE_DOWN).types("q");
    tui.types("f ").presses(Input.Key.TAB).types(" ").presses(Input.Key.UP, Input.Key.UP);
    tui.does(new Input.Pasted("日本 \u001b[31m🙂")).presses(Input.Key.ENTER).types("F");
    tui.types("g  ckkp12").presses(Input.Key.ENTER).types("n:3").presses(Input.Key.ENTER);
    tui.clicks(4, 6).types("Yrn");
    queue.add("日本語 👩\u200d👩\u200d👧 from elsewhere", 1);
    tui.looksAgain();
    queue.complete();
    tui.looksAgain().types("G");
  }

  @ParameterizedTest
  @CsvSource({"40, 12", "96, 26", "200, 50"})
  void aReleaseIsShownAsItIs(int width, int height) throws Exception {
    columns = width;
    rows = height;
    assertShown(TuiQueue::release, SessionsInTerminalsTest::everything);
    assertTrue(frames > 70, frames + " frames");
  }

  @Test
  void hostileTextsHarmNothing() throws Exception {
    double share =
        assertShown(SessionsInTerminalsTest::hostile, SessionsInTerminalsTest::everything);
    assertTrue(share > 0.75 && share < 1, "agreed on " + share);
    assertTrue(frames > 70, frames + " frames");
  }

  private static void hostile(TuiQueue queue) {
    List<String> labels =
        HostileLabels.of(31, 200).filter(label -> !label.isBlank()).limit(120).toList();
    for (int i = 0; i + 1 < labels.size(); i += 2) {
      queue.add(NewTask.of(labels.get(i) + "\n" + labels.get(i + 1)));
    }
  }
}
