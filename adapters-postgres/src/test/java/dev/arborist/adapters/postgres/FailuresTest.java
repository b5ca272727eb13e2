package dev.arborist.adapters.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.adapters.sql.SqlException;
import dev.arborist.application.port.out.StorageException;
import dev.arborist.application.port.out.TaskReads;
import dev.arborist.application.port.out.TaskStore;
import dev.arborist.application.port.out.UnknownOutcomeException;
import dev.arborist.application.service.Services;
import dev.arborist.domain.query.TaskFilter;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskId;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.testkit.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/** What becomes of work when a connection or the server is lost. */
@Tag("once")
class FailuresTest {

  @TempDir Path directory;

  private static final String CUT =
      """
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'arborist' AND pid <> pg_backend_pid()
      """;

  /** What a worker was told of each task that it added. */
  private record Told(List<TaskNumber> added, int refused, int unknown) {}

  private static Told addUntil(TaskStore store, AtomicBoolean end) {
    var queue =
        Services.queue(
            store, () -> new TaskId(UUID.randomUUID()), InstantSource.system(), "tester");
    List<TaskNumber> added = new ArrayList<>();
    int refused = 0;
    int unknown = 0;
    while (!end.get()) {
      try {
        added.add(queue.enqueue(NewTask.of("a").build()).number());
      } catch (UnknownOutcomeException e) {
        unknown++;
      } catch (StorageException e) {
        refused++;
      }
    }
    return new Told(added, refused, unknown);
  }

  private static void assertNothingLost(TaskStore store, List<Told> told) {
    int added = 0;
    int unknown = 0;
    for (Told one : told) {
      for (TaskNumber number : one.added()) {
        assertTrue(store.read(tx -> tx.find(number)).isPresent(), number + " was acknowledged");
      }
      added += one.added().size();
      unknown += one.unknown();
    }
    long found = store.<Long>read(TaskReads::count);
    assertTrue(found >= added && found <= added + unknown, found + " of " + added);
    assertTrue(added > 0, "somebody has worked");
    assertTrue(store.<Boolean>read(TaskReads::countsAreExact));
  }

