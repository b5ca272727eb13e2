package dev.arborist.adapters.sqlite;

import dev.arborist.application.port.out.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The tables of a queue, in numbered scripts; {@code user_version} says how many were applied. */
final class Schema {

  /** In the order in which they are applied. */
  static final List<String> SCRIPTS =
      List.of(
          "V001__tasks.sql", "V002__history_and_queries.sql", "V003__source_in_claim_order.sql");

  private Schema() {}

  static void create(QueueFile file) {
    NewFile.build(
        file,
        part -> {
          try (Connection connection = Connections.creator(part);
              Statement statement = connection.createStatement()) {
            statement.executeUpdate("BEGIN IMMEDIATE");
            statement.executeUpdate("PRAGMA application_id = " + QueueFile.APPLICATION_ID);
            apply(statement, 0);
            statement.executeUpdate("COMMIT");
            NewFile.putOnDisk(connection);
          }
        });
  }

  private static void apply(Statement statement, int version) throws SQLException {
    for (String script : SCRIPTS.subList(version, SCRIPTS.size())) {
      statement.executeUpdate(read(script));
    }
    statement.executeUpdate("PRAGMA user_version = " + SCRIPTS.size());
  }

  /**
   * Brings an older queue up to date in one transaction; another process may have done so already.
   */
  static void upgrade(QueueFile file, int seenVersion) {
    if (seenVersion == SCRIPTS.size()) {
      return;
    }
    try (Connection connection = Connections.upkeep(file);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("BEGIN IMMEDIATE");
      int version = Connections.intPragma(connection, "user_version");
      requireKnownVersion(file, version);
      apply(statement, version);
      statement.executeUpdate("COMMIT");
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    } catch (SQLException e) {
      throw SqliteFailures.translate("bring " + file.path() + " up to date", e);
    }
  }

  static void requireKnownVersion(QueueFile file, int version) {
    if (version < 1 || version > SCRIPTS.size()) {
      throw new StorageException(
          file.path()
              + " is a queue of version "
              + version
              + ", and this program knows version "
              + SCRIPTS.size()
              + ": use the program that it belongs to");
    }
  }

  private static String read(String script) {
    try (InputStream in = Schema.class.getResourceAsStream("schema/" + script)) {
      if (in == null) {
        throw new IllegalStateException("the schema script " + script + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
