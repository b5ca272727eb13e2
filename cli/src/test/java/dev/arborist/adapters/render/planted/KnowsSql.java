package dev.arborist.adapters.render.planted;

import java.sql.Connection;
import java.sql.SQLException;

/** Planted: only the store knows SQL. */
public final class KnowsSql {

  private KnowsSql() {}

  static void look(Connection connection) throws SQLException {
    connection.close();
  }
}
