package dev.arborist.adapters.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.application.port.out.StorageException;
import dev.arborist.application.port.out.TaskStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What other programs have put into a queue, or taken out of it. */
class SchemaCheckTest {

  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void create() {
    file = directory.resolve("queue.db");
    SqliteQueue.create(file);
  }

  private void alter(String sql) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private String refusal() {
    try (TaskStore store = SqliteQueue.open(file)) {
      String read =
          assertThrows(StorageException.class, () -> store.read(tx -> "done")).getMessage();
      String write =
          assertThrows(StorageException.class, () -> store.write(tx -> "done")).getMessage();
      assertEquals(read, write);
      return read;
    }
  }

  /**
   * Fails after a change of the schema scripts, and when a new SQLite writes their text otherwise.
   */
  @Test
  void aNewQueueHasTheChecksum() throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      assertEquals(SchemaCheck.QUEUE_CHECKSUM, SchemaCheck.checksum(connection));
      assertEquals(Optional.empty(), SchemaCheck.difference(DatabaseKind.QUEUE, connection));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "CREATE TRIGGER t AFTER UPDATE ON task BEGIN DELETE FROM task; END"
            + "|the trigger t does not belong to it",
        "CREATE VIEW v AS SELECT 1|the view v does not belong to it",
        "CREATE TABLE \"a\\nb\" (x)|the table a?b does not belong to it",
        "CREATE UNIQUE INDEX i ON task (summary)|the index i does not belong to it",
        "DROP INDEX task_by_id|the index task_by_id is missing",
        "ALTER TABLE event ADD COLUMN more TEXT|the table event is another than that of a queue"
      })
  void whatIsNotOfAQueueIsNamedAndNothingIsDoneWithIt(String sql, String difference)
      throws Exception {
    alter(sql.replace("\\n", "\n"));
    String expected = file.toRealPath() + " is not as a queue is made: " + difference;
    assertEquals(expected + "; undo that, or restore a backup", refusal());
  }

  @Test
  void whatSqliteKeepsForItselfIsNoDifference() throws Exception {
    alter("ANALYZE");
    try (TaskStore store = SqliteQueue.open(file)) {
      assertEquals("done", store.read(tx -> "done"));
      assertEquals(List.of(), store.upkeep().verify());
    }
  }

  @Test
  void whatIsPutIntoAnOpenQueueIsFoundByTheDoctorAndGoesIntoNoBackup() throws Exception {
    try (TaskStore store = SqliteQueue.open(file)) {
      assertEquals("done", store.write(tx -> "done"));
      alter("CREATE TRIGGER late AFTER INSERT ON event BEGIN SELECT RAISE(IGNORE); END");
      assertEquals(List.of("the trigger late does not belong to it"), store.upkeep().verify());
      Path copy = directory.resolve("copy.db");
      var refused = assertThrows(StorageException.class, () -> store.upkeep().backup(copy));
      assertTrue(refused.getMessage().contains("the trigger late"), refused.getMessage());
    }
  }

  @Test
  void anOlderQueueThatHasBeenChangedIsNotBroughtUpToDate() throws Exception {
    alter("PRAGMA user_version = 2");
    var refused = assertThrows(StorageException.class, () -> SqliteQueue.open(file));
    assertTrue(
        refused.getMessage().contains("is another than that of a queue"), refused.getMessage());
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA user_version")) {
      assertEquals(2, row.getInt(1));
    }
  }
}
