package dev.arborist.adapters.sqlite.history;

import dev.arborist.adapters.sqlite.DatabaseKind;
import dev.arborist.adapters.sqlite.SqliteDatabase;
import java.nio.file.Path;
import org.jdbi.v3.core.Handle;

/** How many rows each table of a history has. */
record Rows(int runs, int documents, int results, int pins) {

  static Rows in(Path file) {
    try (SqliteDatabase database = SqliteDatabase.open(file, DatabaseKind.HISTORY)) {
      return database.read(
          handle ->
              new Rows(
                  count(handle, "run"),
                  count(handle, "document"),
                  count(handle, "result"),
                  count(handle, "pin")));
    }
  }

  private static int count(Handle handle, String table) {
    return handle.select("SELECT count(*) FROM " + table).mapTo(Integer.class).one();
  }
}
