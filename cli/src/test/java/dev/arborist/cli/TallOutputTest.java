package dev.arborist.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.arborist.Arborist;
import dev.arborist.cli.tui.TmuxPane;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.TaskBatch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is printed on a real terminal, and what a real less makes of it. */
class TallOutputTest {

  /** Many more than a pipe holds, so that the command cannot end before less has read on. */
  private static final int MANY = 20_000;

  private static final int FEW = 3;

  @TempDir static Path queues;
  @TempDir Path directory;

  @BeforeAll
  static void createTheQueues() throws InterruptedException {
    requireLess();
    create("many.db", MANY);
    create("few.db", FEW);
  }

  private static void requireLess() throws InterruptedException {
    try {
      new ProcessBuilder("less", "--version")
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      if ("true".equals(System.getenv("CI"))) {
        fail("this test needs less: install it");
      }
      abort("no less here, so no pager was tried");
    }
  }

  private static void create(String name, int tasks) {
    Path file = queues.resolve(name);
    Arborist.create(file);
    List<TaskBatch.Entry> entries = new ArrayList<>(tasks);
    for (int i = 1; i <= tasks; i++) {
      entries.add(new TaskBatch.Entry(NewTask.of("task " + i).build(), null, List.of()));
    }
    try (Arborist arborist = Arborist.open(file)) {
      for (int from = 0; from < tasks; from += TaskBatch.SIZE_MAX) {
        int to = Math.min(tasks, from + TaskBatch.SIZE_MAX);
        arborist.queue().enqueueAll(new TaskBatch(entries.subList(from, to)));
      }
    }
  }

  /** A terminal of ten rows in which a tree is printed, between two looks at its settings. */
  private TmuxPane tree(String queue) throws IOException, InterruptedException {
    String line = TmuxPane.java(Main.class, "tree", "--db", "'" + queues.resolve(queue) + "'");
    return new TmuxPane(
        directory,
        60,
        10,
        """
        export TERM=xterm; unset PAGER ARBORIST_PAGER LESS FORCE_COLOR CLICOLOR CLICOLOR_FORCE
        stty -a > before
        %s
        echo $? > code.new
        stty -a > after
        mv code.new code
        sleep 60
        """
            .formatted(line));
  }

  private void assertEnds(TmuxPane pane, int code) throws IOException, InterruptedException {
    assertEquals(code + "\n", pane.awaitFile("code"));
    assertEquals(pane.awaitFile("before"), pane.awaitFile("after"));
  }

  private static ProcessHandle less(TmuxPane pane) throws IOException, InterruptedException {
    return pane.program()
        .children()
        .filter(child -> child.info().command().orElse("").endsWith("/less"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatFitsTheWindowIsPrinted() throws Exception {
    try (TmuxPane pane = tree("few.db")) {
      assertEnds(pane, 0);
      assertTrue(pane.screen().startsWith("◎ #1 task 1  20.0\n◎ #2"), pane.screen());
    }
  }

  @Test
  void whatDoesNotIsShownByLessWithItsColours() throws Exception {
    try (TmuxPane pane = tree("many.db")) {
      pane.awaitScreen("#9 task 9  20.0\n:");
      assertTrue(pane.tmux("capture-pane", "-e", "-p").contains("\u001b[32m◎"));
      assertFalse(pane.hasFile("code"));
      pane.press("Space");
      pane.awaitScreen("#18 task 18  20.0\n:");
      pane.press("G");
      pane.awaitScreen("#" + MANY + " task " + MANY + "  20.0\n(END)");
      pane.press("q");
      assertEnds(pane, 0);
    }
  }

  @Test
  void whoHasSeenEnoughOfAHugeTreeLeavesItHalfWay() throws Exception {
    try (TmuxPane pane = tree("many.db")) {
      pane.awaitScreen("#9 task 9  20.0\n:");
      pane.press("q");
      assertEnds(pane, 0);
      assertTrue(pane.screen().contains("#9 task 9"), "what was seen stays on the screen");
    }
  }

  @Test
  void aPagerThatIsKilledLeavesTheTerminalAsItWas() throws Exception {
    try (TmuxPane pane = tree("many.db")) {
      pane.awaitScreen("#9 task 9  20.0\n:");
      assertTrue(less(pane).destroyForcibly());
      assertEnds(pane, 0);
    }
  }

  @Test
  void anInterruptEndsTheCommandOnlyWhenThePagerHasEnded() throws Exception {
    try (TmuxPane pane = tree("many.db")) {
      pane.awaitScreen("#9 task 9  20.0\n:");
      pane.press("C-c");
      for (int i = 0; i < 300 && pane.screen().contains("#1 task 1 "); i++) {
        pane.press("Space"); // what is typed before the interrupt has been heard is lost
        TimeUnit.MILLISECONDS.sleep(200);
      }
      assertFalse(pane.screen().contains("#1 task 1 "), "less does not listen");
      assertFalse(pane.hasFile("code"));
      pane.press("q");
      assertEnds(pane, 130);
    }
  }
}
