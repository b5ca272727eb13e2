package dev.arborist.adapters.sqlite.planted;

import java.sql.Connection;
import java.sql.SQLException;

/** Planted: transactions are begun and ended by SQL. */
public final class CommitsByTheDriver {

  private CommitsByTheDriver() {}

  static void look(Connection connection) throws SQLException {
    connection.commit();
  }
}
