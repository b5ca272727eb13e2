package dev.arborist.adapters.postgres;

import dev.arborist.application.port.out.TaskStore;
import dev.arborist.testkit.TaskQueueContract;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;

@Tag("once")
class PostgresTaskQueueTest extends TaskQueueContract {

  @Override
  protected TaskStore create(Path directory) {
    return new LentStore();
  }
}
