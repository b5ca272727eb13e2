package dev.arborist.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.cli.tui.TmuxPane;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers that are given again whenever they change. */
@Tag("once")
class WatchTest {

  private static final int TASKS = 12;

  @TempDir Path directory;
  @TempDir Path home;
  private CommandLineFixture arborist;

  @BeforeEach
  void start() {
    arborist = new CommandLineFixture(directory);
    arborist.done("init");
  }

  /** Runs a script while a command watches and writes into the file {@code seen}. */
  private String watched(String command, String script) throws Exception {
    String lines =
        """
        await() { for i in $(seq 600); do grep -q -- "$1" seen && return; sleep 0.1; done; }
        %s > seen & watcher=$!
        %s
        kill $watcher; wait $watcher; echo "ended with $?"
        """
            .formatted(command, script);
    Shell.Result result = new Shell(directory, home).run(lines);
    assertTrue(result.output().endsWith("ended with 143\n"), result.output());
    return Files.readString(directory.resolve("seen"));
  }

  @Test
  void aPipeGetsEveryNewAnswerBehindALine() throws Exception {
    arborist.done("add", "a");
    String seen =
        watched(
            "arborist list --watch",
            """
            await '#1' ; arborist spec put n k - <<< '[]'
            arborist add b; await '#2'
            arborist add c; await '#3'""");
    assertEquals(
        """
        #1  ready      20.0  a
        ---
        #1  ready      20.0  a
        #2  ready      20.0  b
        ---
        #1  ready      20.0  a
        #2  ready      20.0  b
        #3  ready      20.0  c
        """,
        seen.replaceAll("--- [0-9-]+T[0-9:]+(\\.[0-9]{3}|\\.[0-9]{6})?Z", "---"));
  }

  @Test
  void aProgramGetsALineForEveryNewAnswer() throws Exception {
    arborist.done("add", "a  b");
    List<String> seen =
        watched(
                "arborist show 1 --json --watch",
                "await 'a  b'; arborist update 1 --priority 9; await 'Priority\":9'")
            .lines()
            .toList();
    assertEquals(2, seen.size(), seen.toString());
    FormValidator validator = new FormValidator();
    for (String line : seen) {
      assertEquals(List.of(), validator.errors(JsonForm.TASK, FormValidator.parse(line)));
      assertTrue(line.contains("\"prompt\":\"a  b\""), line);
    }
  }

  @Test
  void timeAloneChangesAnAnswer() throws Exception {
    arborist.done("add", "a", "--not-before", "+9s");
    String seen = watched("arborist show 1 --watch", "await 'status  *ready'");
    assertTrue(seen.contains("status         pending\n"), seen);
    assertTrue(seen.contains("\n--- "), seen);
  }

  @Test
  void whatIsSeenFromNowChangesWithoutAnybody() throws Exception {
    arborist.done("add", "a");
    String seen =
        watched(
            "arborist list --created-before -6s --watch", "await '#1'; [ -s seen ] && echo came");
    assertTrue(seen.contains("#1  ready"), seen);
  }

  @Test
  void aReaderWhoHasSeenEnoughEndsItQuietly() throws Exception {
    arborist.done("add", "a");
    Shell.Result result =
        new Shell(directory, home)
            .run(
                """
                (arborist plan --watch; echo "ended with $?" > code) | head -n 1 > seen & reader=$!
                for i in $(seq 600); do grep -q '#1' seen && break; sleep 0.1; done
                sleep 0.5
                arborist add b > added
                wait $reader
                for i in $(seq 600); do grep -q ended code && break; sleep 0.1; done; cat code""");
    assertEquals("ended with 0\n", result.output());
  }

  @Test
  void aTaskThatIsPrunedCannotBeWatchedAnyMore() throws Exception {
    arborist.done("add", "a");
    arborist.done("cancel", "1");
    Shell.Result result =
        new Shell(directory, home)
            .run(
                """
                arborist explain 1 --watch > seen & watcher=$!
                for i in $(seq 600); do grep -q '#1' seen && break; sleep 0.1; done
                arborist prune 1 > pruned; wait $watcher; echo $?""");
    assertEquals("arborist: there is no task #1\n3\n", result.output());
  }

  @Test
  void aFileIsNotWatched() {
    arborist.fails(ExitCode.USAGE, "tree", "--watch", "--output", "x");
    arborist.fails(ExitCode.USAGE, "events", "--watch");
  }

