package dev.arborist.adapters.postgres;

import dev.arborist.application.port.out.TaskStore;
import dev.arborist.testkit.StoreSelectionContract;
import java.nio.file.Path;

class PostgresStoreSelectionTest extends StoreSelectionContract {

  @Override
  protected TaskStore create(Path directory) {
    return new LentStore();
  }
}
