package dev.arborist.adapters.postgres;

import dev.arborist.application.port.out.TaskStore;
import dev.arborist.testkit.QueueTreeContract;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;

@Tag("once")
class PostgresQueueTreeTest extends QueueTreeContract {

  @Override
  protected TaskStore create(Path directory) {
    return new LentStore();
  }
}
