package dev.arborist.adapters.sqlite;

import dev.arborist.application.port.out.TaskStore;
import dev.arborist.testkit.QueueWatchContract;
import java.nio.file.Path;

class SqliteQueueWatchTest extends QueueWatchContract {

  @Override
  protected TaskStore create(Path directory) {
    SqliteQueue.create(directory.resolve("queue.db"));
    return openAgain(directory);
  }

  @Override
  protected TaskStore openAgain(Path directory) {
    return SqliteQueue.open(directory.resolve("queue.db"));
  }
}
