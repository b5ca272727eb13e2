package dev.arborist.cli.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.Arborist;
import dev.arborist.cli.Main;
import dev.arborist.domain.task.NewTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * However the UI ends, the terminal is as it was before: its settings, screen, mouse and cursor.
 * Every fourth run is one of the real session, the others one that only counts, which starts
 * sooner.
 *
 * <p>The script that starts the UI is no interactive shell, which would put the terminal right by
 * itself.
 */
class TerminalRestorationTest {

  /** How often each way is gone; {@code -Darborist.endings=1} for a quick look. */
  private static final int RUNS = Integer.getInteger("arborist.endings", 20);

  /** One for each core of a small machine. */
  private static final int AT_A_TIME = 2;

  @TempDir static Path queue;
  @TempDir Path directory;

  /** How the UI comes to its end, and the exit code of that. */
  private enum Ending {
    KEY(0, true),
    CTRL_C(130, true),
    SIGINT(130, true),
    SIGTERM(143, true),
    SIGHUP(129, true),
    STOPPED_AND_CONTINUED(0, true),
    EXCEPTION(1, false),
    ERROR(1, false),
    CTRL_C_WHILE_IT_HANGS(130, false);

    private final int code;
    private final boolean isForAll;

    /**
     * An ending.
     *
     * @param isForAll whether the real session can come to it, not only the one that counts
     */
    Ending(int code, boolean isForAll) {
      this.code = code;
      this.isForAll = isForAll;
    }

    private void bringAbout(TmuxPane pane, String firstFrame)
        throws IOException, InterruptedException {
      switch (this) {
        case KEY -> pane.press("q");
        case CTRL_C -> pane.press("C-c");
        case SIGINT -> pane.signal("INT");
        case SIGTERM -> pane.signal("TERM");
        case SIGHUP -> pane.signal("HUP");
        case STOPPED_AND_CONTINUED -> {
          pane.press("C-z");
          pane.awaitFile("stopped");
          assertEquals(TmuxPane.GIVEN_BACK, pane.modes());
          pane.press("Enter");
          pane.awaitModes(TmuxPane.TAKEN);
          pane.awaitScreen(firstFrame);
          pane.press("q");
        }
        case EXCEPTION -> pane.press("x");
        case ERROR -> pane.press("X");
        case CTRL_C_WHILE_IT_HANGS -> {
          pane.press("H");
          for (int i = 0; i < 20 && !pane.hasFile("code"); i++) {
            pane.press("C-c");
            TimeUnit.MILLISECONDS.sleep(500);
          }
        }
      }
    }
  }

  @BeforeAll
  static void createTheQueue() {
    Arborist.create(queue.resolve("queue.db"));
    try (Arborist arborist = Arborist.open(queue.resolve("queue.db"))) {
      arborist.queue().enqueue(NewTask.of("Plant a tree").build());
    }
  }

  @ParameterizedTest
  @EnumSource
  void theTerminalIsAsItWasAfter(Ending ending) throws Exception {
    ExecutorService runs = Executors.newFixedThreadPool(AT_A_TIME);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int run = 1; run <= RUNS; run++) {
        Path place = Files.createDirectory(directory.resolve("run-" + run));
        boolean isReal = ending.isForAll && run % 4 == 1;
        boolean isEarly = run % 2 == 0 || run % 8 == 1; // before the first frame is there
        all.add(
            runs.submit(
                () -> {
                  run(ending, place, command(isReal), isReal, isEarly);
                  return null;
                }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } finally {
      runs.shutdownNow();
    }
  }

  /** As after {@code su -c}: a session that the terminal does not control. */
  @ParameterizedTest
  @EnumSource(names = {"KEY", "SIGTERM"})
  void aTerminalThatDoesNotControlTheProcessIsAsItWas(Ending ending) throws Exception {
    run(ending, directory, "setsid -w " + command(true), true, false);
  }

  private static String command(boolean isReal) {
    return isReal
        ? TmuxPane.java(Main.class, "tui", "--db", queue.resolve("queue.db").toString())
        : TmuxPane.java(CountingMain.class);
  }

  private static void run(
      Ending ending, Path place, String command, boolean isReal, boolean isEarly)
      throws IOException, InterruptedException {
    String script =
        """
        set -m
        stty -a > before
        %s 2> err
        code=$?
        if [ $code = 148 ]; then
          stty -a > while-stopped
          touch stopped
          read -r
          fg
          code=$?
        fi
        stty -a > after
        echo $code > code.new
        mv code.new code
        sleep 60
        """
            .formatted(command);
    String firstFrame = isReal ? "1/1" : "count 0";
    try (TmuxPane pane = new TmuxPane(place, 100, 30, script)) {
      pane.awaitModes(TmuxPane.TAKEN);
      if (!isEarly) {
        pane.awaitScreen(firstFrame);
      }
      ending.bringAbout(pane, firstFrame);
      assertEquals(ending.code + "\n", pane.awaitFile("code"), () -> screenOf(pane));
      assertEquals(TmuxPane.GIVEN_BACK, pane.modes());
      String before = Files.readString(place.resolve("before"));
      assertTrue(before.contains("rows 30"), before);
      assertEquals(before, Files.readString(place.resolve("after")));
      if (Files.exists(place.resolve("while-stopped"))) {
        assertEquals(before, Files.readString(place.resolve("while-stopped")));
      }
      assertFalse(pane.tmux("capture-pane", "-e", "-p").contains("\u001b"));
    }
  }

  private static String screenOf(TmuxPane pane) {
    try {
      return pane.screen();
    } catch (IOException | InterruptedException e) {
      return e.toString();
    }
  }
}
