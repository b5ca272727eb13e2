package dev.arborist.adapters.postgres;

import dev.arborist.application.port.out.TaskStore;
import dev.arborist.testkit.ModelDefectsContract;
import java.nio.file.Path;

class PostgresModelDefectsTest extends ModelDefectsContract {

  @Override
  protected TaskStore create(Path directory) {
    return new LentStore();
  }
}
