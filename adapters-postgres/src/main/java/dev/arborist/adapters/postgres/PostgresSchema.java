package dev.arborist.adapters.postgres;

import dev.arborist.application.port.out.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.OptionalInt;

/** The tables of a queue in a schema of their own, in numbered scripts. */
final class PostgresSchema {

  private static final List<String> SCRIPTS = List.of("schema/V001__queue.sql");

  /** Of the locks that are taken by number, those of this program. */
  private static final int LOCKS = 0x61_72_62_6f;

  private PostgresSchema() {}

  /** Creates the tables; of several who do so at once, one does and the others are told. */
  static void create(PostgresAddress address, Connection connection) throws SQLException {
    lock(connection, address);
    if (version(connection).isPresent()) {
      throw new StorageException("there is a queue already at " + address);
    }
    if (!exists(connection, address)) {
      execute(connection, "CREATE SCHEMA \"" + address.schema() + "\"");
    } else if (holdsAnything(connection, address)) {
      throw new StorageException(
          "the schema '"
              + address.schema()
              + "' exists and holds no queue: name another with ?schema=NAME");
    }
    apply(connection, 0);
    connection.commit();
  }

  /** Brings an older queue up to date; another process may have done so already. */
  static void upgrade(PostgresAddress address, Connection connection) throws SQLException {
    if (requireKnown(address, connection) < SCRIPTS.size()) {
      lock(connection, address);
      apply(connection, requireKnown(address, connection));
    }
    connection.commit();
  }

  private static int requireKnown(PostgresAddress address, Connection connection)
      throws SQLException {
    int version = version(connection).orElseThrow(() -> noQueue(address));
    if (version < 1 || version > SCRIPTS.size()) {
      throw new StorageException(
          address
              + " is a queue of version "
              + version
              + ", and this program knows version "
              + SCRIPTS.size()
              + ": use the program that it belongs to");
    }
    return version;
  }

  private static StorageException noQueue(PostgresAddress address) {
    return new StorageException(
        "there is no queue at "
            + address
            + " that this user may use: create one with arborist init, or grant USAGE on its"
            + " schema");
  }

  /** The version of the queue that is there, if any is. */
  static OptionalInt version(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      try (ResultSet table =
          statement.executeQuery("SELECT to_regclass('queue_version') IS NOT NULL")) {
        if (!table.next() || !table.getBoolean(1)) {
          return OptionalInt.empty();
        }
      }
      try (ResultSet rows = statement.executeQuery("SELECT version FROM queue_version")) {
        return rows.next() ? OptionalInt.of(rows.getInt(1)) : OptionalInt.empty();
      }
    }
  }

  private static boolean exists(Connection connection, PostgresAddress address)
      throws SQLException {
    return any(connection, address, "SELECT 1 FROM pg_namespace WHERE nspname = ?");
  }

  private static boolean holdsAnything(Connection connection, PostgresAddress address)
      throws SQLException {
    return any(
        connection,
        address,
        "SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
            + " WHERE n.nspname = ? LIMIT 1");
  }

  private static boolean any(Connection connection, PostgresAddress address, String sql)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, address.schema());
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  private static void lock(Connection connection, PostgresAddress address) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT pg_advisory_xact_lock(?, ?)")) {
      statement.setInt(1, LOCKS);
      statement.setInt(2, address.schema().hashCode());
      statement.execute();
    }
  }

  private static void apply(Connection connection, int version) throws SQLException {
    for (String script : SCRIPTS.subList(version, SCRIPTS.size())) {
      execute(connection, read(script));
    }
    execute(connection, "DELETE FROM queue_version");
    execute(connection, "INSERT INTO queue_version VALUES (" + SCRIPTS.size() + ")");
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String read(String script) {
    try (InputStream in = PostgresSchema.class.getResourceAsStream(script)) {
      if (in == null) {
        throw new IllegalStateException("the schema script " + script + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
