package dev.arborist.cli;

import static dev.arborist.cli.WorkerProcess.awaitPid;
import static dev.arborist.cli.WorkerProcess.isGone;
import static dev.arborist.cli.WorkerProcess.script;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a worker ends that is told to: real workers, real programs and real signals. */
class WorkSignalsTest {

  /** Says who it is, starts another and waits; ends at once when it is asked to. */
  private static final String FAMILY =
      """
      sleep 300 & echo $! > child.tmp; mv child.tmp child
      echo $$ > parent.tmp; mv parent.tmp parent
      wait""";

  /** The same, and neither of the two ends when it is asked to. */
  private static final String STUBBORN_FAMILY =
      """
      trap 'echo 1 > asked' TERM
      sh -c 'trap "" TERM; while :; do sleep 1; done' & echo $! > child.tmp; mv child.tmp child
      echo $$ > parent.tmp; mv parent.tmp parent
      while :; do sleep 1; done""";

  @TempDir Path directory;
  private CommandLineFixture arborist;

  @BeforeEach
  void start() {
    arborist = new CommandLineFixture(directory);
    arborist.done("init");
  }

  private WorkerProcess worker(String... arguments) throws IOException {
    return WorkerProcess.start(directory, arguments);
  }

  private long pid(String name) throws Exception {
    return awaitPid(directory.resolve(name));
  }

  private void assertFamilyGone() throws Exception {
    assertTrue(isGone(pid("parent")), "the program still runs");
    assertTrue(isGone(pid("child")), "what the program started still runs");
  }

  private void assertReleased(String number) {
    String shown = arborist.done("show", number);
    assertTrue(shown.contains("status         ready\n"), shown);
    assertFalse(shown.contains("failures"), shown);
  }

  @ParameterizedTest
  @CsvSource({"TERM,143", "INT,130", "HUP,129"})
  void aSignalEndsTheProgramAndReleasesItsTask(String signal, int code) throws Exception {
    arborist.done("add", "a");
    script(directory, "run.sh", FAMILY);
    try (WorkerProcess worker = worker("--grace", "1h", "--", "./run.sh")) {
      pid("parent");
      worker.signal(signal);
      assertEquals(code, worker.exitCode(), worker.err());
      assertTrue(worker.err().contains("released #1 after "), worker.err());
      assertReleased("1");
      assertFamilyGone();
    }
  }

  @ParameterizedTest
  @CsvSource({"TERM,143", "INT,130"})
  void aSignalEndsAWorkerThatWaits(String signal, int code) throws Exception {
    arborist.done("add", "a");
    try (WorkerProcess worker = worker("--poll", "1h", "--", "true")) {
      worker.awaitSaid("completed #1");
      worker.signal(signal);
      assertEquals(code, worker.exitCode());
    }
  }

  @Test
  void whatDoesNotEndIsKilledAfterTheGrace() throws Exception {
    arborist.done("add", "a");
    script(directory, "run.sh", STUBBORN_FAMILY);
    try (WorkerProcess worker = worker("--grace", "300ms", "--", "./run.sh")) {
      pid("parent");
      worker.signal("TERM");
      assertEquals(143, worker.exitCode());
      assertReleased("1");
      assertFamilyGone();
    }
  }

  @Test
  void theSecondSignalKills() throws Exception {
    arborist.done("add", "a");
    script(directory, "run.sh", STUBBORN_FAMILY);
    try (WorkerProcess worker = worker("--grace", "1h", "--", "./run.sh")) {
      pid("parent");
      worker.signal("INT");
      worker.awaitSaid("stopping #1; the next signal kills");
      worker.signal("TERM");
      assertEquals(130, worker.exitCode(), "the first signal says why");
      assertReleased("1");
      assertFamilyGone();
    }
  }

  @Test
  void aTaskThatIsFinishedAllTheSameIsCompleted() throws Exception {
    arborist.done("add", "a");
    arborist.done("add", "b");
    script(
        directory,
        "run.sh",
        "trap 'sleep 0.5; exit 0' TERM; echo $$ > parent.tmp; mv parent.tmp parent\n"
            + "while :; do sleep 0.1; done");
    try (WorkerProcess worker = worker("--grace", "1h", "--", "./run.sh")) {
      pid("parent");
      worker.signal("TERM");
      assertEquals(143, worker.exitCode());
      assertTrue(arborist.done("show", "1").contains("completed"), arborist.out);
      assertTrue(arborist.done("show", "2").contains("ready"), arborist.out);
    }
  }

