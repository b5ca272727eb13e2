package dev.arborist.adapters.postgres;

import dev.arborist.application.port.out.TaskStore;
import dev.arborist.testkit.QueueGraphContract;
import java.nio.file.Path;

class PostgresQueueGraphTest extends QueueGraphContract {

  @Override
  protected TaskStore create(Path directory) {
    return new LentStore();
  }
}
