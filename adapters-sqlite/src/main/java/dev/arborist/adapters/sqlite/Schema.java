package dev.arborist.adapters.sqlite;

import dev.arborist.application.port.out.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The tables of a queue, in numbered scripts; {@code user_version} says how many were applied. */
final class Schema {

  private static final List<String> SCRIPTS = List.of("V001__tasks.sql");

  private Schema() {}

  /**
   * Creates a queue beside its place and links it there when it is complete: an init that is killed
   * leaves nothing at the place, and of two that run at once the second is told.
   */
  static void create(QueueFile file) {
    Path place = file.path();
    Path part =
        place.resolveSibling(
            "."
                + place.getFileName()
                + "."
                + ProcessHandle.current().pid()
                + "-"
                + Thread.currentThread().getId()
                + ".new");
    try {
      Files.deleteIfExists(part); // left by a process of the same number that was killed
      build(new QueueFile(part));
      Files.createLink(place, part);
    } catch (FileAlreadyExistsException e) {
      throw QueueFile.existsAlready(place);
    } catch (IOException e) {
      throw QueueFile.cannotCreate(place, e);
    } catch (SQLException e) {
      throw SqliteFailures.translate("create " + place, e);
    } finally {
      remove(part);
    }
  }

  private static void build(QueueFile file) throws SQLException {
    try (Connection connection = Connections.creator(file);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("BEGIN IMMEDIATE");
      for (String script : SCRIPTS) {
        statement.executeUpdate(read(script));
      }
      statement.executeUpdate("PRAGMA application_id = " + QueueFile.APPLICATION_ID);
      statement.executeUpdate("PRAGMA user_version = " + SCRIPTS.size());
      statement.executeUpdate("COMMIT");
      // Puts the header into the main file, where an immutable connection looks for it.
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }
  }

  /** Only the name goes: the queue keeps its own. */
  private static void remove(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      throw QueueFile.cannotCreate(part, e);
    }
  }

  static void requireKnownVersion(QueueFile file, int version) {
    if (version != SCRIPTS.size()) {
      throw new StorageException(
          file.path()
              + " is a queue of version "
              + version
              + ", and this program knows version "
              + SCRIPTS.size()
              + ": use the program that it belongs to");
    }
  }

  private static String read(String script) {
    try (InputStream in = Schema.class.getResourceAsStream("schema/" + script)) {
      if (in == null) {
        throw new IllegalStateException("the schema script " + script + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
