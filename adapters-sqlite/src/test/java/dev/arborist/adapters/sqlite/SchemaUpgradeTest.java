package dev.arborist.adapters.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.application.port.out.StorageException;
import dev.arborist.application.port.out.TaskStore;
import dev.arborist.application.service.Services;
import dev.arborist.domain.history.EventQuery;
import dev.arborist.domain.priority.PriorityPolicy;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.testkit.SequentialIds;
import dev.arborist.testkit.TestClock;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Queues that earlier programs left behind. */
class SchemaUpgradeTest {

  @TempDir Path directory;
  private Path file;

  /** A queue of version 1: task 2 waits for task 1, task 3 is completed. */
  @BeforeEach
  void createVersion1() throws Exception {
    file = directory.resolve("queue.db");
    try (Connection connection = Connections.creator(new DatabaseFile(file, DatabaseKind.QUEUE));
        Statement statement = connection.createStatement();
        InputStream script = Schema.class.getResourceAsStream("schema/V001__tasks.sql")) {
      statement.executeUpdate(new String(script.readAllBytes(), StandardCharsets.UTF_8));
      for (int number = 1; number <= 3; number++) {
        statement.executeUpdate(
            ("INSERT INTO task (number, id, status, priority, max_retries, summary, source,"
                    + " base_priority, timeout, depth, open_prerequisites, open_dependents,"
                    + " created_at, updated_at) VALUES (%d, randomblob(16), %d, %d, 3, 'old', 0, 5,"
                    + " 3600000000, %d, %d, %d, 1, 2)")
                .formatted(
                    number,
                    number == 2 ? 1 : number == 3 ? 4 : 2,
                    number == 1 ? 2150 : number == 2 ? 2250 : 2000,
                    number == 2 ? 1 : 0,
                    number == 2 ? 1 : 0,
                    number == 1 ? 1 : 0));
        statement.executeUpdate(
            "INSERT INTO task_text (task, prompt) VALUES (" + number + ", 'p')");
      }
      statement.executeUpdate("INSERT INTO dependency VALUES (2, 1)");
      statement.executeUpdate("PRAGMA application_id = " + DatabaseKind.QUEUE.applicationId());
      statement.executeUpdate("PRAGMA user_version = 1");
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }
  }

  @Test
  void aQueueOfVersion1IsBroughtUpToDateAndGoesOn() {
    SqliteQueue.open(file).close();
    try (TaskStore store = SqliteQueue.open(file)) {
      TestClock clock = new TestClock();
      var queue = Services.queue(store, new SequentialIds(), clock, "tester");
      var browser = Services.browser(store, clock);
      assertEquals(3, browser.events(new EventQuery(null, 0, 0)).size());
      assertEquals(1, browser.statistics().count(TaskStatus.BLOCKED));
      assertEquals(PriorityPolicy.DEFAULT, browser.statistics().policy());
      assertEquals(4, queue.enqueue(NewTask.of("new").build()).number().value());
      assertEquals(
          TaskNumber.of(1),
          queue.claim("w", 1, Duration.ofSeconds(30)).get(0).details().task().number());
      queue.complete(TaskNumber.of(1), 1, null);
      assertEquals(TaskStatus.READY, browser.get(TaskNumber.of(2)).task().status());
      var upkeep = Services.upkeep(store, clock, "tester");
      assertEquals(List.of(), upkeep.diagnose(false).findings());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void anUpgradedQueueHasTheTablesAndIndexesOfANewOne(int version) throws Exception {
    Path old = directory.resolve("old.db");
    createEmpty(old, version);
    SqliteQueue.open(old).close();
    Path made = directory.resolve("new.db");
    SqliteQueue.create(made);
    assertEquals(schema(made), schema(old));
  }

  private static void createEmpty(Path file, int version) throws Exception {
    try (Connection connection = Connections.creator(new DatabaseFile(file, DatabaseKind.QUEUE));
        Statement statement = connection.createStatement()) {
      for (String script : DatabaseKind.QUEUE.scripts().subList(0, version)) {
        try (InputStream in = Schema.class.getResourceAsStream(script)) {
          statement.executeUpdate(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
      statement.executeUpdate("PRAGMA application_id = " + DatabaseKind.QUEUE.applicationId());
      statement.executeUpdate("PRAGMA user_version = " + version);
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }
  }

  private static List<String> schema(Path file) throws Exception {
    List<String> parts = new ArrayList<>();
    try (Connection connection = Connections.creator(new DatabaseFile(file, DatabaseKind.QUEUE));
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT name, sql FROM sqlite_schema ORDER BY name")) {
      while (rows.next()) {
        parts.add(rows.getString(1) + ": " + rows.getString(2));
      }
    }
    return parts;
  }

  @Test
  void aQueueOfALaterVersionIsLeftAlone() throws Exception {
    try (Connection connection = Connections.creator(new DatabaseFile(file, DatabaseKind.QUEUE));
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("PRAGMA user_version = 999");
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }
    var refused = assertThrows(StorageException.class, () -> SqliteQueue.open(file));
    assertTrue(refused.getMessage().contains("version 999"), refused.getMessage());
  }
}
