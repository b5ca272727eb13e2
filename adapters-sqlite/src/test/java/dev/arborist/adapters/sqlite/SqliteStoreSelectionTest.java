package dev.arborist.adapters.sqlite;

import dev.arborist.application.port.out.TaskStore;
import dev.arborist.testkit.StoreSelectionContract;
import java.nio.file.Path;

class SqliteStoreSelectionTest extends StoreSelectionContract {

  @Override
  protected TaskStore create(Path directory) {
    Path file = directory.resolve("queue.db");
    SqliteQueue.create(file);
    return SqliteQueue.open(file);
  }
}
