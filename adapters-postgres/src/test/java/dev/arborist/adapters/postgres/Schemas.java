package dev.arborist.adapters.postgres;

import dev.arborist.testkit.postgres.PostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Empty queues on the shared server. To create one takes a server longer than most tests do, so
 * whoever is done with one may give it back.
 */
final class Schemas {

  private static final String EMPTY =
      """
      DELETE FROM dependency; DELETE FROM task_text; DELETE FROM event; DELETE FROM task;
      DELETE FROM specification; DELETE FROM unit;
      UPDATE counted_status SET tasks = 0, priority_sum = 0; UPDATE counted SET units = 0;
      ALTER SEQUENCE task_number RESTART; ALTER SEQUENCE event_sequence RESTART
      """;

  private static final Deque<String> FREE = new ArrayDeque<>();

  private Schemas() {}

  /** The address of a new, empty queue. */
  static PostgresAddress fresh() {
    PostgresAddress address = address(PostgresServer.shared().newSchema());
    PostgresQueue.create(address);
    return address;
  }

  static PostgresAddress address(String schema) {
    return PostgresAddress.parse(PostgresServer.shared().address(schema), name -> null);
  }

  /** The address of an empty queue, which may have served before. */
  static PostgresAddress lend() {
    String free;
    synchronized (FREE) {
      free = FREE.poll();
    }
    if (free == null) {
      return fresh();
    }
    execute(free, EMPTY);
    return address(free);
  }

  static void giveBack(PostgresAddress address) {
    synchronized (FREE) {
      if (FREE.contains(address.schema())) {
        throw new IllegalStateException(address + " has been given back already");
      }
      FREE.add(address.schema());
    }
  }

  /** Does something behind the back of the store. */
  static void execute(String schema, String sql) {
    try (Connection connection =
            DriverManager.getConnection(
                PostgresServer.shared().url() + "&currentSchema=" + schema);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
