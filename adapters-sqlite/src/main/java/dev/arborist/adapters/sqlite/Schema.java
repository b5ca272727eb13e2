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

  private static final List<String> SCRIPTS = List.of("V001__tasks.sql");

  private Schema() {}

  /** Creates the tables; two that do so at once do it once, and the second is told. */
  static void create(QueueFile file) {
    try (Connection connection = Connections.creator(file)) {
      connection.setAutoCommit(false);
      if (Connections.intPragma(connection, "application_id") != 0) {
        throw new StorageException(file.path() + " exists already: it was created just now");
      }
      try (Statement statement = connection.createStatement()) {
        for (String script : SCRIPTS) {
          statement.executeUpdate(read(script));
        }
        statement.executeUpdate("PRAGMA application_id = " + QueueFile.APPLICATION_ID);
        statement.executeUpdate("PRAGMA user_version = " + SCRIPTS.size());
        connection.commit();
        connection.setAutoCommit(true);
        // Puts the header into the main file, where an immutable connection looks for it.
        statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
      }
    } catch (SQLException e) {
      throw SqliteFailures.translate("create " + file.path(), e);
    }
  }

  static void requireKnownVersion(QueueFile file, int version) {
    if (version != SCRIPTS.size()) {
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
