package dev.arborist.adapters.sqlite;

import dev.arborist.application.port.out.TaskStore;
import dev.arborist.testkit.QueueTreeContract;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;

@Tag("once")
class SqliteQueueTreeTest extends QueueTreeContract {

  @Override
  protected TaskStore create(Path directory) {
    Path file = directory.resolve("queue.db");
    SqliteQueue.create(file);
    return SqliteQueue.open(file);
  }
}
