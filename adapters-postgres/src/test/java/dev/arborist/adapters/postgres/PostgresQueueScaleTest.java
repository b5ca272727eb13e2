package dev.arborist.adapters.postgres;

import dev.arborist.application.port.out.TaskStore;
import dev.arborist.testkit.QueueScaleContract;
import java.nio.file.Path;

class PostgresQueueScaleTest extends QueueScaleContract {

  @Override
  protected TaskStore create(Path directory) {
    return new LentStore();
  }
}