  /** Ctrl-C reaches the program too, which may be gone before the worker hears of it. */
  @Test
  void aProgramThatGotTheSignalFirstHasNotFailed() throws Exception {
    arborist.done("add", "a");
    script(directory, "run.sh", "echo $$ > parent.tmp; mv parent.tmp parent; exec sleep 300");
    try (WorkerProcess worker = worker("--", "./run.sh")) {
      WorkerProcess.signal("INT", pid("parent"), worker.pid());
      assertEquals(130, worker.exitCode());
      assertReleased("1");
    }
  }

  /** As at Ctrl-C, which lets the worker drain and ends the programs. */
  @Test
  void aProgramThatEndsByASignalWhileItsWorkerDrainsHasNotFailed() throws Exception {
    arborist.done("add", "a", "--retries", "0");
    script(directory, "run.sh", "echo $$ > parent.tmp; mv parent.tmp parent; exec sleep 300");
    try (WorkerProcess worker = worker("--drain", "--", "./run.sh")) {
      long program = pid("parent");
      worker.signal("INT");
      worker.awaitSaid("finishing #1; the next signal stops");
      WorkerProcess.signal("INT", program);
      assertEquals(130, worker.exitCode());
      assertReleased("1");
    }
  }

  @Test
  void aProgramThatIsEndedAloneHasFailed() throws Exception {
    arborist.done("add", "a", "--retries", "0");
    script(directory, "run.sh", "echo $$ > parent.tmp; mv parent.tmp parent; exec sleep 300");
    try (WorkerProcess worker = worker("--until-empty", "--", "./run.sh")) {
      WorkerProcess.signal("TERM", pid("parent"));
      assertEquals(0, worker.exitCode());
      assertTrue(worker.err().contains("exit code 143 (signal 15); no retry"), worker.err());
    }
  }

  @Test
  void aDrainingWorkerLetsItsProgramsFinish() throws Exception {
    arborist.done("add", "a");
    arborist.done("add", "b");
    script(
        directory,
        "run.sh",
        "echo $$ > parent.tmp; mv parent.tmp parent; while [ ! -e go ]; do sleep 0.05; done");
    try (WorkerProcess worker = worker("--drain", "--", "./run.sh")) {
      pid("parent");
      worker.signal("TERM");
      WorkerProcess.script(directory, "go", "");
      assertEquals(143, worker.exitCode());
      assertTrue(arborist.done("show", "1").contains("completed"), arborist.out);
      assertReleased("2");
    }
  }

  @Test
  void aDrainingWorkerIsStoppedByTheSecondSignalAndKillsAtTheThird() throws Exception {
    arborist.done("add", "a");
    script(directory, "run.sh", STUBBORN_FAMILY);
    try (WorkerProcess worker = worker("--drain", "--grace", "1h", "--", "./run.sh")) {
      pid("parent");
      worker.signal("TERM");
      worker.awaitSaid("finishing #1; the next signal stops");
      assertFalse(isGone(pid("parent")), "it may finish");
      worker.signal("INT");
      pid("asked");
      assertFalse(isGone(pid("parent")), "it was only asked");
      worker.signal("INT");
      assertEquals(143, worker.exitCode());
      assertReleased("1");
      assertFamilyGone();
    }
  }

  @Test
  void aWorkerThatIsKilledLosesItsTaskToAnother() throws Exception {
    arborist.done("add", "a");
    script(directory, "run.sh", FAMILY);
    try (WorkerProcess killed = worker("--lease", "1s", "--worker", "first", "--", "./run.sh")) {
      long parent = pid("parent");
      killed.signal("KILL");
      assertEquals(137, killed.exitCode());
      assertFalse(isGone(parent), "nobody is there to end the program");
      WorkerProcess.signal("KILL", parent, pid("child"));
    }
    try (WorkerProcess other =
        worker("--max-tasks", "1", "--poll", "100ms", "--worker", "second", "--", "true")) {
      assertEquals(0, other.exitCode());
    }
    String events = arborist.done("events", "1");
    assertTrue(events.contains("running -> ready  expired by queue, token 1"), events);
    assertTrue(events.contains("running -> completed  completed by second, token 2"), events);
  }
}
