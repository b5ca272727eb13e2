package dev.arborist.adapters.sqlite.history;

import dev.arborist.adapters.sql.history.SqlRunHistory;
import dev.arborist.adapters.sqlite.DatabaseKind;
import dev.arborist.adapters.sqlite.SqliteDatabase;
import dev.arborist.application.port.out.RunHistory;
import dev.arborist.application.port.out.VerdictFormat;
import java.nio.file.Path;

/** Creates and opens histories of runs in SQLite files, fully durable. */
public final class SqliteRunHistory {

  private SqliteRunHistory() {}

  /**
   * Creates an empty history, and the directories above it.
   *
   * @param format how runs are kept
   * @return a history that the caller closes
   * @throws dev.arborist.application.port.out.StorageException when something is there already, or
   *     the place cannot be written
   */
  public static RunHistory create(Path path, VerdictFormat format) {
    SqliteDatabase.create(path, DatabaseKind.HISTORY);
    return open(path, format);
  }

  /**
   * Opens a history that exists; nothing is created. A history of an earlier version is brought up
   * to date.
   *
   * @param format how runs are kept
   * @return a history that the caller closes
   * @throws dev.arborist.application.port.out.StorageException when there is no history at the
   *     path: nothing at all, a directory, a queue, another program's database or no database; it
   *     is left as it is
   */
  public static RunHistory open(Path path, VerdictFormat format) {
    return new SqlRunHistory(SqliteDatabase.open(path, DatabaseKind.HISTORY), format);
  }

  /**
   * Opens a history, and creates it first where nothing is.
   *
   * @param format how runs are kept
   * @return a history that the caller closes
   * @throws dev.arborist.application.port.out.StorageException when there is something else at the
   *     path, or it cannot be written
   */
  public static RunHistory openOrCreate(Path path, VerdictFormat format) {
    return new SqlRunHistory(SqliteDatabase.openOrCreate(path, DatabaseKind.HISTORY), format);
  }
}
