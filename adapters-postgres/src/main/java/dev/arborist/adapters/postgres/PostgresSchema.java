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
import java.util.OptionalInt;

/**
 * The tables of one kind, made by numbered scripts, in a schema that holds nothing but ours: a
 * queue, a history, or both.
 */
final class PostgresSchema {

  /** Of the locks that are taken by number, those of this program. */
  private static final int LOCKS = 0x61_72_62_6f;

  private final SchemaKind kind;
  private final PostgresAddress address;
  private final Connection connection;

  PostgresSchema(SchemaKind kind, PostgresAddress address, Connection connection) {
    this.kind = kind;
    this.address = address;
    this.connection = connection;
  }

  /**
   * Creates the tables; of several who do so at once, one does and the others are told.
   *
   * @param filling a statement that fills them
   */
  void create(String filling) throws SQLException {
    lock();
    if (version().isPresent()) {
      throw new StorageException("there is a " + kind.noun() + " already at " + address);
    }
    createTables();
    execute(filling);
    connection.commit();
  }

  /**
   * Creates the tables unless they are there, and brings older ones up to date; of several who do
   * so at once, one does.
   *
   * @return whether they were created
   */
  boolean createIfMissing() throws SQLException {
    lock();
    boolean missing = version().isEmpty();
    if (missing) {
      createTables();
    } else {
      apply(requireKnown());
    }
    connection.commit();
    return missing;
  }

  private void createTables() throws SQLException {
    requireUnicode();
    if (!any("SELECT 1 FROM pg_namespace WHERE nspname = ?", address.schema())) {
      execute("CREATE SCHEMA \"" + address.schema() + "\"");
    } else if (holdsAnything() && !holdsOurs()) {
      throw new StorageException(
          "the schema '"
              + address.schema()
              + "' exists and holds no "
              + kind.noun()
              + ": name another with ?schema=NAME");
    }
    apply(0);
  }

  /** Elsewhere texts are looked for byte by byte, or cannot be kept at all. */
  private void requireUnicode() throws SQLException {
    String encoding = text("SHOW server_encoding");
    if (!encoding.equals("UTF8")) {
      throw new StorageException(
          "the database '"
              + address.database()
              + "' keeps texts as "
              + encoding
              + ", in which not all are found again: use one that was created with ENCODING 'UTF8'"
              + " TEMPLATE template0");
    }
  }

  private String text(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  /** Brings older tables up to date; another process may have done so already. */
  void upgrade() throws SQLException {
    if (requireKnown() < kind.scripts().size()) {
      lock();
      apply(requireKnown());
    }
    connection.commit();
  }

  /**
   * As {@link #upgrade}, where there need be no tables yet.
   *
   * @return whether there are
   * @throws StorageException also when the schema is there and closed to this user, who cannot know
   */
  boolean upgradeIfThere() throws SQLException {
    boolean there = version().isPresent();
    if (there) {
      upgrade();
    } else if (any(
        "SELECT 1 FROM pg_namespace WHERE nspname = ?"
            + " AND NOT has_schema_privilege(oid, 'USAGE')",
        address.schema())) {
      throw new StorageException(
          "this user may not use the schema '" + address.schema() + "': grant USAGE on it");
    }
    connection.commit();
    return there;
  }

  private int requireKnown() throws SQLException {
    int version = version().orElseThrow(this::noQueue);
    int known = kind.scripts().size();
    if (version < 1 || version > known) {
      throw new StorageException(
          address
              + " is a "
              + kind.noun()
              + " of version "
              + version
              + ", and this program knows version "
              + known
              + ": use the program that it belongs to");
    }
    return version;
  }

  private StorageException noQueue() {
    return new StorageException(
        "there is no queue at "
            + address
            + " that this user may use: create one with arborist init, or grant USAGE on its"
            + " schema");
  }

  /** The version of what is there, if anything is. */
  private OptionalInt version() throws SQLException {
    if (!isThere(kind)) {
      return OptionalInt.empty();
    }
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT version FROM " + kind.versionTable())) {
      return rows.next() ? OptionalInt.of(rows.getInt(1)) : OptionalInt.empty();
    }
  }

  /**
   * Looks into the catalogue itself: functions such as to_regclass go by a cache, in which a table
   * that was looked for before is still missing when another has created it meanwhile.
   */
  private boolean isThere(SchemaKind some) throws SQLException {
    return any(
        "SELECT 1 FROM pg_class WHERE relname = ? AND pg_table_is_visible(oid)",
        some.versionTable());
  }

  private boolean holdsOurs() throws SQLException {
    for (SchemaKind some : SchemaKind.values()) {
      if (isThere(some)) {
        return true;
      }
    }
    return false;
  }

  private boolean holdsAnything() throws SQLException {
    return any(
        "SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
            + " WHERE n.nspname = ? LIMIT 1",
        address.schema());
  }

  private boolean any(String sql, String name) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, name);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  private void lock() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT pg_advisory_xact_lock(?, ?)")) {
      statement.setInt(1, LOCKS);
      statement.setInt(2, address.schema().hashCode());
      statement.execute();
    }
  }

  private void apply(int version) throws SQLException {
    int known = kind.scripts().size();
    for (String script : kind.scripts().subList(version, known)) {
      execute(read(script));
    }
    if (version < known) {
      execute("DELETE FROM " + kind.versionTable());
      execute("INSERT INTO " + kind.versionTable() + " VALUES (" + known + ")");
    }
  }

  private void execute(String sql) throws SQLException {
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
