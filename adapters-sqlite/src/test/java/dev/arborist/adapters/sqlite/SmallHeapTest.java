package dev.arborist.adapters.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.arborist.application.port.in.TaskQueue;
import dev.arborist.application.port.out.TaskStore;
import dev.arborist.application.service.Services;
import dev.arborist.domain.task.Claim;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.TaskBatch;
import dev.arborist.testkit.SequentialIds;
import dev.arborist.testkit.TestClock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tasks whose texts are larger together than the memory of who says again what they are. */
@Tag("once")
class SmallHeapTest {

  private static final int TASKS = 100;
  private static final String RESULT = '"' + "x".repeat(1_000_000) + '"';

  @TempDir Path directory;

  private static TaskBatch batch() {
    TaskBatch.Builder batch = TaskBatch.builder();
    for (int i = 0; i < TASKS; i++) {
      batch.add(NewTask.of("nightly " + i).idempotencyKey("key " + i).build());
    }
    return batch.build();
  }

  private static TaskQueue queue(TaskStore store) {
    return Services.queue(store, new SequentialIds(), new TestClock(), "tester");
  }

  /** A process that adds the batch. */
  static final class Adder {

    private Adder() {}

    public static void main(String[] arguments) {
      try (TaskStore store = SqliteQueue.open(Path.of(arguments[0]))) {
        System.out.println(queue(store).enqueueAll(batch()).size() + " tasks");
      }
    }
  }

  @Test
  void aBatchThatIsSaidAgainReadsNoTexts() throws Exception {
    Path file = directory.resolve("queue.db");
    SqliteQueue.create(file);
    try (TaskStore store = SqliteQueue.open(file)) {
      TaskQueue queue = queue(store);
      queue.enqueueAll(batch());
      for (Claim claim : queue.claim("w", TASKS, Duration.ofMinutes(1))) {
        queue.complete(claim.details().task().number(), claim.token(), RESULT);
      }
    }
    Process adder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Adder.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String told = new String(adder.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, adder.waitFor());
    assertEquals(TASKS + " tasks", told.strip());
  }
}
