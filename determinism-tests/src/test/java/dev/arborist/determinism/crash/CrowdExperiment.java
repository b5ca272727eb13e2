package dev.arborist.determinism.crash;

import dev.arborist.Arborist;
import dev.arborist.application.port.in.TaskQueue;
import dev.arborist.determinism.lab.Done;
import dev.arborist.determinism.lab.Experiment;
import dev.arborist.determinism.lab.Parallel;
import dev.arborist.determinism.lab.Violation;
import dev.arborist.domain.query.TaskQuery;
import dev.arborist.domain.task.Claim;
import dev.arborist.domain.task.ClaimFilter;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskBatch;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.upkeep.Finding;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Threads that share commits, where some are refused after they have changed something: nothing of
 * what was refused is stored, and everything else is.
 */
public final class CrowdExperiment implements Experiment {

  private static final int THREADS = 8;
  private static final int ROUNDS = 25;
  private static final String NO_JSON = "{no json";
  private static final String REFUSED = "part of what is refused";

  @Override
  public Done run(Path directory) throws Exception {
    Path file = directory.resolve("queue.db");
    Arborist.create(file);
    try (Arborist arborist = Arborist.open(file)) {
      List<Callable<Void>> crowd = new ArrayList<>();
      for (int i = 1; i <= THREADS; i++) {
        String name = "worker-" + i;
        crowd.add(
            () -> {
              for (int round = 0; round < ROUNDS; round++) {
                round(arborist, name);
              }
              return null;
            });
      }
      Parallel.run(THREADS, crowd);
      check(arborist);
    }
    return Done.of("threads", THREADS)
        .and("changes", THREADS * ROUNDS * 3)
        .and("refusals besides", THREADS * ROUNDS * 2);
  }

  private static void round(Arborist arborist, String name) {
    TaskQueue queue = arborist.queue();
    Task task = queue.enqueue(NewTask.of("done").agentType(name).build());
    refused(() -> queue.enqueueAll(halfMalformed(task.number())));
    List<Claim> claims =
        queue.claim(name, 1, Duration.ofMinutes(10), ClaimFilter.ofAgentType(name));
    Violation.unless(
        claims.size() == 1 && claims.get(0).details().task().number().equals(task.number()),
        name + " claimed " + claims + " and not " + task.number());
    long token = claims.get(0).token();
    refused(() -> queue.complete(task.number(), token, NO_JSON));
    TaskDetails held = arborist.browser().get(task.number());
    Violation.unless(
        held.task().status() == TaskStatus.RUNNING,
        task.number() + " is " + held.task().status().label() + " after a refused completion");
    queue.complete(task.number(), token, null);
  }

  /** The first is stored, and counted by its prerequisite, before the last is refused. */
  private static TaskBatch halfMalformed(TaskNumber prerequisite) {
    TaskBatch.Builder batch = TaskBatch.builder();
    batch.add(NewTask.of(REFUSED).prerequisites(List.of(prerequisite)).build());
    batch.add(NewTask.of(REFUSED).payload(NO_JSON).build());
    return batch.build();
  }

  private static void refused(Callable<?> operation) {
    try {
      Object told = operation.call();
      throw new Violation("what is not JSON was accepted: " + told);
    } catch (InvalidInputException e) {
      Violation.unless(e.getMessage().contains("is not JSON"), e.getMessage());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void check(Arborist arborist) {
    List<TaskDetails> tasks = arborist.browser().list(TaskQuery.ALL).tasks();
    for (TaskDetails details : tasks) {
      Task task = details.task();
      Violation.unless(!details.prompt().equals(REFUSED), task.number() + " is " + REFUSED);
      Violation.unless(
          task.status() == TaskStatus.COMPLETED,
          task.number() + " is " + task.status().label() + " and was completed");
    }
    Violation.unless(tasks.size() == THREADS * ROUNDS, "there are " + tasks.size() + " tasks");
    List<Finding> findings = arborist.upkeep().diagnose(false).findings();
    Violation.unless(findings.isEmpty(), "the doctor finds " + findings);
  }
}
