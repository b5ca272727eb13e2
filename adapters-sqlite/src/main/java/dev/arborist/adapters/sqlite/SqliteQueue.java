package dev.arborist.adapters.sqlite;

import dev.arborist.adapters.sql.PriorityPolicyTable;
import dev.arborist.application.port.out.TaskStore;
import dev.arborist.domain.priority.PriorityPolicy;
import java.nio.file.Path;
import java.util.List;

/** Creates and opens queues in SQLite files. */
public final class SqliteQueue {

  private SqliteQueue() {}

  /**
   * Creates an empty queue, and the directories above it.
   *
   * @param policy how it computes priorities, for good
   * @throws dev.arborist.application.port.out.StorageException when something is there already, or
   *     the place cannot be written or is on a network file system
   */
  public static void create(Path path, PriorityPolicy policy) {
    Schema.create(
        DatabaseFile.forCreation(path, DatabaseKind.QUEUE),
        List.of(PriorityPolicyTable.replacement(policy)));
  }

  /** As {@link #create(Path, PriorityPolicy)}, with the usual weights. */
  public static void create(Path path) {
    create(path, PriorityPolicy.DEFAULT);
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
