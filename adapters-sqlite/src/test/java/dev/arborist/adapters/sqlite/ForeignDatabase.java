package dev.arborist.adapters.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;

/** Another program that has its own SQLite database open, its last change still in the log. */
final class ForeignDatabase {

  private ForeignDatabase() {}

  public static void main(String[] arguments) throws Exception {
    String url = "jdbc:sqlite:" + Path.of(arguments[0]);
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = WAL");
      statement.execute("PRAGMA wal_autocheckpoint = 0");
      statement.execute("CREATE TABLE theirs (x)");
      statement.execute("INSERT INTO theirs VALUES (1)");
      System.out.println("ready");
      System.in.read();
    }
  }
}
