package dev.arborist.adapters.sqlite;

import dev.arborist.application.port.out.StorageException;
import dev.arborist.application.port.out.StoreUpkeep;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Copies, compacts and checks the file, always through SQLite. */
final class SqliteUpkeep implements StoreUpkeep {

  private static final String SOUND = "ok";

  private final DatabaseFile file;
  private final Writer writer;

  SqliteUpkeep(DatabaseFile file, Writer writer) {
    this.file = file;
    this.writer = writer;
  }

  /**
   * SQLite copies what is committed as of now into a file beside the target; the copy is checked,
   * written to the disk and then linked to its place.
   */
  @Override
  public void backup(Path target) {
    DatabaseFile place = DatabaseFile.forCreation(target, DatabaseKind.QUEUE);
    NewFile.build(
        place,
        part -> {
          try (Connection connection = Connections.upkeep(file);
              PreparedStatement copy = connection.prepareStatement("VACUUM INTO ?")) {
            copy.setString(1, part.path().toString());
            copy.executeUpdate();
          }
          try (Connection connection = Connections.creator(part)) {
            List<String> problems = problems(connection);
            if (!problems.isEmpty()) {
              throw new StorageException(
                  "the backup of "
                      + file.path()
                      + " is damaged: "
                      + problems.get(0)
                      + "; run doctor on the queue");
            }
            NewFile.putOnDisk(connection);
          }
        });
  }

  @Override
  public void compact() {
    writer.exclusively(Transactions::compact);
  }

  /** On a connection of its own: one that met damage is not to be used again. */
  @Override
  public List<String> verify() {
    try (Connection connection = Connections.upkeep(file)) {
      return problems(connection);
    } catch (SQLException e) {
      throw SqliteFailures.translate("examine " + file.path(), e);
    }
  }

  /** What SQLite finds; damage that it cannot read past is found too. */
  private static List<String> problems(Connection connection) throws SQLException {
    List<String> problems = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      SchemaCheck.difference(DatabaseKind.QUEUE, connection).ifPresent(problems::add);
      addBrokenPages(statement, problems);
      addBrokenReferences(statement, problems);
    } catch (SQLException e) {
      if (!SqliteFailures.isDamage(e)) {
        throw e;
      }
      problems.add("the check could not be finished: " + SqliteFailures.sqliteMessage(e));
    }
    return problems;
  }

  private static void addBrokenPages(Statement statement, List<String> problems)
      throws SQLException {
    try (ResultSet rows = statement.executeQuery("PRAGMA integrity_check")) {
      while (rows.next()) {
        if (!rows.getString(1).equals(SOUND)) {
          problems.add(rows.getString(1).lines().findFirst().orElse("unknown damage"));
        }
      }
    }
  }

  private static void addBrokenReferences(Statement statement, List<String> problems)
      throws SQLException {
    try (ResultSet rows = statement.executeQuery("PRAGMA foreign_key_check")) {
      while (rows.next()) {
        problems.add(
            "row "
                + rows.getLong(2)
                + " of "
                + rows.getString(1)
                + " refers to a missing "
                + rows.getString(3));
      }
    }
  }
}
