package dev.arborist.adapters.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.adapters.sql.Session;
import dev.arborist.application.port.in.TaskQueue;
import dev.arborist.application.port.out.StorageException;
import dev.arborist.application.port.out.TaskStore;
import dev.arborist.application.service.Services;
import dev.arborist.domain.query.TaskFilter;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.NewTask;
import dev.arborist.testkit.SequentialIds;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.Mockito;

class DurabilityTest {

  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void createQueue() {
    file = directory.resolve("queue.db");
    SqliteQueue.create(file);
  }

  private static TaskQueue queue(TaskStore store) {
    return Services.queue(store, new SequentialIds(), InstantSource.system(), "tester");
  }

  private static int size(TaskStore store) {
    return store.read(tx -> tx.listNumbers(TaskFilter.ALL, Instant.EPOCH)).length;
  }

  /** A process that says of each task that it was added, until it is killed. */
  static final class Adder {

    private Adder() {}

    public static void main(String[] arguments) {
      try (TaskStore store = SqliteQueue.open(Path.of(arguments[0]))) {
        TaskQueue queue = queue(store);
        while (true) {
          System.out.println(queue.enqueue(NewTask.of("a").build()).number().value());
        }
      }
    }
  }

  @Test
  void whatWasAcknowledgedBeforeAKillIsThere() throws Exception {
    Process adder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Adder.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    long acknowledged = 0;
    try (BufferedReader out =
        new BufferedReader(new InputStreamReader(adder.getInputStream(), StandardCharsets.UTF_8))) {
      while (acknowledged < 50) {
        acknowledged = Long.parseLong(out.readLine());
      }
      adder.destroyForcibly().waitFor();
    }
    try (TaskStore store = SqliteQueue.open(file)) {
      assertTrue(size(store) >= acknowledged, size(store) + " of " + acknowledged);
    }
  }

  @Test
  void threadsThatWriteAtOnceTakeTurns() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try (TaskStore store = SqliteQueue.open(file)) {
      TaskQueue queue = queue(store);
      List<Callable<Long>> work = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        work.add(() -> queue.enqueue(NewTask.of("a").build()).number().value());
      }
      List<Long> numbers = new ArrayList<>();
      for (Future<Long> added : threads.invokeAll(work)) {
        numbers.add(added.get());
      }
      assertEquals(200, numbers.stream().distinct().count());
      assertEquals(200, size(store));
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aPayloadThatIsNotJsonIsRefusedAsInput() {
    try (TaskStore store = SqliteQueue.open(file)) {
      NewTask task = NewTask.of("a").payload("{no json").build();
      var refused = assertThrows(InvalidInputException.class, () -> queue(store).enqueue(task));
      assertTrue(refused.getMessage().contains("payload"), refused.getMessage());
      assertEquals(0, size(store));
    }
  }

  @Test
  void aQueueThatIsBeingCheckpointedIsStillAQueue() throws Exception {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    AtomicBoolean stop = new AtomicBoolean();
    try {
      Future<Integer> writer =
          thread.submit(
              () -> {
                int tasks = 0;
                try (TaskStore store = SqliteQueue.open(file)) {
                  TaskQueue queue = queue(store);
                  while (!stop.get()) {
                    queue.enqueue(NewTask.of("x".repeat(20_000)).build());
                    tasks++;
                  }
                }
                return tasks;
              });
      for (int i = 0; i < 1_500; i++) {
        SqliteQueue.open(file).close();
      }
      stop.set(true);
      assertTrue(writer.get() > 0);
    } finally {
      stop.set(true);
      thread.shutdownNow();
    }
  }

  @Test
  void ofTwoThatCreateAQueueOneDoes() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      for (int round = 0; round < 10; round++) {
        Path contested = directory.resolve("contested" + round + ".db");
        List<Callable<Boolean>> creations = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
          creations.add(() -> isCreated(contested));
        }
        int created = 0;
        for (Future<Boolean> creation : threads.invokeAll(creations)) {
          created += creation.get() ? 1 : 0;
        }
        assertEquals(1, created);
        SqliteQueue.open(contested).close();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static boolean isCreated(Path path) {
    try {
      SqliteQueue.create(path);
      return true;
    } catch (StorageException e) {
      assertTrue(e.getMessage().contains("exists already"), e.getMessage());
      return false;
    }
  }

  @Test
  void aClosedStoreSaysSo() {
    TaskStore store = SqliteQueue.open(file);
    store.close();
    var refused = assertThrows(StorageException.class, () -> size(store));
    assertTrue(refused.getMessage().contains("closed"), refused.getMessage());
  }

  @Test
  void everyConnectionIsDurableAndChecksReferences() throws SQLException {
    DatabaseFile queue = DatabaseFile.existing(file, DatabaseKind.QUEUE);
    try (Connection writer = Connections.writer(queue, SqliteSettings.DEFAULT);
        Connection reader = Connections.reader(queue, SqliteSettings.DEFAULT)) {
      for (Connection connection : List.of(writer, reader)) {
        assertEquals(2, Connections.intPragma(connection, "synchronous"), "FULL");
        assertEquals(1, Connections.intPragma(connection, "foreign_keys"));
      }
      try (Statement statement = reader.createStatement()) {
        assertThrows(SQLException.class, () -> statement.execute("DELETE FROM task"));
      }
    }
  }

  @Test
  void aSessionThatFailedIsReplaced() throws SQLException {
    List<Connection> opened = new ArrayList<>();
    SessionPool pool =
        new SessionPool(
            1,
            () -> {
              Connection connection = Mockito.mock(Connection.class);
              opened.add(connection);
              return new Session(connection, SqliteDialect.INSTANCE, SqliteMeter.NONE);
            });
    pool.giveBack(pool.lend(), true);
    pool.giveBack(pool.lend(), false);
    pool.giveBack(pool.lend(), true);
    assertEquals(2, opened.size(), "the failed one was not lent again");
    Mockito.verify(opened.get(0)).close();
    pool.close();
    Mockito.verify(opened.get(1)).close();
    assertThrows(SQLException.class, pool::lend);
  }

  @Test
  void aSessionThatCannotBeOpenedCostsNoPlaceInThePool() throws SQLException {
    List<String> tries = new ArrayList<>();
    SessionPool pool =
        new SessionPool(
            1,
            () -> {
              tries.add("try");
              if (tries.size() == 1) {
                throw new SQLException("not now");
              }
              return new Session(
                  Mockito.mock(Connection.class), SqliteDialect.INSTANCE, SqliteMeter.NONE);
            });
    assertThrows(SQLException.class, pool::lend);
    pool.giveBack(pool.lend(), true);
    assertEquals(2, tries.size());
  }

  @Test
  void aConnectionThatCannotBePreparedIsNotLeftOpen() throws SQLException {
    Connection connection = Mockito.mock(Connection.class);
    Mockito.doThrow(new SQLException("not now")).when(connection).setAutoCommit(false);
    assertThrows(
        SQLException.class, () -> Sessions.withoutAutocommit(connection, SqliteMeter.NONE));
    Mockito.verify(connection).close();
  }
}
