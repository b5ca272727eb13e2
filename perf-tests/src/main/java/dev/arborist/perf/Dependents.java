package dev.arborist.perf;

import dev.arborist.application.port.in.TaskQueue;
import dev.arborist.domain.task.Claim;
import dev.arborist.domain.task.ClaimFilter;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskBatch;
import java.time.Duration;
import java.util.List;

/** Graphs that benchmarks add to a queue. */
final class Dependents {

  /** No task of a prepared queue is for this type of agent. */
  private static final String AGENT = "benchmark";

  private Dependents() {}

  /** Adds a task and so many that wait for it, and claims it. */
  static Claim addAndClaim(TaskQueue tasks, int dependents) {
    TaskBatch.Builder batch = TaskBatch.builder();
    TaskBatch.Ref first = batch.add(NewTask.of("awaited").agentType(AGENT).build());
    for (int i = 0; i < dependents; i++) {
      batch.prerequisite(batch.add(NewTask.of("wait").build()), first);
    }
    tasks.enqueueAll(batch.build());
    return tasks.claim("worker", 1, Duration.ofMinutes(10), ClaimFilter.ofAgentType(AGENT)).get(0);
  }

  /** Adds so many tasks, each of which waits for the one before. */
  static List<Task> addChain(TaskQueue tasks, int length) {
    TaskBatch.Builder batch = TaskBatch.builder();
    TaskBatch.Ref before = batch.add(NewTask.of("first").build());
    for (int i = 1; i < length; i++) {
      TaskBatch.Ref next = batch.add(NewTask.of("next").build());
      batch.prerequisite(next, before);
      before = next;
    }
    return tasks.enqueueAll(batch.build());
  }
}
