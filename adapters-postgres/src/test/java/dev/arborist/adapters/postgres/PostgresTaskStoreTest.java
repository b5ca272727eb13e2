package dev.arborist.adapters.postgres;

import dev.arborist.application.port.out.TaskStore;
import dev.arborist.testkit.TaskStoreContract;
import java.nio.file.Path;

class PostgresTaskStoreTest extends TaskStoreContract {

  @Override
  protected TaskStore create(Path directory) {
    return new LentStore();
  }
}
