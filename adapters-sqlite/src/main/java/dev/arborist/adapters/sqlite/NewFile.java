package dev.arborist.adapters.sqlite;

import dev.arborist.application.port.out.StorageException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Builds a database beside its place and links it there when it is complete: what is killed on the
 * way leaves nothing at the place, and of two that run at once the second is told.
 */
final class NewFile {

  /** Fills the file at a path where there is none. */
  interface Builder {
    void build(DatabaseFile part) throws SQLException;
  }

  private NewFile() {}

  static void build(DatabaseFile file, Builder builder) {
    Path place = file.path();
    Path part =
        place.resolveSibling(
            "."
                + place.getFileName()
                + "."
                + Long.toHexString(ThreadLocalRandom.current().nextLong())
                + ".new");
    Thread ending = new Thread(() -> remove(part)); // a signal may end the process on the way
    remember(ending, place);
    try {
      builder.build(new DatabaseFile(part, file.kind()));
      Files.createLink(place, part);
    } catch (FileAlreadyExistsException e) {
      throw file.existsAlready();
    } catch (UnsupportedOperationException e) {
      throw new StorageException(
          "cannot create " + place + ": its file system has no hard links; choose a local disk", e);
    } catch (IOException e) {
      throw DatabaseFile.cannotCreate(place, e);
    } catch (SQLException e) {
      throw SqliteFailures.translate("create " + place, e);
    } finally {
      remove(part);
      forget(ending);
    }
  }

  private static void remember(Thread ending, Path place) {
    try {
      Runtime.getRuntime().addShutdownHook(ending);
    } catch (IllegalStateException e) {
      throw new StorageException("cannot create " + place + ": the process is ending", e);
    }
  }

  private static void forget(Thread ending) {
    try {
      Runtime.getRuntime().removeShutdownHook(ending);
    } catch (IllegalStateException e) {
      // the process is ending already, and it runs
    }
  }

  /**
   * Puts everything, the header too, into the main file, where an immutable connection looks for
   * it, and the file onto the disk.
   */
  static void putOnDisk(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      int version = Connections.intPragma(connection, "user_version");
      statement.execute("PRAGMA user_version = " + version);
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }
  }

  /** Only the name goes: the file that was linked to its place keeps its own. */
  private static void remove(Path part) {
    try {
      for (String suffix : new String[] {"", "-wal", "-shm", "-journal"}) {
        Files.deleteIfExists(part.resolveSibling(part.getFileName() + suffix));
      }
    } catch (IOException e) {
      throw DatabaseFile.cannotCreate(part, e);
    }
  }
}
