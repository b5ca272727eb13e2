package dev.arborist.adapters.sqlite;

import dev.arborist.application.port.out.TaskStore;
import dev.arborist.domain.priority.PriorityPolicy;
import dev.arborist.testkit.PriorityPolicyContract;
import java.nio.file.Path;

class SqlitePriorityPolicyTest extends PriorityPolicyContract {

  @Override
  protected void create(Path directory, PriorityPolicy policy) {
    SqliteQueue.create(directory.resolve("queue.db"), policy);
  }

  @Override
  protected TaskStore open(Path directory) {
    return SqliteQueue.open(directory.resolve("queue.db"));
  }
}
