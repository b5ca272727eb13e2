package dev.arborist.adapters.sqlite.history;

import dev.arborist.adapters.sql.Session;
import dev.arborist.adapters.sqlite.DatabaseKind;
import dev.arborist.adapters.sqlite.SqliteDatabase;
import dev.arborist.testkit.history.SavedRows;
import java.nio.file.Path;
import org.jdbi.v3.core.Handle;

/** What is asked of and done to a history's file past the history. */
final class HistoryFiles {

  private HistoryFiles() {}

  static SavedRows rows(Path file) {
    return new SavedRows(
        count(file, "run"), count(file, "document"), count(file, "result"), count(file, "pin"));
  }

  private static int count(Path file, String table) {
    return number(file, "SELECT count(*) FROM " + table);
  }

  static int number(Path file, String sql) {
    try (SqliteDatabase database = SqliteDatabase.open(file, DatabaseKind.HISTORY)) {
      return database.read(session -> number(session, sql));
    }
  }

  static int number(Session session, String sql) {
    return session.handle().select(sql).mapTo(Integer.class).one();
  }

  static void execute(Path file, String sql) {
    try (SqliteDatabase database = SqliteDatabase.open(file, DatabaseKind.HISTORY)) {
      database.write(
          session -> {
            Handle handle = session.handle();
            return handle.execute(sql);
          });
    }
  }
}
