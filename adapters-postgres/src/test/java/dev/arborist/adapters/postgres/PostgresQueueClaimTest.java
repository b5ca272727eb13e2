package dev.arborist.adapters.postgres;

import dev.arborist.application.port.out.TaskStore;
import dev.arborist.testkit.QueueClaimContract;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;

@Tag("once")
class PostgresQueueClaimTest extends QueueClaimContract {

  @Override
  protected TaskStore create(Path directory) {
    return new LentStore();
  }
}
