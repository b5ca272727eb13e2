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

/**
 * The tables of each kind of database, in numbered scripts; {@code user_version} says how many were
 * applied.
 */
final class Schema {

  private Schema() {}

  /** The resources beside this class, in the order in which they are applied. */
  static List<String> scripts(DatabaseKind kind) {
    return switch (kind) {
      case QUEUE ->
          List.of(
              "schema/V001__tasks.sql",
              "schema/V002__history_and_queries.sql",
              "schema/V003__source_in_claim_order.sql");
      case HISTORY -> List.of("history/schema/V001__runs.sql");
    };
  }

  static void create(DatabaseFile file) {
    NewFile.build(
        file,
        part -> {
          try (Connection connection = Connections.creator(part);
              Statement statement = connection.createStatement()) {
            statement.executeUpdate("BEGIN IMMEDIATE");
            statement.executeUpdate("PRAGMA application_id = " + file.kind().applicationId());
            apply(statement, file.kind(), 0, scripts(file.kind()).size());
            statement.executeUpdate("COMMIT");
            NewFile.putOnDisk(connection);
          }
        });
  }

  /** Brings tables of one version, none at all being version 0, to a later one. */
  static void apply(Statement statement, DatabaseKind kind, int version, int later)
      throws SQLException {
    for (String script : scripts(kind).subList(version, later)) {
      statement.executeUpdate(read(script));
    }
    statement.executeUpdate("PRAGMA user_version = " + later);
  }

  /**
   * Brings an older database up to date in one transaction; another process may have done so
   * already.
   */
  static void upgrade(DatabaseFile file, int seenVersion) {
    if (seenVersion == scripts(file.kind()).size()) {
      return;
    }
    try (Connection connection = Connections.upkeep(file);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("BEGIN IMMEDIATE");
      int version = Connections.intPragma(connection, "user_version");
      requireKnownVersion(file, version);
      SchemaCheck.requireAsOf(version, file, connection);
      apply(statement, file.kind(), version, scripts(file.kind()).size());
      statement.executeUpdate("COMMIT");
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    } catch (SQLException e) {
      throw SqliteFailures.translate("bring " + file.path() + " up to date", e);
    }
  }

  static void requireKnownVersion(DatabaseFile file, int version) {
    int known = scripts(file.kind()).size();
    if (version < 1 || version > known) {
      throw new StorageException(
          file.path()
              + " is a "
              + file.kind().noun()
              + " of version "
              + version
              + ", and this program knows version "
              + known
              + ": use the program that it belongs to");
    }
  }

  private static String read(String script) {
    try (InputStream in = Schema.class.getResourceAsStream(script)) {
      if (in == null) {
        throw new IllegalStateException("the schema script " + script + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
