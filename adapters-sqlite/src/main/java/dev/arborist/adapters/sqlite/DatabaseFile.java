package dev.arborist.adapters.sqlite;

import dev.arborist.application.port.out.StorageException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.sqlite.SQLiteErrorCode;

/**
 * The path of a database, checked as far as the file system can tell without opening the file.
 *
 * <p>Opening and closing a database file other than through SQLite drops the locks that SQLite
 * holds on it for this process, and acknowledged work is lost. So a file is judged by its
 * attributes and by what SQLite says of it, never by its bytes.
 */
record DatabaseFile(Path path, DatabaseKind kind) {

  private static final int HEADER_BYTES = 100;

  /** The path at which a database is to be created; the directories above it are created. */
  static DatabaseFile forCreation(Path path, DatabaseKind kind) {
    Path absolute = path.toAbsolutePath();
    Path directory = absolute.getParent();
    Path name = absolute.getFileName();
    try {
      if (directory == null || name == null || Files.isDirectory(absolute)) {
        throw new StorageException(absolute + " is a directory: name a file in it");
      }
      if (Files.exists(absolute, LinkOption.NOFOLLOW_LINKS)) {
        throw new DatabaseFile(absolute, kind).existsAlready();
      }
      Path place = Files.createDirectories(directory).toRealPath().resolve(name);
      requireNoLeftovers(place);
      return new DatabaseFile(place, kind);
    } catch (IOException e) {
      throw cannotCreate(absolute, e);
    }
  }

  /** SQLite would play an old log into the new file. */
  private static void requireNoLeftovers(Path place) {
    for (String suffix : new String[] {"-wal", "-shm", "-journal"}) {
      Path leftover = place.resolveSibling(place.getFileName() + suffix);
      if (Files.exists(leftover, LinkOption.NOFOLLOW_LINKS)) {
        throw new StorageException(
            leftover
                + " is left of another database and would be played into a new one: remove it, or"
                + " choose another path");
      }
    }
  }

  StorageException existsAlready() {
    return new StorageException(
        path + " exists already: use it, or choose another path for a new " + kind.noun());
  }

  static StorageException cannotCreate(Path path, IOException e) {
    return new StorageException(
        "cannot create " + path + ": " + reason(e) + "; choose a path that can be written", e);
  }

  /** The path at which a database is expected. */
  static DatabaseFile existing(Path path, DatabaseKind kind) {
    Path absolute = path.toAbsolutePath();
    String noun = kind.noun();
    try {
      Path real = absolute.toRealPath();
      if (Files.isDirectory(real)) {
        throw new StorageException(
            absolute + " is a directory, not a " + noun + ": name the " + noun + "'s file in it");
      }
      if (!Files.isRegularFile(real)) { // SQLite would wait for whoever feeds a pipe
        throw new StorageException(
            absolute + " is a device or a pipe, not a " + noun + ": choose another path");
      }
      if (Files.size(real) == 0) {
        throw new StorageException(
            absolute
                + " is an empty file, not a "
                + noun
                + ": remove it, then "
                + kind.beginning());
      }
      if (Files.size(real) < HEADER_BYTES) { // SQLite would take it for an empty database
        throw new StorageException(absolute + noDatabase(kind));
      }
      LocalDisk.require(real, kind);
      return new DatabaseFile(real, kind);
    } catch (NoSuchFileException e) {
      throw new StorageException(
          "there is no " + noun + " at " + absolute + ": " + kind.beginning(), e);
    } catch (IOException e) {
      throw cannotLook(absolute, e);
    }
  }

  /**
   * What is at the path: two values are equal while it is the same file; nothing when none is
   * there, or the file system cannot tell files apart.
   */
  Optional<Object> identity() {
    try {
      return Optional.ofNullable(Files.readAttributes(path, BasicFileAttributes.class).fileKey());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw cannotLook(path, e);
    }
  }

  private static StorageException cannotLook(Path path, IOException e) {
    if (e instanceof AccessDeniedException) {
      return new StorageException(
          "cannot look at "
              + path
              + ": access is denied; check its permissions and those of the directories above",
          e);
    }
    return new StorageException(
        "cannot look at " + path + ": " + reason(e) + "; check its permissions", e);
  }

  private static String noDatabase(DatabaseKind kind) {
    return " is not a " + kind.noun() + ": it is no SQLite database at all; choose another path";
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "access is denied at " + e.getMessage();
    }
    if (e instanceof FileAlreadyExistsException) {
      return e.getMessage() + " is not a directory";
    }
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }

  /**
   * Refuses whatever is not of this kind, without a trace: an immutable connection neither locks
   * nor checkpoints, so that another program's write-ahead log stays as it is.
   *
   * <p>Safe also while this process has the file open: SQLite keeps account of every connection
   * that it opened itself, and puts off closing a descriptor while the process holds a lock.
   *
   * @return the version of its schema
   */
  int requireKind() {
    try {
      return requireKindThrough(Connections.immutable(this));
    } catch (SQLException e) {
      if (SqliteFailures.code(e) == SQLiteErrorCode.SQLITE_NOTADB) {
        throw new StorageException(path + noDatabase(kind), e);
      }
      if (SqliteFailures.code(e) != SQLiteErrorCode.SQLITE_CORRUPT) {
        throw SqliteFailures.translate("look at " + path, e);
      }
      return requireKindUnderLock();
    }
  }

  /**
   * Without a lock a file that is being checkpointed looks damaged, so it is looked at again with
   * one.
   */
  private int requireKindUnderLock() {
    try {
      return requireKindThrough(Connections.readOnly(this));
    } catch (SQLException e) {
      throw SqliteFailures.translate("look at " + path, e);
    }
  }

  private int requireKindThrough(Connection opened) throws SQLException {
    try (Connection connection = opened) {
      int applicationId = Connections.intPragma(connection, "application_id");
      if (applicationId != kind.applicationId()) {
        throw new StorageException(
            path
                + " is "
                + owner(applicationId)
                + ", not a "
                + kind.noun()
                + ": choose another path");
      }
      int version = Connections.intPragma(connection, "user_version");
      Schema.requireKnownVersion(this, version);
      return version;
    }
  }

  private static String owner(int applicationId) {
    for (DatabaseKind kind : DatabaseKind.values()) {
      if (kind.applicationId() == applicationId) {
        return "a " + kind.noun();
      }
    }
    return "another program's SQLite database";
  }

  /** The JDBC address with SQLite's options. */
  String url(String options) {
    return "jdbc:sqlite:" + address(options);
  }

  /** SQLite's address of the file with options; the path is encoded so that no character is one. */
  String address(String options) {
    return "file:" + path.toUri().getRawPath() + "?" + options;
  }
}
