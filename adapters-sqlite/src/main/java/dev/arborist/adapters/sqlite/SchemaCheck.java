package dev.arborist.adapters.sqlite;

import dev.arborist.application.port.out.StorageException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * Tells whether a database holds the tables and indexes that its version creates, and nothing else.
 *
 * <p>Statements would obey a trigger or a view that somebody has put into a queue: tasks would be
 * lost, or completed by nobody. Every connection to a queue looks for that when it is opened, which
 * takes 25 to 50 µs. A checksum is enough: whoever can forge it can write to the tasks themselves.
 */
final class SchemaCheck {

  /** The text of what was created by SQL; SQLite makes its own tables as it needs them. */
  private static final String CREATED =
      """
      SELECT name, sql, type FROM sqlite_schema
       WHERE sql IS NOT NULL AND name NOT IN ('sqlite_sequence', 'sqlite_stat1', 'sqlite_stat4')
       ORDER BY name, type
      """;

  private static final String CREATED_AS_ONE_TEXT =
      "SELECT group_concat(sql, char(10)) FROM (" + CREATED + ")";

  /** Of the text that the scripts of a queue create. */
  static final long QUEUE_CHECKSUM = 0x57EB_41C7L;

  private static final String UNSHOWABLE = "[^ -~]";
  private static final int NAME_MAX = 60;

  private SchemaCheck() {}

  /** Refuses a queue that is not as this program makes them. */
  static void requireOurs(DatabaseFile file, Connection connection) throws SQLException {
    Optional<String> difference = difference(file.kind(), connection);
    if (difference.isPresent()) {
      Schema.requireKnownVersion(file, Connections.intPragma(connection, "user_version"));
      throw refusal(file, difference.get());
    }
  }

  /** Refuses a database that is not as programs of its version made them. */
  static void requireAsOf(int version, DatabaseFile file, Connection connection)
      throws SQLException {
    Optional<String> difference = difference(file.kind(), version, connection);
    if (difference.isPresent()) {
      throw refusal(file, difference.get());
    }
  }

  private static StorageException refusal(DatabaseFile file, String difference) {
    return new StorageException(
        file.path()
            + " is not as a "
            + file.kind().noun()
            + " is made: "
            + difference
            + "; undo that, or restore a backup");
  }

  /** What is not as it is in a queue of the latest version, or nothing. */
  static Optional<String> difference(DatabaseKind kind, Connection connection) throws SQLException {
    return checksum(connection) == QUEUE_CHECKSUM
        ? Optional.empty()
        : difference(kind, kind.scripts().size(), connection);
  }

  static long checksum(Connection connection) throws SQLException {
    CRC32 checksum = new CRC32();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(CREATED_AS_ONE_TEXT)) {
      String text = rows.getString(1); // null when there is nothing
      checksum.update(String.valueOf(text).getBytes(StandardCharsets.UTF_8));
    }
    return checksum.getValue();
  }

  private static Optional<String> difference(DatabaseKind kind, int version, Connection connection)
      throws SQLException {
    Map<String, String> is = created(connection);
    try (Connection memory = Connections.inMemory();
        Statement statement = memory.createStatement()) {
      Schema.apply(statement, kind, 0, version);
      for (Map.Entry<String, String> ours : created(memory).entrySet()) {
        String sql = is.remove(ours.getKey());
        if (sql == null) {
          return Optional.of(ours.getKey() + " is missing");
        }
        if (!sql.equals(ours.getValue())) {
          return Optional.of(ours.getKey() + " is another than that of a " + kind.noun());
        }
      }
    }
    return is.keySet().stream().findFirst().map(extra -> extra + " does not belong to it");
  }

  /** What is there, such as {@code the table task}, with its text. */
  private static Map<String, String> created(Connection connection) throws SQLException {
    Map<String, String> created = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(CREATED)) {
      while (rows.next()) {
        String name = rows.getString(1).replaceAll(UNSHOWABLE, "?");
        String shown = name.substring(0, Math.min(name.length(), NAME_MAX));
        created.put("the " + rows.getString(3) + " " + shown, rows.getString(2));
      }
    }
    return created;
  }
}
