package dev.arborist.cli.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The terminal as a real one treats it; see {@link TerminalRestorationTest} for how it ends. */
class JlineTerminalTest {

  private static final String RUN = TmuxPane.java(CountingMain.class);

  /** Runs the UI as a job, and goes on with the lines given when that has stopped. */
  private static final String JOB =
      """
      set -m
      %s
      [ $? = 148 ] || exit
      touch stopped
      read -r
      %s
      echo $? > code.new
      mv code.new code
      sleep 60
      """;

  @TempDir Path directory;

  private TmuxPane open(String script) throws Exception {
    TmuxPane pane = new TmuxPane(directory, 60, 20, script);
    pane.awaitModes(TmuxPane.TAKEN);
    pane.awaitScreen("count 0 at 60x20.");
    return pane;
  }

  @Test
  void whatAPersonDoesArrives() throws Exception {
    try (TmuxPane pane = open(RUN)) {
      pane.press("a", "日", "b");
      pane.awaitScreen("count 3 at");
      pane.press("Up");
      pane.awaitScreen("UP");
      pane.press("Escape");
      pane.awaitScreen("ESCAPE");
      pane.press("M-x");
      pane.awaitScreen("Alt[codePoint=120]");
      pane.send("\u001b[<0;12;3M");
      pane.awaitScreen("Mouse[action=PRESS, row=2, column=11]");
      pane.send("\u001b[<65;1;1M");
      pane.awaitScreen("Mouse[action=WHEEL_DOWN, row=0, column=0]");
      pane.tmux("set-buffer", "one qqq");
      pane.tmux("paste-buffer", "-p");
      pane.awaitScreen("Pasted[text=one qqq]");
      pane.press("Home");
      pane.awaitScreen("HOME");
      assertTrue(pane.screen().contains("count 3 at"), pane.screen());
    }
  }

  @Test
  void pastesAreInBracketsOnlyWhileTheTerminalIsTaken() throws Exception {
    try (TmuxPane pane = open(RUN + "\nhead -n 1 > pasted\ntouch done\nsleep 60")) {
      pane.press("q");
      pane.awaitModes(TmuxPane.GIVEN_BACK);
      pane.tmux("set-buffer", "plain\n");
      pane.tmux("paste-buffer", "-p");
      pane.awaitFile("done");
      assertEquals("plain\n", pane.awaitFile("pasted"));
    }
  }

  @Test
  void anotherSizeIsDrawnAnew() throws Exception {
    try (TmuxPane pane = open(RUN)) {
      pane.resize(70, 15);
      pane.awaitScreen("count 0 at 70x15.");
      pane.resize(3, 2);
      pane.awaitScreen("co…"); // what the terminal itself cuts off is not marked
      pane.resize(50, 12);
      pane.awaitScreen("count 0 at 50x12.");
    }
  }

  @Test
  void aTextIsCopiedToTheClipboard() throws Exception {
    try (TmuxPane pane = open(RUN)) {
      pane.tmux("set-option", "-s", "set-clipboard", "on");
      pane.press("y");
      pane.awaitScreen("count 1 at");
      pane.press("Up");
      pane.awaitScreen("UP");
      assertEquals("日本 1", pane.tmux("show-buffer"));
    }
  }

  @Test
  void whatIsContinuedDrawsItselfAnewInTheSizeOfTheWindow() throws Exception {
    try (TmuxPane pane = open(JOB.formatted(RUN, "fg"))) {
      pane.press("a", "C-z");
      pane.awaitFile("stopped");
      assertEquals(TmuxPane.GIVEN_BACK, pane.modes());
      pane.resize(70, 15);
      pane.press("Enter");
      pane.awaitModes(TmuxPane.TAKEN);
      pane.awaitScreen("count 1 at 70x15.");
      pane.press("q");
      assertEquals("0\n", pane.awaitFile("code"));
    }
  }

  /** A shell waits for the script, and would wait for ever if only the UI stopped. */
  @Test
  void aScriptAroundItStopsToo() throws Exception {
    try (TmuxPane pane = open(JOB.formatted("sh -c \"" + RUN + "; exit 7\"", "fg"))) {
      pane.press("C-z");
      pane.awaitFile("stopped");
      pane.press("Enter");
      pane.awaitModes(TmuxPane.TAKEN);
      pane.press("q");
      assertEquals("7\n", pane.awaitFile("code"));
    }
  }

