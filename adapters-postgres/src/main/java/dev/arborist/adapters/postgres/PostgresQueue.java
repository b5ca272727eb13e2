package dev.arborist.adapters.postgres;

import dev.arborist.application.port.out.TaskStore;

/** Creates and opens queues on a PostgreSQL server. */
public final class PostgresQueue {

  private PostgresQueue() {}

  /**
   * Creates an empty queue in a schema of its own.
   *
   * @throws dev.arborist.application.port.out.StorageException when the schema is there already, or
   *     the server cannot be reached
   */
  public static void create(PostgresAddress address) {
    PostgresTaskStore.create(address);
  }

  /**
   * Opens a queue that exists; nothing is created. A queue of an earlier version is brought up to
   * date.
   *
   * @return a store that the caller closes
   * @throws dev.arborist.application.port.out.StorageException when there is no queue at the
   *     address, or the server cannot be reached
   */
  public static TaskStore open(PostgresAddress address) {
    return PostgresTaskStore.open(address);
  }
}
