package dev.arborist.adapters.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.arborist.application.port.out.TaskStore;
import dev.arborist.application.service.Services;
import dev.arborist.domain.priority.PriorityPolicy;
import dev.arborist.testkit.PriorityPolicyContract;
import dev.arborist.testkit.TestClock;
import dev.arborist.testkit.postgres.PostgresServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PostgresPriorityPolicyTest extends PriorityPolicyContract {

  private final PostgresAddress address = Schemas.address(PostgresServer.shared().newSchema());

  @Override
  protected void create(Path directory, PriorityPolicy policy) {
    PostgresQueue.create(address, policy);
  }

  @Override
  protected TaskStore open(Path directory) {
    return PostgresQueue.open(address);
  }

  @Test
  void aQueueOfVersion1IsGivenTheUsualWeights() {
    PostgresAddress old = Schemas.fresh();
    Schemas.execute(
        old.schema(), "DROP TABLE priority_policy; UPDATE queue_version SET version = 1");
    PostgresQueue.open(old).close();
    try (TaskStore store = PostgresQueue.open(old)) {
      assertEquals(
          PriorityPolicy.DEFAULT, Services.browser(store, new TestClock()).statistics().policy());
    }
  }
}
