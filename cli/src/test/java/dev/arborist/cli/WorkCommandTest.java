package dev.arborist.cli;

import static dev.arborist.cli.WorkerProcess.script;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a worker makes of its tasks and of how its programs end, with real programs. */
class WorkCommandTest {

  private static final Pattern FIELD = Pattern.compile("\"([a-zA-Z]+)\" ?:");
  private static final List<String> OWN_THREADS =
      List.of("heartbeat", "run", "in", "out", "err", "writer");

  private static final long PATIENCE_MILLIS = 10_000;

  @TempDir Path directory;
  private CommandLineFixture arborist;

  @BeforeEach
  void start() {
    arborist = new CommandLineFixture(directory);
    arborist.done("init");
  }

  /** The last that a thread does is to say that its run has ended, so it may still be there. */
  @AfterEach
  void noThreadIsLeft() throws InterruptedException {
    List<String> left = new ArrayList<>();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (OWN_THREADS.stream().anyMatch(own -> thread.getName().startsWith("arborist-" + own))) {
        thread.join(PATIENCE_MILLIS);
        if (thread.isAlive()) {
          left.add(thread.getName());
        }
      }
    }
    assertEquals(List.of(), left);
  }

  private String read(String file) throws IOException {
    return Files.readString(directory.resolve(file));
  }

  private void shows(String number, String text) {
    String shown = arborist.done("show", number);
    assertTrue(shown.contains(text), shown);
  }

  @Test
  void aTaskIsPassedAsJsonAndCompleted() throws IOException {
    arborist.done("add", "Write the parser", "--payload", "{\"a\": [1]}");
    script(
        directory,
        "run.sh",
        """
        cat > task.json
        echo "$ARBORIST_TASK $ARBORIST_TOKEN $ARBORIST_DB $*" > seen.txt
        echo done; echo noted >&2""");
    assertEquals("done\n", arborist.done("work", "--once", "--", "./run.sh", "{}", "<{}>", "{id}"));
    assertEquals(
        "1 1 " + directory.resolve(".arborist/queue.db") + " 1 <1> {id}\n", read("seen.txt"));
    List<String> said = arborist.err.lines().toList();
    assertEquals("claimed #1 Write the parser", said.get(0));
    assertEquals("noted", said.get(1));
    assertTrue(said.get(2).matches("completed #1 in [0-9.]+ m?s"), arborist.err);
    assertEquals(3, said.size(), arborist.err);
    shows("1", "status         completed\n");
    String task = read("task.json");
    assertEquals(1, task.lines().count());
    assertTrue(task.contains("\"prompt\":\"Write the parser\""), task);
    assertTrue(task.contains("\"payload\":{\"a\": [1]}"), task);
    arborist.done("add", "another");
    assertEquals(
        fields(arborist.done("claim", "--worker", "me", "--json")),
        fields(task),
        "the form is that of a claim");
  }

  private static List<String> fields(String json) {
    List<String> names = new ArrayList<>();
    Matcher matcher = FIELD.matcher(json.replace("{\"a\": [1]}", "null"));
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  @Test
  void argumentsArePassedAsTheyAreWithoutAShell() {
    arborist.done("add", "$(touch pwned)");
    assertEquals(
        "$HOME;1\n`x` 'y' 1-1\n--once\n",
        arborist.done(
            "work", "--once", "--", "printf", "%s\\n", "$HOME;{}", "`x` 'y' {}-{}", "--once"));
    arborist.done("add", "b");
    assertEquals("--once\n", arborist.done("work", "--once", "echo", "--once"));
  }

  @Test
  void aFailureIsRetriedAndKeepsTheEndOfStandardError() throws IOException {
    arborist.done("add", "a", "--retries", "1");
    script(directory, "run.sh", "echo cloning >&2; printf 'no such branch' >&2; exit 3");
    arborist.done("work", "--until-empty", "--", "./run.sh");
    String events = arborist.done("events", "1");
    assertTrue(events.contains("running -> pending  failed by"), events);
    assertTrue(events.contains("token 2: exit code 3: no such branch\n"), events);
    shows("1", "status         failed\n");
    shows("1", "\nerror\n  exit code 3: no such branch\n  \n  cloning\n  no such branch\n");
  }

  @Test
  void whatWasSaidOfAFailureIsOneLine() throws IOException {
    arborist.done("add", "a", "--retries", "1");
    script(directory, "run.sh", "printf 'a\\033[31mb' >&2; exit 3");
    arborist.done("work", "--max-tasks", "2", "--", "./run.sh");
    List<String> said = arborist.err.lines().toList();
    assertTrue(
        said.get(2).matches("failed #1 after [0-9.]+ m?s: exit code 3: a␛\\[31mb; it is due .*Z"),
        arborist.err);
    assertTrue(said.get(5).endsWith("; no retry is left"), arborist.err);
  }

  @Test
  void anErrorHoldsTheLastLinesAndNothingThatNoStoreKeeps() throws IOException {
    arborist.done("add", "a", "--retries", "0");
    script(
        directory,
        "run.sh",
        "i=0; while [ $i -lt 3000 ]; do echo line $i; i=$((i+1)); done >&2\n"
            + "printf 'bad \\000 and \\377\\n\\n' >&2; exit 1");
    arborist.done("work", "--once", "--", "./run.sh");
    assertTrue(arborist.err.contains("\nline 0\nline 1\n"), "all of it is passed on");
    String error = arborist.done("show", "1").split("\nerror\n", -1)[1];
    List<String> lines = error.lines().map(String::strip).toList();
    assertEquals("exit code 1: bad \ufffd and \ufffd", lines.get(0));
    assertEquals("line 2981", lines.get(2));
    assertEquals("bad \ufffd and \ufffd", lines.get(lines.size() - 1));
    assertEquals(22, lines.size(), error);
    arborist.done("add", "b", "--retries", "0");
    arborist.done(
        "work", "--once", "--", "sh", "-c", "head -c 100000 /dev/zero | tr '\\0' x >&2; exit 1");
    assertTrue(arborist.done("show", "2").contains("error\n  exit code 1: xxxx"), arborist.out);
  }

  @Test
  void aPermanentExitIsNotRetried() {
    arborist.done("add", "a");
    arborist.done(
        "work", "--until-empty", "--permanent-exit", "7,100", "--", "sh", "-c", "exit 100");
    shows("1", "status         failed\n");
    shows("1", "failures       1\n");
  }

  @Test
  void standardOutputBecomesTheResultWhenThatIsAskedFor() {
    arborist.done("add", "a");
    String result = "{\"lines\": 120,\n \"ok\": true}";
    assertEquals("", arborist.done("work", "--once", "--result", "--", "printf", "%s\\n", result));
    assertTrue(
        arborist.done("show", "1", "--json").contains(result.replace('\n', ' ')), arborist.out);
    arborist.done("add", "b");
    arborist.done("work", "--once", "--result", "--", "true");
    shows("2", "status         completed\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"echo no json", "printf '\\377'", "head -c 1048577 /dev/zero | tr '\\0' 1"})
  void anOutputThatIsNoResultIsAFailure(String script) {
    arborist.done("add", "a", "--retries", "0");
    arborist.done("work", "--once", "--result", "--", "sh", "-c", script);
    shows("1", "status         failed\n");
    shows("1", "\nerror\n  the standard output is ");
  }

  @Test
  void aGraphIsWorkedOffInTheOrderOfItsPrerequisites() throws IOException {
    arborist.done("add", "a");
    arborist.done("add", "b", "--prerequisites", "1");
    arborist.done("add", "c", "--prerequisites", "1", "--priority", "0");
    arborist.done("add", "d", "--prerequisites", "2,3", "--priority", "10");
    arborist.done("add", "e", "--prerequisites", "4");
    script(directory, "run.sh", "echo $1 >> order.txt");
    arborist.done("work", "--until-empty", "--", "./run.sh", "{}");
    assertEquals("1\n2\n3\n4\n5\n", read("order.txt"));
  }

  @Test
  void twoJobsRunAtATime() throws IOException {
    arborist.done("add", "a");
    arborist.done("add", "b");
    arborist.done("add", "c", "--prerequisites", "1,2");
    script(
        directory,
        "meet.sh",
        """
        touch here-$1
        [ $1 = 3 ] && exit 0
        until [ -e here-1 ] && [ -e here-2 ]; do sleep 0.02; done
        [ -e here-3 ] && exit 1
        exit 0""");
    arborist.done("work", "--until-empty", "--jobs", "2", "--", "./meet.sh", "{}");
    for (String number : new String[] {"1", "2", "3"}) {
      shows(number, "status         completed\n");
    }
    arborist.done("add", "d");
    arborist.done("work", "--once", "--jobs", "2", "--", "true");
    shows("4", "status         completed\n");
  }

  @Test
  void aWorkerEndsAfterAsManyTasksAsItIsTold() {
    assertEquals("", arborist.done("work", "--once", "--", "true"));
    assertEquals("", arborist.err, "nothing is ready");
    for (String prompt : new String[] {"a", "b", "c", "d"}) {
      arborist.done("add", prompt);
    }
    arborist.done("work", "--once", "--", "true");
    assertEquals(3, arborist.done("list", "--status", "ready").lines().count());
    arborist.done("work", "--max-tasks", "2", "--jobs", "5", "--", "true");
    assertEquals(1, arborist.done("list", "--status", "ready").lines().count());
  }

  @Test
  void aWorkerTakesWhatItCanDo() {
    arborist.done("add", "a", "--agent-type", "writer");
    arborist.done("add", "b", "--branch", "main");
    arborist.done("add", "c", "--source", "agent_planner", "--priority", "9");
    arborist.done("add", "d");
    arborist.done("work", "--until-empty", "--agent-type", "writer", "--", "true");
    arborist.done("work", "--until-empty", "--branch", "main", "--", "true");
    arborist.done("work", "--until-empty", "--source", "agent_planner,human", "--", "true");
    String events = arborist.done("events");
    List<String> claimed = events.lines().filter(line -> line.contains("claimed")).toList();
    assertEquals(4, claimed.size(), events);
    for (int i = 0; i < claimed.size(); i++) {
      assertTrue(claimed.get(i).contains("#" + (i + 1) + " "), events);
    }
    assertTrue(
        claimed.get(0).contains(":" + ProcessHandle.current().pid() + ","),
        "named by host and process: " + events);
  }

  @Test
  void aProgramThatIsNotThereEndsTheWorkerBeforeItClaims() throws IOException {
    arborist.done("add", "a");
    assertEquals(
        "arborist: cannot start './none.sh': there is no such file",
        arborist.fails(ExitCode.USAGE, "work", "--", "./none.sh"));
    Files.writeString(directory.resolve("plain.txt"), "x");
    assertEquals(
        "arborist: cannot start './plain.txt': it is not a file that may be executed",
        arborist.fails(ExitCode.USAGE, "work", "--", "./plain.txt"));
    assertEquals(
        "arborist: cannot start 'no-such-program': it is not in a directory of the PATH",
        arborist.fails(ExitCode.USAGE, "work", "--", "no-such-program"));
    assertFalse(arborist.done("events", "1").contains("claimed"), arborist.out);
  }

  @Test
  void aProgramThatCannotBeStartedReleasesItsTaskAndEndsTheWorker() throws IOException {
    arborist.done("add", "a");
    arborist.done("add", "b");
    Path file = script(directory, "run.sh", "");
    Files.writeString(file, "#!/no/such/interpreter\n");
    assertEquals(ExitCode.USAGE, arborist.run("work", "--until-empty", "--", "./run.sh"));
    assertTrue(arborist.err.contains("\nreleased #1 after "), arborist.err);
    assertTrue(arborist.err.contains("\narborist: cannot start './run.sh': "), arborist.err);
    String events = arborist.done("events");
    assertEquals(1, events.lines().filter(line -> line.contains("claimed")).count(), events);
    shows("1", "status         ready\n");
  }

  @Test
  void aProgramNeedNotReadItsTask() {
    arborist.in = "x".repeat(1 << 20);
    arborist.done("add", "-", "--summary", "long");
    arborist.done("work", "--once", "--", "true");
    shows("1", "status         completed\n");
    arborist.done("add", "-", "--summary", "long");
    arborist.done("work", "--once", "--", "sh", "-c", "exec <&-; sleep 0.1");
    shows("2", "status         completed\n");
    arborist.done("add", "-", "--summary", "long");
    assertTrue(Long.parseLong(arborist.done("work", "--once", "--", "wc", "-c").strip()) > 1 << 20);
  }

  @Test
  void aProgramMayWriteMuchBeforeItReadsItsTask() {
    arborist.in = "x".repeat(1 << 20);
    arborist.done("add", "-", "--summary", "long");
    String script = "head -c 1000000 /dev/zero | tr '\\0' x; head -c 1000000 /dev/zero >&2; wc -c";
    arborist.done("work", "--once", "--", "sh", "-c", script);
    assertTrue(arborist.out.length() > 1_000_000, arborist.out);
    shows("1", "status         completed\n");
  }

  @Test
  void aProgramMayCloseItsOutputsEarly() {
    arborist.done("add", "a");
    assertEquals(
        "a",
        arborist.done(
            "work", "--once", "--", "sh", "-c", "printf a; exec >&- 2>&-; sleep 0.2; exit 0"));
    shows("1", "status         completed\n");
  }

  /** A server that a program leaves behind holds its outputs open. */
  @Test
  void whatAProgramLeavesBehindIsNotWaitedForLongerThanTheGrace() throws Exception {
    arborist.done("add", "a");
    String script = "sleep 300 & echo $! > left; echo started";
    assertEquals(
        "started\n", arborist.done("work", "--once", "--grace", "100ms", "--", "sh", "-c", script));
    noThreadIsLeft();
    assertTrue(
        arborist.err.contains("#1 left something behind that has its output: no more is read\n"),
        arborist.err);
    shows("1", "status         completed\n");
    long left = WorkerProcess.awaitPid(directory.resolve("left"));
    assertFalse(WorkerProcess.isGone(left));
    WorkerProcess.signal("KILL", left);
  }

  @Test
  void whatAProgramLeavesBehindMayWriteUntilTheGraceIsOver() throws InterruptedException {
    arborist.done("add", "a");
    String script = "(sleep 0.5; echo late; echo bad >&2; exec sleep 0.1) & exit 3";
    assertEquals("late\n", arborist.done("work", "--once", "--", "sh", "-c", script));
    assertTrue(arborist.done("show", "1").contains("exit code 3: bad"), arborist.out);
    noThreadIsLeft();
  }

  @Test
  void aQuietWorkerPassesOnWhatProgramsSay() {
    arborist.done("add", "a");
    arborist.done("work", "--once", "--quiet", "--", "sh", "-c", "printf noted >&2");
    assertEquals("noted" + System.lineSeparator(), arborist.err);
  }

  @Test
  void settingsThatMakeNoSenseAreRefused() {
    arborist.fails(ExitCode.USAGE, "work");
    arborist.fails(ExitCode.USAGE, "work", "--", "");
    arborist.fails(ExitCode.USAGE, "work", "--jobs", "0", "--", "true");
    arborist.fails(ExitCode.USAGE, "work", "--max-tasks", "0", "--", "true");
    arborist.fails(ExitCode.USAGE, "work", "--lease", "999ms", "--", "true");
    arborist.fails(ExitCode.USAGE, "work", "--poll", "1ms", "--", "true");
    arborist.fails(ExitCode.USAGE, "work", "--once", "--grace", "3651d", "--", "true");
    arborist.fails(ExitCode.USAGE, "work", "--once", "--grace", "999999999w", "--", "true");
    arborist.fails(ExitCode.USAGE, "work", "--permanent-exit", "0", "--", "true");
    arborist.fails(ExitCode.USAGE, "work", "--once", "--until-empty", "--", "true");
    arborist.fails(ExitCode.USAGE, "work", "--once", "--max-tasks", "3", "--", "true");
    arborist.fails(ExitCode.USAGE, "work", "--source", "nobody", "--", "true");
    arborist.fails(ExitCode.USAGE, "work", "--once", "--worker", " ", "--", "true");
    arborist.fails(ExitCode.STORAGE, "work", "--once", "--db", "none.db", "--", "true");
  }
}
