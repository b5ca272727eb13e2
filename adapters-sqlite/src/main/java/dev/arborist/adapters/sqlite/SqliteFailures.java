package dev.arborist.adapters.sqlite;

import dev.arborist.adapters.sql.SqlException;
import dev.arborist.application.port.out.StorageException;
import dev.arborist.application.port.out.UnknownOutcomeException;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.RefusedException;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Says in one line what an SQLite failure means and what to do. */
final class SqliteFailures {

  private static final int PRIMARY_CODE = 0xFF;

  private static final String LOG_NEEDS_WRITING =
      "write-ahead log needs write permission on the file and its directory, also to read;"
          + " check both, and that the disk is not mounted read-only";

  private SqliteFailures() {}

  /** The primary result code; the driver's SQLState is always null. */
  static @Nullable SQLiteErrorCode code(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLiteException sqlite) {
        return SQLiteErrorCode.getErrorCode(sqlite.getResultCode().code & PRIMARY_CODE);
      }
    }
    return null;
  }

  /** Whether the store has failed, and not the work that it was given. */
  static boolean isOfStore(Throwable failure) {
    return failure instanceof SqlException
        || failure instanceof JdbiException
        || failure instanceof SQLException;
  }

  /** Whether another connection held a lock for too long. */
  static boolean isBusy(Throwable failure) {
    return code(failure) == SQLiteErrorCode.SQLITE_BUSY;
  }

  /** Whether the file itself is damaged. */
  static boolean isDamage(Throwable failure) {
    SQLiteErrorCode code = code(failure);
    return code == SQLiteErrorCode.SQLITE_CORRUPT || code == SQLiteErrorCode.SQLITE_NOTADB;
  }

  /**
   * Whether the connection, and every statement prepared on it, is still good after the failure.
   */
  static boolean leavesConnectionUsable(Throwable failure) {
    SQLiteErrorCode code = code(failure);
    return code == SQLiteErrorCode.SQLITE_BUSY || code == SQLiteErrorCode.SQLITE_CONSTRAINT;
  }

  /** Whether the connection is good for another transaction after one that ended so. */
  static boolean keepsConnection(Throwable failure) {
    return !(failure instanceof Error) && (!isOfStore(failure) || leavesConnectionUsable(failure));
  }

  /** The failure of a commit: refused, or nobody knows what became of it. */
  static StorageException commitFailure(String what, Throwable failure) {
    StorageException refused = storageFailure(what, failure);
    return leavesConnectionUsable(failure) ? refused : new UnknownOutcomeException(refused);
  }

  /** The failure as the application knows it: the caller's input, or the store. */
  static RuntimeException translate(String what, Throwable failure) {
    String message = sqliteMessage(failure);
    for (String field : List.of("payload", "result", "document")) {
      if (message.contains(field + "_is_json")) {
        return new InvalidInputException(
            "the " + field + " is not JSON: give a JSON value, a text in quotes", failure);
      }
    }
    if (message.contains("task.idempotency_key")) {
      return new RefusedException(
          "another task of the queue has this idempotency key: give another");
    }
    return storageFailure(what, failure);
  }

  static String sqliteMessage(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLiteException) {
        return String.valueOf(cause.getMessage());
      }
    }
    return "";
  }

  /** The failure as one of the store. */
  static StorageException storageFailure(String what, Throwable failure) {
    SQLiteErrorCode code = code(failure);
    if (code == null) {
      return new StorageException("cannot " + what + ": " + innermost(failure), failure);
    }
    String advice =
        switch (code) {
          case SQLITE_BUSY ->
              "another process kept it locked for "
                  + Connections.BUSY_TIMEOUT_MILLIS / 1_000
                  + " seconds; try again";
          case SQLITE_FULL -> "the disk is full; make room and try again";
          case SQLITE_READONLY -> "SQLite's " + LOG_NEEDS_WRITING;
          case SQLITE_CANTOPEN ->
              "SQLite cannot open the file or one beside it; its " + LOG_NEEDS_WRITING;
          case SQLITE_PERM, SQLITE_AUTH -> "access is denied; check the file's permissions";
          case SQLITE_CORRUPT, SQLITE_NOTADB -> "the file is damaged; restore it from a backup";
          case SQLITE_IOERR -> "the disk failed (" + innermost(failure) + ")";
          default -> innermost(failure);
        };
    return new StorageException("cannot " + what + ": " + advice, failure);
  }

  /** What the driver says, without what JDBI wraps around it. */
  private static String innermost(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message = cause.getMessage();
    return message == null ? cause.toString() : message.lines().findFirst().orElse("");
  }
}