  @Test
  void aStopFromElsewhereGivesTheTerminalBackFirst() throws Exception {
    try (TmuxPane pane = open(JOB.formatted(RUN, "fg"))) {
      pane.signal("TSTP");
      pane.awaitFile("stopped");
      assertEquals(TmuxPane.GIVEN_BACK, pane.modes());
      pane.press("Enter");
      pane.awaitScreen("count 0 at");
      pane.press("q");
      assertEquals("0\n", pane.awaitFile("code"));
    }
  }

  /** SIGSTOP cannot be noticed, so whatever then happened to the terminal is mended afterwards. */
  @Test
  void whatWasFrozenTakesTheTerminalAgain() throws Exception {
    try (TmuxPane pane =
        open("stty -a > before\n" + RUN + "\nstty -a > after.new; mv after.new after\nsleep 60")) {
      pane.signal("STOP");
      pane.tmux("send-keys", "-R");
      pane.awaitModes("mouse 0");
      pane.signal("CONT");
      pane.awaitModes(TmuxPane.TAKEN);
      pane.awaitScreen("count 0 at");
      pane.press("q");
      pane.awaitModes(TmuxPane.GIVEN_BACK);
      assertEquals(pane.awaitFile("before"), pane.awaitFile("after"));
    }
  }

  /** A person's shell, in which {@code sh ui} starts the UI. */
  private TmuxPane shell() throws Exception {
    Files.writeString(directory.resolve("ui"), "exec " + RUN);
    TmuxPane pane = new TmuxPane(directory, 60, 20, "PS1='ready ' exec bash --norc -i");
    pane.awaitScreen("ready");
    pane.line("sh ui");
    pane.awaitScreen("count 0 at 60x20.");
    pane.press("C-z");
    pane.awaitModes(TmuxPane.GIVEN_BACK);
    pane.awaitScreen("Stopped");
    return pane;
  }

  private static void assertEndsWhenKilled(TmuxPane pane) throws Exception {
    ProcessHandle program = pane.program();
    pane.line("kill %1");
    program.onExit().get(60, TimeUnit.SECONDS);
    pane.line("");
    pane.awaitScreen("Exit 143");
    assertEquals(TmuxPane.GIVEN_BACK, pane.modes());
  }

  /** For a shell continues what it kills, in the background. */
  @Test
  void whatIsKilledWhileItIsStoppedEnds() throws Exception {
    try (TmuxPane pane = shell()) {
      assertEndsWhenKilled(pane);
    }
  }

  @Test
  void whatIsContinuedInTheBackgroundWaitsForTheForeground() throws Exception {
    try (TmuxPane pane = shell()) {
      pane.line("bg; while jobs | grep -q Running; do sleep 0.1; done; touch waits");
      pane.awaitFile("waits");
      assertEquals(TmuxPane.GIVEN_BACK, pane.modes());
      assertEndsWhenKilled(pane);
    }
  }

  @Test
  void whatWasContinuedInTheBackgroundCanBeBroughtToTheForeground() throws Exception {
    try (TmuxPane pane = shell()) {
      pane.line("bg; while jobs | grep -q Running; do sleep 0.1; done; touch waits");
      pane.awaitFile("waits");
      pane.line("fg");
      pane.awaitModes(TmuxPane.TAKEN);
      pane.awaitScreen("count 0 at");
      pane.press("q");
      pane.awaitModes(TmuxPane.GIVEN_BACK);
    }
  }

  /** A job that nobody could continue is not stopped: here nobody waits for it. */
  @Test
  void whatNobodyCouldContinueGoesOn() throws Exception {
    try (TmuxPane pane = open("exec " + RUN)) {
      pane.press("a", "C-z", "b");
      pane.awaitScreen("count 2 at");
      pane.awaitModes(TmuxPane.TAKEN);
    }
  }

  @Test
  void itEndsWithItsTerminal() throws Exception {
    ProcessHandle program;
    try (TmuxPane pane = open(RUN)) {
      program = pane.program();
    }
    program.onExit().get(60, TimeUnit.SECONDS);
  }
}
