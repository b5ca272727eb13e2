package dev.arborist.adapters.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.application.port.out.RunHistory;
import dev.arborist.application.port.out.StorageException;
import dev.arborist.application.port.out.TaskReads;
import dev.arborist.application.port.out.TaskStore;
import dev.arborist.domain.validation.report.RunId;
import dev.arborist.domain.validation.report.RunSummary;
import dev.arborist.testkit.history.BinaryFormat;
import dev.arborist.testkit.history.Verdicts;
import dev.arborist.testkit.postgres.PostgresServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What becomes of a history when its server, its schema or its rights are not as they should be.
 */
@Tag("once")
class HistoryFailuresTest {

  private static final String CUT =
      """
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'arborist' AND pid <> pg_backend_pid()
      """;

  private final PostgresAddress address = Schemas.address(PostgresServer.shared().newSchema());

  private static RunHistory open(PostgresAddress place) {
    return PostgresRunHistory.open(place, new BinaryFormat());
  }

  private static String refused(Runnable work) {
    String message = assertThrows(StorageException.class, work::run).getMessage();
    assertEquals(1, message.lines().count(), message);
    assertFalse(message.contains("postgres:postgres"), message);
    return message;
  }

  /** The numbers of the runs that were acknowledged, each with the seed that it was made of. */
  private static List<RunId> saveUntil(PostgresAddress place, AtomicBoolean end, int seed) {
    List<RunId> saved = new ArrayList<>();
    while (!end.get()) {
      try (RunHistory history = open(place)) {
        while (!end.get()) {
          saved.add(history.save(Verdicts.large(seed, 6)));
        }
      } catch (StorageException e) {
        assertTrue(e.getMessage().contains("cannot"), e.getMessage());
      }
    }
    return saved;
  }

  @Test
  void connectionsThatAreCutLoseNoRunAndLeaveNoHalf() throws Exception {
    PostgresRunHistory.create(address);
    ExecutorService threads = Executors.newFixedThreadPool(3);
    AtomicBoolean end = new AtomicBoolean();
    List<Future<List<RunId>>> savers = new ArrayList<>();
    try {
      for (int i = 0; i < 3; i++) {
        int seed = i;
        savers.add(threads.submit(() -> saveUntil(address, end, seed)));
      }
      for (int i = 0; i < 10; i++) {
        TimeUnit.MILLISECONDS.sleep(100);
        Schemas.execute(address.schema(), CUT);
      }
      end.set(true);
      try (RunHistory history = open(address)) {
        for (int i = 0; i < 3; i++) {
          List<RunId> saved = savers.get(i).get();
          assertFalse(saved.isEmpty(), "somebody has saved");
          for (RunId id : saved) {
            assertEquals(Optional.of(Verdicts.large(i, 6)), history.load(id));
          }
        }
        for (RunSummary run : history.list(null, 0)) {
          assertTrue(history.load(run.id()).isPresent(), run.toString());
        }
      }
    } finally {
      end.set(true);
      threads.shutdownNow();
    }
  }

  @Test
  void aHistoryGoesOnAfterItsConnectionWasCut() {
    try (RunHistory history = open(address)) {
      history.save(Verdicts.labelled("before"));
      Schemas.execute(address.schema(), CUT);
      String message = refused(() -> history.save(Verdicts.labelled("meanwhile")));
      assertTrue(message.startsWith("cannot change " + address), message);
      assertEquals(new RunId(2), history.save(Verdicts.labelled("after")));
      assertEquals(2, history.list(null, 0).size());
    }
  }

  @Test
  void aSchemaOfSomebodyElseIsLeftAlone() {
    Schemas.execute("public", "CREATE SCHEMA " + address.schema());
    Schemas.execute(address.schema(), "CREATE TABLE theirs (x integer)");
    try (RunHistory history = open(address)) {
      assertEquals(List.of(), history.list(null, 0));
      String message = refused(() -> history.save(Verdicts.labelled("a")));
      assertTrue(message.contains("exists and holds no history: name another"), message);
      assertEquals(Optional.empty(), history.latest());
    }
  }

  @Test
  void aHistoryOfANewerVersionIsLeftAlone() {
    PostgresRunHistory.create(address);
    Schemas.execute(address.schema(), "UPDATE history_version SET version = 99");
    String message = refused(() -> open(address).close());
    assertTrue(
        message.contains("is a history of version 99, and this program knows version 2"), message);
    assertTrue(refused(() -> PostgresRunHistory.create(address)).contains("version 99"));
  }

  @Test
  void aQueueAndAHistoryShareASchemaWhicheverIsFirst() {
    assertTrue(PostgresRunHistory.create(address));
    assertFalse(PostgresRunHistory.create(address));
    PostgresQueue.create(address);
    try (TaskStore store = PostgresQueue.open(address);
        RunHistory history = open(address)) {
      history.save(Verdicts.labelled("beside tasks"));
      assertEquals(0, store.<Long>read(TaskReads::count));
      assertEquals(List.of(), store.upkeep().verify());
    }
    assertTrue(refused(() -> PostgresQueue.create(address)).contains("there is a queue already"));
  }

  /** A user who may look but not create sees an empty history, and is told when that is refused. */
  @Test
  void whoMayNotCreateTablesIsTold() {
    String user = "reader_" + address.schema();
    Schemas.execute(
        "public", "CREATE USER " + user + " PASSWORD 's3cret'; CREATE SCHEMA " + address.schema());
    PostgresAddress reader =
        new PostgresAddress(
            address.host(),
            address.port(),
            address.database(),
            address.schema(),
            user,
            "s3cret",
            address.options());
    String closed = refused(() -> open(reader).close());
    assertTrue(closed.contains("this user may not use the schema"), closed);
    Schemas.execute("public", "GRANT USAGE ON SCHEMA " + address.schema() + " TO " + user);
    try (RunHistory history = open(reader)) {
      assertEquals(List.of(), history.list(null, 0));
      String message = refused(() -> history.save(Verdicts.labelled("a")));
      assertTrue(message.contains("the user may not do this; grant the rights"), message);
      assertFalse(message.contains("s3cret"), message);
    }
  }

  @Test
  void whoWaitsTooLongForAnotherIsTold() throws SQLException {
    PostgresRunHistory.create(address);
    try (Connection other = Pool.direct(address);
        Statement statement = other.createStatement();
        RunHistory history = open(address)) {
      statement.execute("SELECT last_run FROM history_guard FOR UPDATE");
      String message = refused(() -> history.save(Verdicts.labelled("a")));
      assertTrue(message.contains("another kept it locked for 10 s; try again"), message);
      assertEquals(Optional.empty(), history.latest(), "who reads does not wait");
      other.rollback();
      assertEquals(new RunId(1), history.save(Verdicts.labelled("a")));
    }
  }
}
