package dev.arborist.adapters.postgres;

import dev.arborist.testkit.postgres.PostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The schemas of one test's histories, by what the test calls them. */
final class HistorySchemas {

  private final Map<String, String> schemas = new ConcurrentHashMap<>();

  private String schema(String name) {
    return schemas.computeIfAbsent(name, unseen -> PostgresServer.shared().newSchema());
  }

  PostgresAddress address(String name) {
    return Schemas.address(schema(name));
  }

  void execute(String name, String sql) {
    Schemas.execute(schema(name), sql);
  }

  int number(String name, String sql) {
    try (Connection connection =
            DriverManager.getConnection(
                PostgresServer.shared().url() + "&currentSchema=" + schema(name));
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getInt(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
