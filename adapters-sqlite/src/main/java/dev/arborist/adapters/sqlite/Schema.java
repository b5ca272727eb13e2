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

  static void create(DatabaseFile file) {
    create(file, List.of());
  }

  /** Creates a database; the statements fill its tables, in the same transaction. */
  static void create(DatabaseFile file, List<String> statements) {
    LocalDisk.require(file.path(), file.kind());
    NewFile.build(
        file,
        part -> {
          try (Connection connection = Connections.creator(part);
              Statement statement = connection.createStatement()) {
            statement.executeUpdate("BEGIN IMMEDIATE");
            statement.executeUpdate("PRAGMA application_id = " + file.kind().applicationId());
            apply(statement, file.kind(), 0, file.kind().scripts().size());
            for (String filling : statements) {
              statement.executeUpdate(filling);
            }
            statement.executeUpdate("COMMIT");
            NewFile.putOnDisk(connection);
          }
        });
  }

  /** Brings tables of one version, none at all being version 0, to a later one. */
  static void apply(Statement statement, DatabaseKind kind, int version, int later)
      throws SQLException {
    for (String script : kind.scripts().subList(version, later)) {
      statement.executeUpdate(read(script));
    }
    statement.executeUpdate("PRAGMA user_version = " + later);
  }

  /**
   * Brings an older database up to date in one transaction; another process may have done so
   * already.
   */
  static void upgrade(DatabaseFile file, int seenVersion) {
    if (seenVersion == file.kind().scripts().size()) {
      return;
    }
    try (Connection connection = Connections.upkeep(file);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("BEGIN IMMEDIATE");
      int version = Connections.intPragma(connection, "user_version");
      requireKnownVersion(file, version);
      SchemaCheck.requireAsOf(version, file, connection);
      apply(statement, file.kind(), version, file.kind().scripts().size());
      statement.executeUpdate("COMMIT");
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    } catch (SQLException e) {
      throw SqliteFailures.translate("bring " + file.path() + " up to date", e);
    }
  }

  static void requireKnownVersion(DatabaseFile file, int version) {
    int known = file.kind().scripts().size();
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
