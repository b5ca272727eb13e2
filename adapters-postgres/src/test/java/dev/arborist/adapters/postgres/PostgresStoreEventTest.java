package dev.arborist.adapters.postgres;

import dev.arborist.application.port.out.TaskStore;
import dev.arborist.testkit.StoreEventContract;
import java.nio.file.Path;

class PostgresStoreEventTest extends StoreEventContract {

  @Override
  protected TaskStore create(Path directory) {
    return new LentStore();
  }
}
