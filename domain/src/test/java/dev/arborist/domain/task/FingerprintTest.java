package dev.arborist.domain.task;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class FingerprintTest {

  private static long print(UnaryOperator<NewTask.Builder> change) {
    return change.apply(NewTask.of("prompt")).build().fingerprint();
  }

  @Test
  void everyFieldButTheKeyCounts() {
    List<UnaryOperator<NewTask.Builder>> changes =
        List.of(
            task -> task,
            task -> task.summary("other"),
            task -> task.source(TaskSource.AGENT_PLANNER),
            task -> task.agentType("a"),
            task -> task.branch("a"),
            task -> task.session("a"),
            task -> task.parent(TaskNumber.of(1)),
            task -> task.prerequisites(List.of(TaskNumber.of(1))),
            task -> task.prerequisites(List.of(TaskNumber.of(2))),
            task -> task.basePriority(6),
            task -> task.deadline(Instant.EPOCH),
            task -> task.notBefore(Instant.EPOCH),
            task -> task.estimate(Duration.ofSeconds(1)),
            task -> task.maxRetries(4),
            task -> task.timeout(Duration.ofSeconds(1)),
            task -> task.payload("1"));
    Set<Long> prints = new TreeSet<>();
    changes.forEach(change -> prints.add(print(change)));
    assertEquals(changes.size(), prints.size());
    assertEquals(print(task -> task), print(task -> task.idempotencyKey("k")));
  }

  /** It is stored, so it must be the same in every version of the program. */
  @Test
  void itNeverChanges() {
    assertEquals(
        "9d61a6d4bed64a25",
        Long.toHexString(print(task -> task.branch("main").payload("{\"a\": 1}"))));
  }
}
