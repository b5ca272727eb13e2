package dev.arborist.adapters.postgres;

import dev.arborist.adapters.sql.history.SqlRunHistory;
import dev.arborist.application.port.out.RunHistory;
import dev.arborist.application.port.out.VerdictFormat;

/**
 * Opens histories of runs on a PostgreSQL server, each in a schema that may also hold a queue.
 *
 * <p>Nothing need be created first: where there are no tables there are no runs, and whoever first
 * changes something creates them.
 */
public final class PostgresRunHistory {

  private PostgresRunHistory() {}

  /**
   * Opens the history at an address; one of an earlier version is brought up to date.
   *
   * @param format how runs are kept
   * @return a history that the caller closes
   * @throws dev.arborist.application.port.out.StorageException when the server cannot be reached,
   *     this user may not look into the schema, or the history is of a later version
   */
  public static RunHistory open(PostgresAddress address, VerdictFormat format) {
    PostgresDatabase database = new PostgresDatabase(address);
    boolean connected = false;
    try {
      database.connect();
      connected = true;
      return new SqlRunHistory(database, format);
    } finally {
      if (!connected) {
        database.close();
      }
    }
  }

  /**
   * Creates the tables of an empty history, unless there is one.
   *
   * @return whether they were created
   * @throws dev.arborist.application.port.out.StorageException when the server cannot be reached,
   *     this user may not create them, or something else is in the schema
   */
  public static boolean create(PostgresAddress address) {
    try (PostgresDatabase database = new PostgresDatabase(address)) {
      return database.create();
    }
  }
}
