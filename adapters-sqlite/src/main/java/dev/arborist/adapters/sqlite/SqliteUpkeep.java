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

  private final QueueFile file;
  private final SqliteTaskStore store;
  private final Writer writer;

  SqliteUpkeep(QueueFile file, SqliteTaskStore store, Writer writer) {
    this.file = file;
    this.store = store;
    this.writer = writer;
  }

  /**
   * SQLite copies what is committed as of now into a file beside the target; the copy is checked,
   * written to the disk and then linked to its place.
   */
  @Override
  public void backup(Path target) {
    QueueFile place = QueueFile.forCreation(target);
    NewFile.build(
        place,
        part -> {
          try (Connection connection = Connections.outsideTransactions(file);
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

  @Override
  public List<String> verify() {
    return store.read(
        tx -> {
          try {
            return problems(((SqliteReads) tx).session().connection());
          } catch (SQLException e) {
            throw new SqlException(e);
          }
        });
  }

  private static List<String> problems(Connection connection) throws SQLException {
    List<String> problems = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      try (ResultSet rows = statement.executeQuery("PRAGMA integrity_check")) {
        while (rows.next()) {
          if (!rows.getString(1).equals(SOUND)) {
            problems.add(rows.getString(1).lines().findFirst().orElse("unknown damage"));
          }
        }
      }
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
    return problems;
  }
}
