package dev.arborist.adapters.postgres;

import dev.arborist.application.port.out.TaskStore;
import dev.arborist.domain.priority.PriorityPolicy;
import java.time.InstantSource;

/** Creates and opens queues on a PostgreSQL server. */
public final class PostgresQueue {

  private PostgresQueue() {}

  /**
   * Creates an empty queue in a schema of its own.
   *
   * @param policy how it computes priorities, for good
   * @throws dev.arborist.application.port.out.StorageException when the schema is there already, or
   *     the server cannot be reached
   */
  public static void create(PostgresAddress address, PriorityPolicy policy) {
    PostgresTaskStore.create(address, policy);
  }

  /** As {@link #create(PostgresAddress, PriorityPolicy)}, with the usual weights. */
  public static void create(PostgresAddress address) {
    create(address, PriorityPolicy.DEFAULT);
  }

  /**
   * An open queue.
   *
   * @param store where its tasks are; the caller closes it
   * @param clock the server's time; of use until the store is closed
   */
  public record Opened(TaskStore store, InstantSource clock) {}

  /**
   * Opens a queue that exists; nothing is created. A queue of an earlier version is brought up to
   * date.
   *
   * @param isDurable whether each change waits for the server's disk; else the last ones may be
   *     lost when the server crashes, never their order
   * @throws dev.arborist.application.port.out.StorageException when there is no queue at the
   *     address, or the server cannot be reached
   */
  public static Opened open(PostgresAddress address, boolean isDurable) {
    PostgresTaskStore store = PostgresTaskStore.open(address, isDurable);
    return new Opened(store, store.clock());
  }

  /** As {@link #open(PostgresAddress, boolean)}, durable and without a clock. */
  public static TaskStore open(PostgresAddress address) {
    return open(address, true).store();
  }
}
