package dev.arborist.adapters.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.domain.task.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholeFileTest {

  @TempDir private Path directory;

  @Test
  void aFileIsWrittenWholeOrNotAtAll() throws IOException {
    Path file = directory.resolve("below/report.md");
    WholeFile.write(file, out -> out.write('a'));
    assertEquals("a", Files.readString(file));
    assertThrows(
        IOException.class,
        () ->
            WholeFile.write(
                file,
                out -> {
                  out.write('b');
                  throw new IOException("disk full");
                }));
    assertEquals("a", Files.readString(file));
    try (var files = Files.list(file.getParent())) {
      assertEquals(List.of(file), files.toList());
    }
  }

  /** Begins to write a file, says so and goes on until its standard input ends. */
  static final class LongWriting {

    public static void main(String[] arguments) throws IOException {
      WholeFile.write(
          Path.of(arguments[0]),
          out -> {
            System.out.println("begun");
            out.write('b');
            System.in.read();
          });
    }
  }

  @Test
  void aSignalLeavesNothingHalfBehind() throws Exception {
    Path file = Files.writeString(directory.resolve("report.md"), "a");
    Process writing =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LongWriting.class.getName(),
                file.toString())
            .start();
    assertEquals("begun", writing.inputReader().readLine());
    writing.toHandle().destroy(); // Process.destroy closes its standard input too, and it would end
    assertTrue(writing.waitFor(60, TimeUnit.SECONDS));
    assertEquals("a", Files.readString(file));
    try (var files = Files.list(directory)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"q", "q-wal", "q-shm", "q-journal", "open", "link"})
  void aDatabaseIsNotReplaced(String name) throws IOException {
    Path database = Files.writeString(directory.resolve("q"), "SQLite format 3\0");
    Files.createSymbolicLink(directory.resolve("link"), database);
    Files.writeString(directory.resolve("open"), "its log alone tells");
    Files.writeString(directory.resolve("open-wal"), "");
    Path file = directory.resolve(name);
    if (!Files.exists(file)) {
      Files.writeString(file, "beside it");
    }
    byte[] before = Files.readAllBytes(file);
    var refused =
        assertThrows(
            InvalidInputException.class, () -> WholeFile.write(file, out -> out.write('b')));
    assertEquals(file + " belongs to a database: name another file", refused.getMessage());
    assertArrayEquals(before, Files.readAllBytes(file));
  }

  @Test
  void whatWouldLieBesideADatabaseIsNotWrittenEither() throws IOException {
    Files.writeString(directory.resolve("q"), "SQLite format 3\0");
    Path log = directory.resolve("q-wal");
    assertThrows(InvalidInputException.class, () -> WholeFile.write(log, out -> out.write('b')));
    assertFalse(Files.exists(log));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "SQLite format 2\0", "SQLite"})
  void whatIsNoDatabaseIsReplaced(String text) throws IOException {
    Path file = Files.writeString(directory.resolve("notes-wal"), text);
    WholeFile.write(file, out -> out.write('b'));
    assertEquals("b", Files.readString(file));
  }
}
