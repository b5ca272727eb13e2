package dev.arborist.adapters.postgres;

import dev.arborist.application.port.out.TaskStore;
import dev.arborist.testkit.QueueImportContract;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;

@Tag("once")
class PostgresQueueImportTest extends QueueImportContract {

  @Override
  protected TaskStore create(Path directory) {
    return new LentStore();
  }
}
