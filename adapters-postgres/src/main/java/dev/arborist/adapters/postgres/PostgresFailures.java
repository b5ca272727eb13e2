package dev.arborist.adapters.postgres;

import dev.arborist.adapters.sql.SqlException;
import dev.arborist.application.port.out.StorageException;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.RefusedException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import org.jdbi.v3.core.JdbiException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Says in one line what a failure means and what to do, without user or password. */
final class PostgresFailures {

  private static final String LOCKED = "55P03";

  /** Serialization failure, deadlock, lock not available: others were at the same rows. */
  private static final List<String> CONFLICTS = List.of("40001", "40P01", LOCKED);

  private static final String UNIQUE = "23505";
  private static final String REFERENCE = "23503";

  /** Whoever meets another one here draws the next number. */
  private static final List<String> NUMBERED =
      List.of("task_pkey", "event_pkey", "specification_pkey");

  /** The server is being shut down, has crashed, or is not up yet. */
  private static final List<String> RESTARTS = List.of("57P01", "57P02", "57P03");

  private PostgresFailures() {}

  /** Whether the store has failed, and not the work that it was given. */
  static boolean isOfStore(Throwable failure) {
    return failure instanceof SqlException
        || failure instanceof GuardIsLockedException
        || failure instanceof JdbiException
        || failure instanceof SQLException;
  }

  /** The SQLSTATE; empty when the failure has none. */
  static String state(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof PSQLException postgres && postgres.getSQLState() != null) {
        return postgres.getSQLState();
      }
    }
    return "";
  }

  /** Whether a lock was not to be had in time. */
  static boolean isLocked(Throwable failure) {
    return state(failure).equals(LOCKED);
  }

  /** Whether others were in the way, and will not be for ever. */
  static boolean isConflict(Throwable failure) {
    String state = state(failure);
    return CONFLICTS.contains(state)
        || (state.equals(UNIQUE) && NUMBERED.contains(constraint(failure)));
  }

  /** A row that others added or removed meanwhile: found or missed when the unit is run again. */
  static boolean isCrossing(Throwable failure) {
    String state = state(failure);
    return (state.equals(UNIQUE) && !NUMBERED.contains(constraint(failure)))
        || state.equals(REFERENCE);
  }

  /** Whether the connection is gone, or cannot be had. */
  static boolean isOfConnection(Throwable failure) {
    String state = state(failure);
    return state.startsWith("08") || RESTARTS.contains(state);
  }

  /** The failure as the application knows it: the caller's input, or the store. */
  static RuntimeException translate(String what, Throwable failure) {
    String constraint = constraint(failure);
    for (String field : List.of("payload", "result", "document")) {
      if (constraint.equals(field + "_is_json")) {
        return new InvalidInputException(
            "the " + field + " is not JSON: give a JSON value, a text in quotes", failure);
      }
    }
    if (constraint.equals("task_by_key")) {
      return new RefusedException(
          "another task of the queue has this idempotency key: give another");
    }
    return storageFailure(what, failure);
  }

  private static String constraint(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof PSQLException postgres) {
        ServerErrorMessage message = postgres.getServerErrorMessage();
        return message == null || message.getConstraint() == null ? "" : message.getConstraint();
      }
    }
    return "";
  }

  /** The failure as one of the store. */
  static StorageException storageFailure(String what, Throwable failure) {
    String state = state(failure);
    String advice =
        switch (state) {
          case "28P01", "28000" ->
              "the server refuses the user or the password; check the address, PGPASSWORD and"
                  + " .pgpass";
          case "3D000" -> "the server has no such database; create it, or name another";
          case "42501" -> "the user may not do this; grant the rights, or connect as another";
          case "53100" -> "the server's disk is full; make room and try again";
          case "53300" -> "the server has no connection to spare; close some, or raise its limit";
          case "25006" -> "the server only reads; connect to the primary one";
          case "40001", "40P01", LOCKED -> "others kept changing the same tasks; try again";
          default ->
              isOfConnection(failure) || isTimeout(failure)
                  ? "the server cannot be reached (" + words(failure) + "); check that it runs"
                  : words(failure);
        };
    return new StorageException("cannot " + what + ": " + advice, failure);
  }

  /** Whether the server did not give a connection for as long as anybody waits for one. */
  static boolean isTimeout(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLTransientConnectionException) {
        return true;
      }
    }
    return false;
  }

  /** What the driver says, without what is wrapped around it. */
  private static String words(Throwable failure) {
    Throwable last = failure;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      last = cause;
      if (cause instanceof PSQLException) {
        break;
      }
    }
    String message = last.getMessage();
    return message == null ? last.toString() : message.lines().findFirst().orElse("");
  }
}
