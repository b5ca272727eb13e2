package dev.arborist.adapters.postgres;

import dev.arborist.application.port.out.TaskStore;
import dev.arborist.testkit.QueueWatchContract;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

class PostgresQueueWatchTest extends QueueWatchContract {

  private final Map<Path, PostgresAddress> addresses = new HashMap<>();

  @Override
  protected TaskStore create(Path directory) {
    PostgresAddress address = Schemas.fresh();
    addresses.put(directory, address);
    return PostgresQueue.open(address);
  }

  @Override
  protected TaskStore openAgain(Path directory) {
    return PostgresQueue.open(Objects.requireNonNull(addresses.get(directory)));
  }
}
