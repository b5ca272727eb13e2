package dev.arborist.adapters.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.arborist.application.port.out.TaskStore;
import dev.arborist.application.service.Services;
import dev.arborist.domain.task.NewTask;
import dev.arborist.testkit.SequentialIds;
import dev.arborist.testkit.TestClock;
import dev.arborist.testkit.postgres.PostgresServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A queue larger than the memory of who reads it whole, as exports and the doctor do. */
@Tag("once")
class SmallHeapTest {

  private static final int TASKS = 200;
  private static final int PROMPT_LENGTH = 1_000_000;
  private static final int PRUNED = 500_000;

  /** A process that reads everything and says how much that was. */
  static final class Reader {

    private Reader() {}

    public static void main(String[] arguments) {
      long[] seen = new long[2];
      PostgresAddress address = PostgresAddress.parse(arguments[0], name -> null);
      try (TaskStore store = PostgresQueue.open(address)) {
        store.<Boolean>read(
            tx -> {
              tx.forEach((details, events) -> seen[0] += details.prompt().length());
              tx.forEachPruned(event -> seen[1]++);
              return true;
            });
      }
      System.out.println(seen[0] + " characters, " + seen[1] + " events");
    }
  }

  @Test
  void whatIsReadWholeIsNotHeldWhole() throws Exception {
    String schema = PostgresServer.shared().newSchema();
    PostgresAddress address = Schemas.address(schema);
    PostgresQueue.create(address);
    try (TaskStore store = PostgresQueue.open(address)) {
      var queue = Services.queue(store, new SequentialIds(), new TestClock(), "tester");
      for (int i = 0; i < TASKS; i++) {
        queue.enqueue(NewTask.of("x".repeat(PROMPT_LENGTH)).build());
      }
    }
    Schemas.execute(
        schema,
        "INSERT INTO event SELECT 1000 + n, 1000 + n, 0, 'tester', 17, 4, NULL, 1, NULL"
            + " FROM generate_series(1, "
            + PRUNED
            + ") n");
    Process reader =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                Reader.class.getName(),
                PostgresServer.shared().address(schema))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String told = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, reader.waitFor());
    assertEquals((long) TASKS * PROMPT_LENGTH + " characters, " + PRUNED + " events", told.strip());
  }
}
