package dev.arborist.cli;

import static dev.arborist.cli.WorkerProcess.awaitPid;
import static dev.arborist.cli.WorkerProcess.isGone;
import static dev.arborist.cli.WorkerProcess.script;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a worker does while it holds a task, and when it holds it no more: real workers. */
@Tag("once")
class WorkLeaseTest {

  private static final String FAMILY =
      """
      sleep 300 & echo $! > child.tmp; mv child.tmp child
      echo $$ > parent.tmp; mv parent.tmp parent
      wait""";

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

  @Test
  void aProgramThatTakesLongerThanTheLeaseKeepsItsTask() throws Exception {
    arborist.done("add", "a");
    try (WorkerProcess worker = worker("--once", "--lease", "1s", "--", "sleep", "3")) {
      assertEquals(0, worker.exitCode());
      assertTrue(worker.err().contains("completed #1"), worker.err());
      assertFalse(arborist.done("events", "1").contains("token 2"), arborist.out);
    }
  }

  @Test
  void aProgramThatTakesLongerThanTheTimeoutIsEnded() throws Exception {
    arborist.done("add", "a", "--timeout", "1s", "--retries", "0");
    arborist.done("add", "b", "--prerequisites", "1");
    script(directory, "run.sh", FAMILY);
    try (WorkerProcess worker = worker("--until-empty", "--", "./run.sh")) {
      assertEquals(0, worker.exitCode());
      assertTrue(worker.err().contains("lost #1 after "), worker.err());
      assertTrue(worker.err().contains(": it timed out\n"), worker.err());
      assertFamilyGone();
      String events = arborist.done("events");
      assertTrue(events.contains("running -> failed  timed out by queue, token 1\n"), events);
      assertTrue(events.contains("blocked -> cancelled  cascaded by queue: #1\n"), events);
    }
  }

  @Test
  void aCancelFromElsewhereEndsTheProgram() throws Exception {
    arborist.done("add", "a");
    script(directory, "run.sh", FAMILY);
    try (WorkerProcess worker = worker("--max-tasks", "1", "--lease", "1s", "--", "./run.sh")) {
      pid("parent");
      arborist.done("cancel", "1", "--actor", "boss");
      assertEquals(0, worker.exitCode());
      assertTrue(worker.err().contains(": cancelled by boss\n"), worker.err());
      assertFamilyGone();
      assertTrue(arborist.done("show", "1").contains("cancelled"), arborist.out);
    }
  }

  @Test
  void aTaskThatIsCancelledAndPrunedEndsTheProgram() throws Exception {
    arborist.done("add", "a");
    script(directory, "run.sh", FAMILY);
    try (WorkerProcess worker = worker("--max-tasks", "1", "--lease", "1s", "--", "./run.sh")) {
      pid("parent");
      arborist.done("cancel", "1");
      arborist.done("prune", "1");
      assertEquals(0, worker.exitCode());
      assertTrue(worker.err().contains("lost #1 after "), worker.err());
      assertFamilyGone();
    }
  }

  @Test
  void nothingIsCompletedUnderATokenThatHoldsNoMore() throws Exception {
    arborist.done("add", "a");
    script(
        directory,
        "run.sh",
        "trap 'exit 0' TERM; echo $$ > parent.tmp; mv parent.tmp parent; while :; do sleep 1; done");
    try (WorkerProcess worker = worker("--once", "--lease", "1s", "--", "./run.sh")) {
      pid("parent");
      arborist.done("release", "1", "--token", "1");
      arborist.done("claim", "--worker", "other", "--lease", "1h");
      assertEquals(0, worker.exitCode());
      assertTrue(worker.err().contains("released #1 after "), worker.err());
      assertTrue(isGone(pid("parent")), "another worker runs it now");
      assertTrue(arborist.done("show", "1").contains("status         running\n"), arborist.out);
    }
  }

  @Test
  void aProgramMayTellTheQueueItself() throws Exception {
    arborist.done("add", "a");
    arborist.done("add", "b", "--prerequisites", "1");
    script(
        directory,
        "run.sh",
        "cp=$1; java=$2\n"
            + "\"$java\" -cp \"$cp\" dev.arborist.cli.Main complete $ARBORIST_TASK"
            + " --token $ARBORIST_TOKEN --result '\"own\"' --db $ARBORIST_DB || exit 1\n"
            + "sleep 2; touch tidied-$ARBORIST_TASK");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String path = System.getProperty("java.class.path");
    try (WorkerProcess worker =
        worker("--until-empty", "--lease", "1s", "--", "./run.sh", path, java)) {
      assertEquals(0, worker.exitCode());
      assertTrue(worker.err().contains(": whoever has its token said so\n"), worker.err());
      assertTrue(Files.exists(directory.resolve("tidied-2")), "it was left to finish");
      assertTrue(arborist.done("show", "2").contains("\"own\""), arborist.out);
    }
  }

  @Test
  void twoWorkersShareAQueueAndRunEachTaskOnce() throws Exception {
    int tasks = 40;
    for (int i = 1; i <= tasks; i++) {
      arborist.done("add", "task " + i);
    }
    script(directory, "run.sh", "echo $1 >> runs.txt");
    try (WorkerProcess one = worker("--until-empty", "--jobs", "2", "--", "./run.sh", "{}");
        WorkerProcess two = worker("--until-empty", "--jobs", "2", "--", "./run.sh", "{}")) {
      assertEquals(0, one.exitCode());
      assertEquals(0, two.exitCode());
      String runs = Files.readString(directory.resolve("runs.txt"));
      assertEquals(tasks, runs.lines().count());
      assertEquals(tasks, new TreeSet<>(runs.lines().toList()).size());
      assertEquals(
          tasks, arborist.done("list", "--status", "completed", "--limit", "0").lines().count());
    }
  }
}
