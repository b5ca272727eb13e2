package dev.arborist.adapters.sqlite;

import dev.arborist.application.port.out.TaskStore;
import java.nio.file.Path;

/** Creates and opens queues in SQLite files. */
public final class SqliteQueue {

  private SqliteQueue() {}

  /**
   * Creates an empty queue, and the directories above it.
   *
   * @throws dev.arborist.application.port.out.StorageException when something is there already, or
   *     the place cannot be written or is on a network file system
   */
  public static void create(Path path) {
    Schema.create(DatabaseFile.forCreation(path, DatabaseKind.QUEUE));
  }

  /**
   * Opens a queue that exists; nothing is created. A queue of an earlier version is brought up to
   * date.
   *
   * @return a store that the caller closes
   * @throws dev.arborist.application.port.out.StorageException when there is no queue at the path:
   *     nothing at all, a directory, an empty file, another program's database or no database; or
   *     when it is on a network file system; it is left as it is
   */
  public static TaskStore open(Path path, SqliteSettings settings) {
    return SqliteTaskStore.open(path, settings, System::nanoTime);
  }

  /** As {@link #open(Path, SqliteSettings)}, with full durability. */
  public static TaskStore open(Path path) {
    return open(path, SqliteSettings.DEFAULT);
  }
}
