package dev.arborist.adapters.sqlite.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.adapters.sqlite.SqliteQueue;
import dev.arborist.application.port.out.RunHistory;
import dev.arborist.application.port.out.StorageException;
import dev.arborist.testkit.history.BinaryFormat;
import dev.arborist.testkit.history.Verdicts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFileTest {

  @TempDir Path directory;

  /** Every file of the directory with its content. */
  private Map<String, String> everything() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(path.toString(), Arrays.toString(Files.readAllBytes(path)));
      }
    }
    return files;
  }

  private void refused(String part, Path path) throws IOException {
    Map<String, String> before = everything();
    for (var opening :
        List.<Callable<RunHistory>>of(
            () -> SqliteRunHistory.open(path, new BinaryFormat()),
            () -> SqliteRunHistory.openOrCreate(path, new BinaryFormat()))) {
      var refused = assertThrows(StorageException.class, opening::call);
      assertTrue(refused.getMessage().contains(part), refused.getMessage());
      assertEquals(1, refused.getMessage().lines().count());
      assertEquals(before, everything(), "nothing is touched");
    }
  }

  @Test
  void whatIsNotThereIsNotCreatedByOpening() throws IOException {
    Path path = directory.resolve("no/history.db");
    var refused =
        assertThrows(StorageException.class, () -> SqliteRunHistory.open(path, new BinaryFormat()));
    assertTrue(refused.getMessage().startsWith("there is no history at"), refused.getMessage());
    assertTrue(refused.getMessage().endsWith("save a run to begin one"), refused.getMessage());
    assertFalse(Files.exists(directory.resolve("no")));
  }

  @Test
  void whatIsNoHistoryIsToldApartAndLeftAlone() throws IOException {
    refused("is a directory, not a history: name", directory);
    Path empty = Files.createFile(directory.resolve("empty.db"));
    refused("is an empty file, not a history: remove it", empty);
    Path text = Files.writeString(directory.resolve("notes.txt"), "no database ".repeat(999));
    refused("no SQLite database at all; choose another path", text);
  }

  @Test
  void anotherProgramsDatabaseIsLeftAlone() throws Exception {
    Path foreign = directory.resolve("foreign.db");
    execute(foreign, "CREATE TABLE theirs (x)");
    refused("is another program's SQLite database, not a history: choose another path", foreign);
  }

  @Test
  void aQueueIsNoHistoryAndAHistoryNoQueue() throws IOException {
    Path queue = directory.resolve("queue.db");
    SqliteQueue.create(queue);
    refused("queue.db is a queue, not a history: choose another path", queue);
    Path history = directory.resolve("history.db");
    SqliteRunHistory.create(history, new BinaryFormat()).close();
    var refused = assertThrows(StorageException.class, () -> SqliteQueue.open(history));
    assertTrue(
        refused.getMessage().endsWith("is a history, not a queue: choose another path"),
        refused.getMessage());
  }

  @Test
  void aHistoryOfANewerVersionIsLeftAlone() throws Exception {
    Path newer = directory.resolve("newer.db");
    SqliteRunHistory.create(newer, new BinaryFormat()).close();
    execute(newer, "PRAGMA user_version = 99");
    refused("is a history of version 99, and this program knows version 2: use the", newer);
  }

  private static void execute(Path file, String sql) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void nothingIsCreatedOverWhatIsThere() throws IOException {
    Path file = directory.resolve("history.db");
    SqliteRunHistory.create(file, new BinaryFormat()).close();
    Map<String, String> before = everything();
    for (Path place : List.of(file, directory, file.resolve("below"))) {
      assertThrows(
          StorageException.class, () -> SqliteRunHistory.create(place, new BinaryFormat()));
    }
    assertEquals(before, everything());
  }

  @Test
  void aHistoryIsCreatedWithTheDirectoriesAboveIt() throws IOException {
    Path file = directory.resolve("a/b/history.db");
    try (RunHistory history = SqliteRunHistory.openOrCreate(file, new BinaryFormat())) {
      assertEquals(Optional.empty(), history.latest());
      history.save(Verdicts.labelled("first"));
    }
    try (RunHistory history = SqliteRunHistory.openOrCreate(file, new BinaryFormat())) {
      assertEquals(1, history.list(null, 0).size());
    }
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertEquals(List.of(file), files.toList(), "closing leaves one file");
    }
  }

  @Test
  void ofSeveralThatOpenOrCreateAllGetTheSameHistory() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      for (int round = 0; round < 10; round++) {
        Path contested = directory.resolve("contested" + round + ".db");
        List<Callable<Integer>> work = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
          work.add(() -> saveOne(contested));
        }
        List<Integer> numbers = new ArrayList<>();
        for (Future<Integer> number : threads.invokeAll(work)) {
          numbers.add(number.get());
        }
        numbers.sort(null);
        assertEquals(List.of(1, 2, 3, 4), numbers);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static int saveOne(Path file) {
    try (RunHistory history = SqliteRunHistory.openOrCreate(file, new BinaryFormat())) {
      return history.save(Verdicts.labelled("one of four")).number();
    }
  }
}
