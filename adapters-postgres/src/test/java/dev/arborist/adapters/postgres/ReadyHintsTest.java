package dev.arborist.adapters.postgres;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.arborist.application.port.in.TaskQueue;
import dev.arborist.application.port.out.TaskStore;
import dev.arborist.application.service.Services;
import dev.arborist.domain.task.Claim;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskId;
import dev.arborist.testkit.postgres.PostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** Who waits for tasks hears of those that others make ready. */
class ReadyHintsTest {

  private static final long PATIENCE_SECONDS = 20;

  private PostgresAddress address;
  private TaskStore adding;
  private TaskStore waiting;
  private TaskQueue queue;
  private final BlockingQueue<String> hints = new LinkedBlockingQueue<>();

  @BeforeEach
  void open() throws InterruptedException {
    address = Schemas.lend();
    adding = PostgresQueue.open(address);
    waiting = PostgresQueue.open(address);
    queue =
        Services.queue(
            adding, () -> new TaskId(UUID.randomUUID()), InstantSource.system(), "tester");
    waiting.onReady(() -> hints.add("there may be tasks"));
    awaitHint("it listens, and what was told before is unknown");
  }

  @AfterEach
  void close() {
    waiting.close();
    adding.close();
    Schemas.giveBack(address);
  }

  private void awaitHint(String why) throws InterruptedException {
    assertNotNull(hints.poll(PATIENCE_SECONDS, TimeUnit.SECONDS), why);
  }

  @Test
  void whatIsAddedAndWhatIsFreedIsHintedAt() throws InterruptedException {
    Task first = queue.enqueue(NewTask.of("first").build());
    awaitHint("a task is ready");
    queue.enqueue(NewTask.of("second").prerequisites(List.of(first.number())).build());
    Claim claim = queue.claim("w", 1, Duration.ofMinutes(1)).get(0);
    queue.complete(first.number(), claim.token(), null);
    awaitHint("the second is ready");
  }

  /** All that is told on the server, until the word behind it is heard. */
  private List<String> told(SqlWork work) throws SQLException {
    List<String> told = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(PostgresServer.shared().url());
        Statement statement = connection.createStatement()) {
      statement.execute("LISTEN " + ReadyAnnouncer.CHANNEL);
      work.run();
      adding.close(); // what is due is told before that ends
      statement.execute("NOTIFY " + ReadyAnnouncer.CHANNEL + ", 'the end'");
      while (!told.contains("the end")) {
        for (PGNotification one : connection.unwrap(PGConnection.class).getNotifications(0)) {
          told.add(one.getParameter());
        }
      }
    }
    told.removeIf(schema -> !schema.equals(address.schema()));
    return told;
  }

  private interface SqlWork {
    void run();
  }

  @Test
  void whoEndsAtOnceHasTold() throws SQLException {
    assertEquals(List.of(address.schema()), told(() -> queue.enqueue(NewTask.of("first").build())));
  }

  @Test
  void whatIsCommittedWhileTheStoreIsClosedIsTold() throws Exception {
    Task task = queue.enqueue(NewTask.of("first").build());
    queue.claim("w", 1, Duration.ofMinutes(1));
    awaitHint("a task was ready");
    CountDownLatch begun = new CountDownLatch(1);
    Thread writer =
        new Thread(
            () ->
                adding.write(
                    tx -> {
                      Task running = tx.find(task.number()).orElseThrow();
                      begun.countDown();
                      sleep(); // the store is being closed by now
                      tx.update(running, task); // ready, as it was
                      return true;
                    }));
    List<String> told =
        told(
            () -> {
              writer.start();
              assertDoesNotThrow(() -> begun.await());
            });
    writer.join();
    assertEquals(List.of(address.schema()), told);
  }

  private static void sleep() {
    try {
      TimeUnit.MILLISECONDS.sleep(500);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatMakesNothingReadyIsNotTold() throws SQLException, InterruptedException {
    Task first = queue.enqueue(NewTask.of("first").build());
    awaitHint("a task is ready");
    assertEquals(
        List.of(),
        told(
            () -> {
              Claim claim = queue.claim("w", 1, Duration.ofMinutes(1)).get(0);
              queue.complete(first.number(), claim.token(), null);
            }));
  }

  @Test
  void manyAreToldOfTogether() throws SQLException {
    int tasks = 200;
    List<String> told =
        told(
            () -> {
              for (int i = 0; i < tasks; i++) {
                queue.enqueue(NewTask.of("task " + i).build());
              }
            });
    assertFalse(told.isEmpty());
    assertFalse(told.size() > tasks / 2, told.size() + " times");
  }

  @Test
  void anotherQueueOnTheServerIsNoneOfOurs() throws Exception {
    PostgresAddress other = Schemas.lend();
    try (TaskStore store = PostgresQueue.open(other)) {
      Services.queue(store, () -> new TaskId(UUID.randomUUID()), InstantSource.system(), "tester")
          .enqueue(NewTask.of("elsewhere").build());
    } // it has told
    Schemas.giveBack(other);
    queue.enqueue(NewTask.of("here").build());
    awaitHint("ours");
    assertNull(hints.poll(100, TimeUnit.MILLISECONDS), "one hint for one task of ours");
  }

  @Test
  void aConnectionThatIsCutIsMadeAnew() throws InterruptedException {
    Schemas.execute(
        address.schema(),
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'");
    awaitHint("what was told meanwhile is unknown");
    queue.enqueue(NewTask.of("first").build());
    awaitHint("it listens again");
  }
}
