package dev.arborist.adapters.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.arborist.application.port.out.TaskStore;
import dev.arborist.application.service.Services;
import dev.arborist.domain.priority.PriorityPolicy;
import dev.arborist.domain.upkeep.Finding;
import dev.arborist.testkit.PriorityPolicyContract;
import dev.arborist.testkit.TestClock;
import dev.arborist.testkit.postgres.PostgresServer;
import java.nio.file.Path;
import java.util.List;
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
  void weightsThatAreLostAreDamage() {
    PostgresQueue.create(address, PriorityPolicy.DEFAULT);
    Schemas.execute(address.schema(), "DELETE FROM priority_policy");
    try (TaskStore store = PostgresQueue.open(address)) {
      assertEquals(
          List.of(
              "the file is damaged: the weights of priorities have lost their row",
              "the tasks cannot be examined: the queue does not say how its priorities are"
                  + " computed: restore a backup"),
          Services.upkeep(store, new TestClock(), "tester").diagnose(false).findings().stream()
              .map(Finding::problem)
              .toList());
    }
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
