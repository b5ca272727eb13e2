package dev.arborist.adapters.postgres;

import dev.arborist.application.port.out.TaskStore;
import dev.arborist.testkit.QueueListContract;
import java.nio.file.Path;

class PostgresQueueListTest extends QueueListContract {

  @Override
  protected TaskStore create(Path directory) {
    return new LentStore();
  }
}