  private TmuxPane pane(String command) throws Exception {
    for (int i = 1; i <= TASKS; i++) {
      arborist.done("add", "task " + i + (i == 2 ? " is a long one".repeat(9) : ""));
    }
    return watching(command);
  }

  private TmuxPane watching(String command) throws Exception {
    String line = TmuxPane.java(Main.class, command, "--watch", "--color", "never");
    return new TmuxPane(
        directory,
        60,
        8,
        "echo before\n" + line + "\necho $? > code.new\nmv code.new code\nsleep 60\n");
  }

  @Test
  void aRowThatFillsTheWindowIsShownToItsEnd() throws Exception {
    arborist.done("add", "x".repeat(100));
    try (TmuxPane pane = watching("tree")) {
      pane.awaitScreen("xx…  20.0\n");
    }
  }

  @Test
  void aTerminalIsDrawnOverAndNeverScrolled() throws Exception {
    try (TmuxPane pane = pane("list")) {
      pane.awaitScreen("#6  ready      20.0  task 6\n… 6 more lines\n");
      assertTrue(pane.screen().startsWith(" #1  ready      20.0  task 1\n #2  "), pane.screen());
      assertTrue(pane.screen().contains("one is\n #3"), "a long line is cut: " + pane.screen());
      String history = pane.tmux("display", "-p", "#{history_size}");
      assertTrue(pane.tmux("capture-pane", "-p", "-S", "-").startsWith("before\n"));
      arborist.done("claim", "--worker", "me", "--lease", "1h");
      pane.awaitScreen("#1  running    20.0  task 1\n");
      arborist.done("cancel", "12");
      arborist.done("prune", "12");
      pane.awaitScreen("… 5 more lines\n");
      assertEquals(history, pane.tmux("display", "-p", "#{history_size}"));
      assertEquals("alternate 0, mouse 0, SGR 0, cursor 1", pane.modes());
      assertEquals("1", pane.tmux("display", "-p", "#{wrap_flag}").strip());
      pane.press("C-c");
      assertEquals("130\n", pane.awaitFile("code"));
    }
  }

  @Test
  void anotherWindowIsFilledAnew() throws Exception {
    try (TmuxPane pane = pane("list")) {
      pane.awaitScreen("… 6 more lines\n");
      pane.resize(40, 5);
      pane.awaitScreen("#3  ready      20.0  task 3\n… 9 more lines\n");
      pane.resize(60, 20);
      pane.awaitScreen("#12  ready      20.0  task 12\n");
      assertFalse(pane.screen().contains("more lines"), pane.screen());
    }
  }

  /** In a shell with jobs, as people have it: what was written meanwhile is drawn over. */
  @Test
  void afterAStopItIsDrawnAnew() throws Exception {
    arborist.done("add", "one");
    String watch = TmuxPane.java(Main.class, "list", "--watch", "--color", "never");
    Files.writeString(directory.resolve("watch"), "exec " + watch);
    try (TmuxPane pane = new TmuxPane(directory, 60, 8, "exec bash --norc -i")) {
      pane.line("PS1='> '; clear; bash watch");
      pane.awaitScreen("#1  ready      20.0  one");
      pane.press("C-z");
      pane.awaitScreen("Stopped");
      pane.line("clear; fg > /dev/null");
      while (pane.screen().contains("Stopped")) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
      pane.awaitScreen("#1  ready      20.0  one");
      assertTrue(pane.screen().startsWith("#1  ready      20.0  one"), pane.screen());
    }
  }

  @Test
  void nothingIsWrittenWhenNothingThatIsShownHasChanged() throws Exception {
    try (TmuxPane pane = pane("status")) {
      pane.awaitScreen("more lines");
      Path written = directory.resolve("written");
      pane.tmux("pipe-pane", "cat > '" + written + "'");
      Files.writeString(directory.resolve("doc.json"), "[]");
      arborist.done("spec", "put", "n", "k", "doc.json");
      TimeUnit.SECONDS.sleep(2);
      assertTrue(!Files.exists(written) || Files.size(written) == 0, "written for nothing");
      arborist.done("cancel", "12");
      pane.awaitScreen("ready                 11\n");
      assertTrue(Files.size(written) > 0);
    }
  }
}
