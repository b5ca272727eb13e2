package dev.arborist.adapters.sqlite;

import dev.arborist.application.port.out.TaskStore;
import dev.arborist.testkit.QueueGraphContract;
import java.nio.file.Path;

class SqliteQueueGraphTest extends QueueGraphContract {

  @Override
  protected TaskStore create(Path directory) {
    Path file = directory.resolve("queue.db");
    SqliteQueue.create(file);
    return SqliteQueue.open(file);
  }
}
