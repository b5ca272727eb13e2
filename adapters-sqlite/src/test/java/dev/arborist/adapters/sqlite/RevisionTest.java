package dev.arborist.adapters.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.adapters.sql.SqlException;
import dev.arborist.application.port.in.TaskQueue;
import dev.arborist.application.port.out.StorageException;
import dev.arborist.application.port.out.TaskStore;
import dev.arborist.application.service.Services;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.TaskId;
import dev.arborist.testkit.TestClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What SQLite has to do with a revision: connections, transactions, checkpoints and the file. */
@Timeout(60)
class RevisionTest {

  @TempDir Path directory;

  private final FailingMeter meter = new FailingMeter();
  private Path file;
  private TaskStore store;

  /** Counts, and fails when it is told to. */
  private static final class FailingMeter extends SqliteMeter {

    private int connections;
    private boolean fails;

    @Override
    void attach(Connection connection) throws SQLException {
      connections++;
      super.attach(connection);
      failOnce();
    }

    @Override
    public void countStatement() {
      try {
        failOnce();
      } catch (SQLException e) {
        throw new SqlException(e);
      }
    }

    private void failOnce() throws SQLException {
      if (fails) {
        fails = false;
        throw new SQLException("planted");
      }
    }
  }

  @BeforeEach
  void open() {
    file = directory.resolve("queue.db");
    SqliteQueue.create(file);
    store = SqliteQueue.open(file, SqliteSettings.DEFAULT.with(meter));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static TaskQueue queue(TaskStore on) {
    return Services.queue(on, () -> new TaskId(UUID.randomUUID()), new TestClock(), "tester");
  }

  private static void enqueue(TaskStore on) {
    queue(on).enqueue(NewTask.of("a").build());
  }

  private static long size(TaskStore of) {
    return of.read(tx -> tx.count());
  }

  private static int runSql(Path database, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout = 0");
      if (!statement.execute(sql)) {
        return 0;
      }
      try (ResultSet rows = statement.getResultSet()) {
        return rows.next() ? rows.getInt(1) : 0;
      }
    }
  }

  @Test
  void betweenTwoCallsNoTransactionHoldsACheckpointUp() throws Exception {
    long before = store.revision();
    for (int i = 0; i < 5; i++) {
      enqueue(store);
      assertEquals(0, runSql(file, "PRAGMA wal_checkpoint(TRUNCATE)"), "1 says that it was busy");
      assertNotEquals(before, store.revision());
      before = store.revision();
    }
    assertEquals(0, Files.size(directory.resolve("queue.db-wal")), "the log was emptied");
  }

  @Test
  void aCheckpointAndACompactionByAnotherLeaveTheNextChangeNoticed() throws SQLException {
    enqueue(store);
    runSql(file, "PRAGMA wal_checkpoint(RESTART)");
    runSql(file, "VACUUM");
    long before = store.revision();
    enqueue(store);
    assertNotEquals(before, store.revision());
    store.upkeep().compact();
    assertEquals(store.revision(), store.revision());
  }

  @Test
  void oneConnectionIsOpenedWhenItIsFirstAskedForAndNoMore() {
    enqueue(store);
    size(store);
    assertEquals(2, meter.connections, "one writes and one reads");
    for (int i = 0; i < 100; i++) {
      store.revision();
    }
    assertEquals(3, meter.connections);
  }

  @Test
  void afterAFailureTheValueIsNoneOfThoseBefore() {
    long before = store.revision();
    meter.fails = true;
    var failed = assertThrows(StorageException.class, store::revision);
    assertTrue(failed.getMessage().contains("planted"), failed.getMessage());
    long after = store.revision();
    assertNotEquals(before, after, "what happened in between is unknown");
    assertEquals(after, store.revision());
    enqueue(store);
    assertNotEquals(after, store.revision());
  }

  @Test
  void aConnectionThatCannotBeOpenedIsTriedAgain() {
    meter.fails = true;
    assertThrows(StorageException.class, store::revision);
    long before = store.revision();
    enqueue(store);
    assertNotEquals(before, store.revision());
  }

  @Test
  void twoStoresOfOneFileDoNotCountAlike() {
    try (TaskStore other = SqliteQueue.open(file)) {
      assertNotEquals(store.revision(), other.revision());
    }
  }

  @Test
  void aClosedStoreSaysSo() {
    store.revision();
    store.close();
    var refused = assertThrows(StorageException.class, store::revision);
    assertTrue(refused.getMessage().contains("has been closed"), refused.getMessage());
  }

  @Test
  void aBackupThatSqliteRestoresInPlaceIsAChange() throws SQLException {
    enqueue(store);
    Path backup = directory.resolve("backup.db");
    store.upkeep().backup(backup);
    enqueue(store);
    long before = store.revision();
    runSql(file, "restore from '" + backup + "'");
    assertNotEquals(before, store.revision());
    assertEquals(1, size(store));
    before = store.revision();
    enqueue(store);
    assertNotEquals(before, store.revision());
  }

  @Test
  void aFileThatWasReplacedIsNotFollowed() throws IOException {
    enqueue(store);
    Path backup = directory.resolve("backup.db");
    store.upkeep().backup(backup);
    store.revision();
    Files.move(backup, file, StandardCopyOption.REPLACE_EXISTING);
    for (int i = 0; i < 2; i++) {
      var refused = assertThrows(StorageException.class, store::revision);
      assertTrue(refused.getMessage().contains("replaced since"), refused.getMessage());
    }
  }

  @Test
  void aFileThatWasRemovedIsNotFollowed() throws IOException {
    store.revision();
    Files.delete(file);
    var refused = assertThrows(StorageException.class, store::revision);
    assertTrue(refused.getMessage().contains("removed or replaced"), refused.getMessage());
  }

  /** The first call opens its connection after the others: it must not be to another file. */
  @Test
  void aFileThatWasReplacedBeforeTheFirstCallIsNotFollowed() throws IOException {
    enqueue(store);
    Path backup = directory.resolve("backup.db");
    store.upkeep().backup(backup);
    Files.move(backup, file, StandardCopyOption.REPLACE_EXISTING);
    var refused = assertThrows(StorageException.class, store::revision);
    assertTrue(refused.getMessage().contains("replaced since"), refused.getMessage());
  }

  /** Enqueues a task for each line it reads, and says so, until it is told to end. */
  static final class Enqueuer {

    private static final String END = "end";

    private Enqueuer() {}

    public static void main(String[] arguments) throws IOException {
      try (TaskStore store = SqliteQueue.open(Path.of(arguments[0]));
          BufferedReader in =
              new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
        for (String line = in.readLine(); line != null && !line.equals(END); line = in.readLine()) {
          enqueue(store);
          System.out.println("done");
        }
      }
    }
  }

  @Test
  void whatAnotherProcessCommitsIsAnotherRevision() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Enqueuer.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (Writer to = process.outputWriter(StandardCharsets.UTF_8);
        BufferedReader from = process.inputReader(StandardCharsets.UTF_8)) {
      for (int i = 1; i <= 20; i++) {
        long before = store.revision();
        to.write("more\n");
        to.flush();
        assertEquals("done", from.readLine());
        assertNotEquals(before, store.revision());
        assertEquals(i, size(store));
      }
      to.write(Enqueuer.END + "\n");
      to.flush();
      assertEquals(0, process.waitFor());
      long before = store.revision();
      enqueue(store);
      assertNotEquals(before, store.revision());
    } finally {
      process.destroyForcibly();
    }
  }
}
