package dev.arborist.determinism.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.Arborist;
import dev.arborist.QueuePlace;
import dev.arborist.determinism.lab.FreshJvm;
import dev.arborist.domain.query.QueueStatistics;
import dev.arborist.domain.task.Claim;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.TaskBatch;
import dev.arborist.domain.task.TaskStatus;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real processes on one queue: nothing is claimed twice, lost, or held by who slept too long. */
@Timeout(value = 1, unit = TimeUnit.HOURS) // one that waits for what was lost never ends
abstract class HammerContract {

  private static final int PROCESSES = 8;
  private static final long LEASE_MILLIS = 1_000;

  @TempDir Path directory;

  private final int claims;
  private String queue = "";

  /** A test with so many tasks to claim. */
  HammerContract(int claims) {
    this.claims = claims;
  }

  /** Where a new queue may be, as {@code Arborist.open} takes it. */
  abstract String place();

  @BeforeEach
  void createQueue() {
    queue = place();
    Arborist.create(QueuePlace.of(queue));
  }

  private void fill(int tasks) {
    TaskBatch.Builder batch = TaskBatch.builder();
    for (int i = 0; i < tasks; i++) {
      batch.add(NewTask.of("task " + i).basePriority(i % 11).build());
    }
    try (Arborist arborist = Arborist.open(queue)) {
      arborist.queue().enqueueAll(batch.build());
    }
  }

  private Process start(Path out, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-Xmx64m");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:-UsePerfData");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(HammerWorker.class.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectOutput(out.toFile())
        .redirectError(directory.resolve(out.getFileName() + ".err").toFile())
        .start();
  }

  @Test
  void eightProcessesClaimEveryTaskOnceAndNoneFails() throws Exception {
    fill(claims);
    List<Process> workers = new ArrayList<>();
    List<Path> outputs = new ArrayList<>();
    try {
      for (int i = 0; i < PROCESSES; i++) {
        Path out = directory.resolve("worker-" + i);
        outputs.add(out);
        workers.add(start(out, "work", queue, "worker-" + i));
      }
      for (int i = 0; i < PROCESSES; i++) {
        int exit = workers.get(i).waitFor();
        String errors = Files.readString(directory.resolve("worker-" + i + ".err"));
        assertEquals("", errors, "worker " + i + " says nothing of errors");
        assertEquals(0, exit);
      }
    } finally {
      for (Process worker : workers) {
        FreshJvm.end(worker);
      }
    }
    List<String> claimed = new ArrayList<>();
    List<String> completed = new ArrayList<>();
    for (Path out : outputs) {
      for (String line : Files.readAllLines(out)) {
        (line.startsWith("claimed ") ? claimed : completed).add(line);
      }
    }
    assertEquals(claims, claimed.size());
    assertEquals(claims, new TreeSet<>(claimed).size(), "no task was claimed twice");
    assertEquals(claims, new TreeSet<>(completed).size(), "and each was completed");
    assertTrue(claimed.stream().allMatch(line -> line.endsWith(" 1")), "at the first attempt");
    try (Arborist arborist = Arborist.open(queue)) {
      QueueStatistics statistics = arborist.browser().statistics();
      assertEquals(claims, statistics.count(TaskStatus.COMPLETED));
      assertEquals(List.of(), arborist.upkeep().diagnose(false).findings());
    }
  }

  @Test
  void aWorkerThatIsStoppedPastItsLeaseIsRefusedWhenItWakes() throws Exception {
    fill(1);
    Path out = directory.resolve("sleeper");
    Process sleeper = start(out, "hold", queue, "sleeper", String.valueOf(LEASE_MILLIS));
    try {
      waitForLine(out, "claimed 1 1", sleeper);
      signal(sleeper, "STOP");
      try (Arborist arborist = Arborist.open(queue)) {
        Claim claim = claimWhenReady(arborist);
        assertEquals(2, claim.token(), "the lease of the sleeper is over");
        try (OutputStream in = sleeper.getOutputStream()) {
          in.write('\n');
        }
        signal(sleeper, "CONT");
        assertEquals(0, sleeper.waitFor());
        assertEquals(
            List.of("claimed 1 1", "refused StaleTokenException"), Files.readAllLines(out));
        arborist.queue().complete(claim.details().task().number(), claim.token(), null);
        assertEquals(1, arborist.browser().statistics().count(TaskStatus.COMPLETED));
      }
    } finally {
      FreshJvm.end(sleeper);
    }
  }

  private static Claim claimWhenReady(Arborist arborist) throws InterruptedException {
    List<Claim> found = List.of();
    while (found.isEmpty()) {
      found = arborist.queue().claim("other", 1, Duration.ofMinutes(1));
      TimeUnit.MILLISECONDS.sleep(20);
    }
    return found.get(0);
  }

  private static void waitForLine(Path file, String line, Process process) throws Exception {
    while (!Files.exists(file) || !Files.readString(file).contains(line)) {
      assertTrue(process.isAlive(), "the worker is still there");
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }

  private static void signal(Process process, String signal) throws Exception {
    Process kill =
        new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
            .redirectErrorStream(true)
            .start();
    try (BufferedReader out =
        new BufferedReader(new InputStreamReader(kill.getInputStream(), StandardCharsets.UTF_8))) {
      assertEquals(0, kill.waitFor(), String.valueOf(out.readLine()));
    }
  }
}
