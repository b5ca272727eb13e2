package dev.arborist.adapters.sqlite.planted;

import java.sql.Connection;
import java.sql.SQLException;

/** Planted: only a session leaves the driver's autocommit mode. */
public final class LeavesAutocommit {

  private LeavesAutocommit() {}

  static void look(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
  }
}
