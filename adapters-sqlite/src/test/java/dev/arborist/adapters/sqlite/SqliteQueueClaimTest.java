package dev.arborist.adapters.sqlite;

import dev.arborist.application.port.out.TaskStore;
import dev.arborist.testkit.QueueClaimContract;
import java.nio.file.Path;

class SqliteQueueClaimTest extends QueueClaimContract {

  @Override
  protected TaskStore create(Path directory) {
    Path file = directory.resolve("queue.db");
    SqliteQueue.create(file);
    return SqliteQueue.open(file);
  }
}