  @Test
  void connectionsThatAreCutLoseNothing() throws Exception {
    PostgresAddress address = Schemas.lend();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (TaskStore store = PostgresQueue.open(address)) {
      AtomicBoolean end = new AtomicBoolean();
      List<Future<Told>> workers = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        workers.add(threads.submit(() -> addUntil(store, end)));
      }
      for (int i = 0; i < 15; i++) {
        TimeUnit.MILLISECONDS.sleep(100);
        Schemas.execute(address.schema(), CUT);
      }
      end.set(true);
      List<Told> told = new ArrayList<>();
      for (Future<Told> worker : workers) {
        told.add(worker.get());
      }
      assertNothingLost(store, told);
    } finally {
      threads.shutdownNow();
    }
    Schemas.giveBack(address);
  }

  @Test
  void aServerThatIsKilledAndStartedAgainHasAllThatItAcknowledged() throws Exception {
    Path data = directory.resolve("data");
    int port;
    PostgresAddress address;
    List<Told> told = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    PostgresServer first = PostgresServer.durable(data, 0);
    try {
      port = first.port();
      address = PostgresAddress.parse(first.address("work"), name -> null);
      PostgresQueue.create(address);
      try (TaskStore store = PostgresQueue.open(address)) {
        AtomicBoolean end = new AtomicBoolean();
        List<Future<Told>> workers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
          workers.add(threads.submit(() -> addUntil(store, end)));
        }
        TimeUnit.MILLISECONDS.sleep(800);
        kill(data);
        end.set(true);
        for (Future<Told> worker : workers) {
          told.add(worker.get());
        }
      }
    } finally {
      threads.shutdownNow();
      first.close();
    }
    try (PostgresServer second = PostgresServer.durable(data, port);
        TaskStore store = PostgresQueue.open(address)) {
      assertEquals(port, second.port());
      assertNothingLost(store, told);
    }
  }

  @Test
  void aReadWhoseConnectionIsCutSaysWhatWasWrong() {
    PostgresAddress address = Schemas.lend();
    try (TaskStore store = PostgresQueue.open(address)) {
      add(store);
      var failure =
          assertThrows(
              StorageException.class,
              () ->
                  store.<Long>read(
                      tx -> {
                        tx.count();
                        Schemas.execute(address.schema(), CUT);
                        return tx.count();
                      }));
      assertTrue(failure.getMessage().contains("cannot be reached"), failure.getMessage());
    }
    Schemas.giveBack(address);
  }

  @Test
  void aCompactionThatFailsLeavesTheConnectionsAsTheyWere() throws Exception {
    PostgresAddress address = Schemas.lend();
    PostgresAddress hasty =
        PostgresAddress.parse(
            PostgresServer.shared().address(address.schema())
                + "&options=-c%20statement_timeout%3D500ms",
            name -> null);
    try (Connection other = Pool.direct(address);
        Statement lock = other.createStatement();
        Pool pool = Pool.ofWriters(hasty, 1, true)) {
      lock.execute("LOCK TABLE task IN ACCESS EXCLUSIVE MODE");
      PostgresUpkeep upkeep = new PostgresUpkeep(hasty, pool);
      var failure = assertThrows(StorageException.class, upkeep::compact);
      assertTrue(failure.getMessage().contains("statement timeout"), failure.getMessage());
      try (Connection next = pool.connect();
          Statement statement = next.createStatement();
          ResultSet rows = statement.executeQuery("SHOW lock_timeout")) {
        rows.next();
        assertEquals("100ms", rows.getString(1));
      }
      other.rollback();
    }
    Schemas.giveBack(address);
  }

  @Test
  void aDatabaseThatCannotKeepEveryTextIsRefused() {
    Schemas.execute(
        "public",
        "CREATE DATABASE bytes ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C'"
            + " TEMPLATE template0");
    PostgresAddress bytes =
        PostgresAddress.parse(
            PostgresServer.shared().address("queue").replace("/postgres?", "/bytes?"),
            name -> null);
    var failure = assertThrows(StorageException.class, () -> PostgresQueue.create(bytes));
    assertTrue(failure.getMessage().contains("SQL_ASCII"), failure.getMessage());
    assertEquals(1, failure.getMessage().lines().count());
  }

  /** Ends the server and all its processes as a power cut would end them. */
  private static void kill(Path data) throws IOException {
    long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
    ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
    List<ProcessHandle> all = new ArrayList<>(server.descendants().toList());
    all.add(0, server);
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(process -> process.onExit().orTimeout(10, TimeUnit.SECONDS).join());
  }

  @Test
  void aUnitThatMeetsOthersIsRunAgainAndHasItsEffectOnce() {
    PostgresAddress address = Schemas.lend();
    try (TaskStore store = PostgresQueue.open(address)) {
      Task task = add(store);
      AtomicInteger runs = new AtomicInteger();
      Task changed =
          store.write(
              tx -> {
                Task found = tx.find(task.number()).orElseThrow();
                Task after = found.withRank(found.rank().withDepth(runs.incrementAndGet()));
                tx.update(found, after);
                if (runs.get() < 3) {
                  tx.listNumbers(TaskFilter.ALL, Instant.EPOCH);
                  throw new SqlException(
                      new PSQLException("made up", PSQLState.SERIALIZATION_FAILURE));
                }
                return after;
              });
      assertEquals(3, changed.rank().depth());
      assertEquals(3, store.read(tx -> tx.find(task.number())).orElseThrow().rank().depth());
    }
    Schemas.giveBack(address);
  }

  @Test
  void aConflictThatDoesNotEndIsToldInALine() {
    PostgresAddress address = Schemas.lend();
    try (TaskStore store = PostgresQueue.open(address)) {
      Task task = add(store);
      Instant begun = Instant.now();
      var failure =
          assertThrows(
              StorageException.class,
              () ->
                  store.write(
                      tx -> {
                        tx.find(task.number());
                        return other(address, task.number());
                      }));
      assertTrue(
          failure.getMessage().endsWith("others kept changing the same tasks; try again"),
          failure.getMessage());
      assertFalse(failure instanceof UnknownOutcomeException);
      assertTrue(Duration.between(begun, Instant.now()).toSeconds() < 60);
    }
    Schemas.giveBack(address);
  }

  /** Asks another store for a task that is held here. */
  private static Task other(PostgresAddress address, TaskNumber number) {
    try (TaskStore store = PostgresQueue.open(address)) {
      ExecutorService thread = Executors.newSingleThreadExecutor();
      try {
        return thread.submit(() -> store.<Task>write(tx -> tx.find(number).orElseThrow())).get();
      } catch (ExecutionException e) {
        throw (RuntimeException) e.getCause();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      } finally {
        thread.shutdownNow();
      }
    }
  }

  private static Task add(TaskStore store) {
    return Services.queue(
            store, () -> new TaskId(UUID.randomUUID()), InstantSource.system(), "tester")
        .enqueue(NewTask.of("a").build());
  }

  @Test
  void theClockIsTheServers() {
    PostgresAddress address = Schemas.lend();
    PostgresQueue.Opened opened = PostgresQueue.open(address, true);
    try (TaskStore store = opened.store()) {
      Duration apart = Duration.between(Instant.now(), opened.clock().instant()).abs();
      assertTrue(apart.compareTo(Duration.ofSeconds(1)) < 0, "the same machine: " + apart);
      Instant before = opened.clock().instant();
      add(store);
      assertFalse(opened.clock().instant().isBefore(before));
    }
    Schemas.giveBack(address);
  }
}
