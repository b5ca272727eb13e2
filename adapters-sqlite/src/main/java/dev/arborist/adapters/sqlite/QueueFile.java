package dev.arborist.adapters.sqlite;

import dev.arborist.application.port.out.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/**
 * The path of a queue, checked as far as the file system can tell without opening the file.
 *
 * <p>Opening and closing a database file other than through SQLite drops the locks that SQLite
 * holds on it for this process, and acknowledged work is lost. So a file is judged by its
 * attributes and by what SQLite says of it, never by its bytes.
 */
record QueueFile(Path path) {

  /** "Arbo" in ASCII, the application_id in the header of every queue. */
  static final int APPLICATION_ID = 0x4172626F;

  private static final int HEADER_BYTES = 100;
  private static final String NO_DATABASE = " is not a queue: it is no SQLite database at all";

  /** The path at which a queue is to be created. */
  static QueueFile forCreation(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    try {
      if (Files.isDirectory(absolute)) {
        throw new StorageException(absolute + " is a directory: name a file in it");
      }
      if (Files.exists(absolute) && Files.size(absolute) > 0) {
        throw new StorageException(
            absolute + " exists already: use it, or choose another path for a new queue");
      }
      Path directory = absolute.getParent();
      if (directory != null) {
        Files.createDirectories(directory);
      }
    } catch (IOException e) {
      throw new StorageException(
          "cannot create " + absolute + ": " + reason(e) + "; choose a path that can be written",
          e);
    }
    return new QueueFile(absolute);
  }

  /** The path at which a queue is expected. */
  static QueueFile existing(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    if (!Files.exists(absolute)) {
      throw new StorageException("there is no queue at " + absolute + ": create it with init");
    }
    if (Files.isDirectory(absolute)) {
      throw new StorageException(
          absolute + " is a directory, not a queue: name the queue's file in it");
    }
    try {
      if (Files.size(absolute) == 0) {
        throw new StorageException(
            absolute + " is an empty file, not a queue: create the queue with init");
      }
      if (Files.size(absolute) < HEADER_BYTES) { // SQLite would take it for an empty database
        throw new StorageException(absolute + NO_DATABASE);
      }
      return new QueueFile(absolute.toRealPath());
    } catch (IOException e) {
      throw new StorageException("cannot look at " + absolute + ": " + reason(e), e);
    }
  }

  private static String reason(IOException e) {
    return e.getClass().getSimpleName() + " " + e.getMessage();
  }

  /**
   * Refuses whatever is not a queue of ours, without a trace: an immutable connection neither locks
   * nor checkpoints, so that another program's write-ahead log stays as it is.
   *
   * <p>Safe also while this process has the file open: SQLite keeps account of every connection
   * that it opened itself, and puts off closing a descriptor while the process holds a lock.
   */
  void requireQueue() {
    try (Connection connection = Connections.immutable(this)) {
      int applicationId = Connections.intPragma(connection, "application_id");
      if (applicationId != APPLICATION_ID) {
        throw new StorageException(
            path + " is another program's SQLite database, not a queue: choose another path");
      }
      Schema.requireKnownVersion(this, Connections.intPragma(connection, "user_version"));
    } catch (SQLException e) {
      if (SqliteFailures.code(e) == SQLiteErrorCode.SQLITE_NOTADB) {
        throw new StorageException(path + NO_DATABASE, e);
      }
      throw SqliteFailures.translate("look at " + path, e);
    }
  }

  /** The JDBC address with SQLite's options; the path is encoded so that no character is one. */
  String url(String options) {
    return "jdbc:sqlite:file:" + path.toUri().getRawPath() + "?" + options;
  }
}
