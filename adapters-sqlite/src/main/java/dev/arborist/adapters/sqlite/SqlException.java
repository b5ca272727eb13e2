package dev.arborist.adapters.sqlite;

import java.sql.SQLException;

/** An SQLException on its way through a unit of work, which declares none. */
final class SqlException extends RuntimeException {

  SqlException(SQLException cause) {
    super(cause.getMessage(), cause);
  }
}
