package dev.arborist.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.arborist.application.port.out.TaskStore;
import dev.arborist.application.service.Services;
import dev.arborist.domain.priority.PriorityPolicy;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.Task;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A queue computes its priorities as was said when it was created, whoever opens it. */
public abstract class PriorityPolicyContract {

  /** 60 × 100.0 points of a base of 10, and 40 × log10(1 + dependents) × 33.33 points. */
  private static final PriorityPolicy POLICY = new PriorityPolicy(60, 0, 0, 40, 0);

  @TempDir private Path directory;

  private final TestClock clock = new TestClock();
  private final SequentialIds ids = new SequentialIds();

  /** Creates an empty queue whose files, if any, are in the directory. */
  protected abstract void create(Path directory, PriorityPolicy policy);

  /** Opens what was created there. */
  protected abstract TaskStore open(Path directory);

  @Test
  void aQueueKeepsTheWeightsThatItWasCreatedWith() {
    create(directory, POLICY);
    Task first;
    try (TaskStore store = open(directory)) {
      var queue = Services.queue(store, ids, clock, "tester");
      first = queue.enqueue(NewTask.of("a").basePriority(10).build());
      assertEquals(6_000, first.rank().priority());
    }
    try (TaskStore store = open(directory)) {
      var queue = Services.queue(store, ids, clock, "tester");
      var browser = Services.browser(store, clock);
      queue.enqueue(NewTask.of("b").prerequisites(List.of(first.number())).build());
      assertEquals(6_401, browser.get(first.number()).task().rank().priority());
      assertEquals(POLICY, browser.statistics().policy());
      var upkeep = Services.upkeep(store, clock, "tester");
      assertEquals(List.of(), upkeep.diagnose(false).findings());
      assertEquals(List.of(), upkeep.diagnose(true).findings());
    }
  }

  @Test
  void aQueueHasTheUsualWeightsUnlessOthersAreGiven() {
    create(directory, PriorityPolicy.DEFAULT);
    try (TaskStore store = open(directory)) {
      assertEquals(PriorityPolicy.DEFAULT, Services.browser(store, clock).statistics().policy());
    }
  }
}
