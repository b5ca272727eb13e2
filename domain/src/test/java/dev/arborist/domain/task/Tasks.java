package dev.arborist.domain.task;

import java.time.Instant;
import java.util.UUID;

/** Tasks for tests. */
final class Tasks {

  static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private Tasks() {}

  static Task ready(int maxRetries) {
    NewTask task = NewTask.of("Write the parser").maxRetries(maxRetries).build();
    return new Task(
        TaskNumber.of(17),
        new TaskId(new UUID(1, 2)),
        task.profile(),
        task.schedule(),
        Progress.unclaimed(TaskStatus.READY, null),
        new Rank(2_000, 0, 0, 0, null),
        NOW,
        NOW);
  }

  static Task running(int maxRetries, int failures, Instant leaseUntil) {
    Task ready = ready(maxRetries);
    Progress held =
        new Progress(TaskStatus.RUNNING, null, 3, failures, "worker", leaseUntil, NOW, null, null);
    return new Task(
        ready.number(),
        ready.id(),
        ready.profile(),
        ready.schedule(),
        held,
        ready.rank(),
        NOW,
        NOW);
  }
}
