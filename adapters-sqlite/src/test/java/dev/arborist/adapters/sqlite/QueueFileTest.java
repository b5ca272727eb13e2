package dev.arborist.adapters.sqlite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.application.port.out.StorageException;
import dev.arborist.application.port.out.TaskStore;
import dev.arborist.domain.query.TaskFilter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueueFileTest {

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
    var refused = assertThrows(StorageException.class, () -> SqliteQueue.open(path));
    assertTrue(refused.getMessage().contains(part), refused.getMessage());
    assertEquals(1, refused.getMessage().lines().count());
    assertEquals(before, everything(), "nothing is touched");
  }

  @Test
  void whatIsNotThereIsNotCreated() throws IOException {
    refused("there is no queue at", directory.resolve("queue.db"));
    refused("there is no queue at", directory.resolve("no/such/queue.db"));
  }

  @Test
  void aDirectoryAnEmptyFileAndGarbageAreToldApart() throws IOException {
    refused("is a directory", directory);
    Path empty = Files.createFile(directory.resolve("empty.db"));
    refused("is an empty file", empty);
    Path garbage = Files.writeString(directory.resolve("garbage.db"), "no database ".repeat(999));
    refused("no SQLite database at all", garbage);
    Path shortGarbage = Files.writeString(directory.resolve("short.db"), "x");
    refused("no SQLite database at all", shortGarbage);
  }

  @Test
  void aDeviceAndAPipeAreNotRead() throws Exception {
    refused("is a device or a pipe", Path.of("/dev/null"));
    Path pipe = directory.resolve("pipe");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    refused("is a device or a pipe", pipe);
  }

  @Test
  void anotherProgramsDatabaseIsLeftAlone() throws Exception {
    Path foreign = directory.resolve("foreign.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + foreign);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE theirs (x)");
    }
    refused("another program's SQLite database", foreign);
  }

  @Test
  void anotherProgramsOpenWriteAheadLogIsLeftAlone() throws Exception {
    Path foreign = directory.resolve("foreign.db");
    Process program = start(ForeignDatabase.class, foreign.toString());
    try {
      awaitLine(program, "ready");
      assertTrue(Files.size(directory.resolve("foreign.db-wal")) > 0);
      refused("another program's SQLite database", foreign);
    } finally {
      program.destroyForcibly().waitFor();
    }
    assertTrue(Files.exists(directory.resolve("foreign.db-wal")), "the log outlives the program");
    refused("another program's SQLite database", foreign);
  }

  @Test
  void aQueueOfANewerVersionIsLeftAlone() throws Exception {
    Path newer = directory.resolve("newer.db");
    SqliteQueue.create(newer);
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + newer);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA user_version = 99");
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }
    refused("is a queue of version 99", newer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a?mode=memory", "a#b", "a%41", "a b", ":memory:", "ä🌳", "a&cache=shared", "'"})
  void everyPathIsAPlace(String name) throws IOException {
    Path file = directory.resolve(name);
    SqliteQueue.create(file);
    assertTrue(Files.size(file) > 0);
    try (TaskStore store = SqliteQueue.open(file)) {
      assertEquals(0, store.read(tx -> tx.listNumbers(TaskFilter.ALL, Instant.EPOCH)).length);
    }
    try (Stream<Path> files = Files.list(directory)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void nothingIsCreatedOverWhatIsThere() throws IOException {
    Path file = directory.resolve("queue.db");
    SqliteQueue.create(file);
    byte[] before = Files.readAllBytes(file);
    var refused = assertThrows(StorageException.class, () -> SqliteQueue.create(file));
    assertTrue(refused.getMessage().contains("exists already"), refused.getMessage());
    assertArrayEquals(before, Files.readAllBytes(file));
    assertThrows(StorageException.class, () -> SqliteQueue.create(directory));
    assertThrows(StorageException.class, () -> SqliteQueue.create(file.resolve("below/a/file")));
  }

  private static Process start(Class<?> program, String argument) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            program.getName(),
            argument)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static void awaitLine(Process process, String line) throws IOException {
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    assertEquals(line, reader.readLine());
  }
}
