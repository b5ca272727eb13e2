package dev.arborist.adapters.sql;

import java.sql.SQLException;

/** An SQLException on its way through a unit of work, which declares none. */
public final class SqlException extends RuntimeException {

  /** Wraps it. */
  public SqlException(SQLException cause) {
    super(cause.getMessage(), cause);
  }
}
