package dev.arborist.adapters.postgres;

import dev.arborist.adapters.sql.SqlException;

/**
 * Another unit of work looks for a cycle: this one is to be run again, and to wait for it first.
 */
final class GuardIsLockedException extends RuntimeException {

  GuardIsLockedException(SqlException cause) {
    super(cause.getMessage(), cause);
  }
}
