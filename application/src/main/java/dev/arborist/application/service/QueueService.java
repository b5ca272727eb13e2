package dev.arborist.application.service;

import dev.arborist.application.port.in.ImportSummary;
import dev.arborist.application.port.in.TaskImport;
import dev.arborist.application.port.in.TaskQueue;
import dev.arborist.application.port.out.IdSource;
import dev.arborist.application.port.out.TaskStore;
import dev.arborist.application.port.out.TaskWrites;
import dev.arborist.domain.priority.PriorityPolicy;
import dev.arborist.domain.task.Claim;
import dev.arborist.domain.task.EpochMicros;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.RefusedException;
import dev.arborist.domain.task.Schedule;
import dev.arborist.domain.task.StaleTokenException;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskId;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.task.TextRules;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The writing side of the queue: each operation is one unit of work over {@link Lifecycle}. */
final class QueueService implements TaskQueue {

  /** How much of what time brought about one claim catches up with. */
  private static final int DUE_MAX = 500;

  private static final int CLAIMS_MAX = 10_000;
  private static final Duration LEASE_MIN = Duration.ofMillis(1);

  private final TaskStore store;
  private final IdSource ids;
  private final InstantSource clock;
  private final PriorityPolicy policy;

  QueueService(TaskStore store, IdSource ids, InstantSource clock, PriorityPolicy policy) {
    this.store = store;
    this.ids = ids;
    this.clock = clock;
    this.policy = policy;
  }

  @Override
  public Task enqueue(NewTask task) {
    TaskId id = ids.next();
    return store.write(tx -> lifecycle(tx).enqueue(id, task));
  }

  @Override
  public List<Claim> claim(String worker, int count, Duration lease) {
    TextRules.worker(worker);
    if (count < 1 || count > CLAIMS_MAX) {
      throw new InvalidInputException(
          "the count is " + count + ": claim 1 to " + CLAIMS_MAX + " tasks at a time");
    }
    if (lease.compareTo(LEASE_MIN) < 0 || lease.compareTo(Schedule.DURATION_MAX) > 0) {
      throw new InvalidInputException(
          "the lease is " + lease + ": give at least a millisecond and at most ten years");
    }
    List<TaskDetails> claimed =
        store.write(
            tx -> {
              Lifecycle lifecycle = lifecycle(tx);
              lifecycle.catchUp(DUE_MAX);
              return tx.claimReady(worker, count, lease, lifecycle.now());
            });
    return claimed.stream().map(QueueService::claim).toList();
  }

  private static Claim claim(TaskDetails details) {
    var progress = details.task().progress();
    Instant until = Objects.requireNonNull(progress.leaseUntil(), "a claimed task has a lease");
    return new Claim(details, progress.token(), until);
  }

  @Override
  public Task complete(TaskNumber number, long token, @Nullable String result) {
    TextRules.longText("result", result);
    return whileHeld(
        number, token, TaskStatus.COMPLETED, (lifecycle, task) -> lifecycle.complete(task, result));
  }

  @Override
  public Task fail(TaskNumber number, long token, @Nullable String error) {
    TextRules.longText("error", error);
    return whileHeld(
        number, token, TaskStatus.FAILED, (lifecycle, task) -> lifecycle.fail(task, error));
  }

  @Override
  public List<Task> cancel(TaskNumber number, @Nullable Long token) {
    if (token == null) {
      return store.write(
          tx -> {
            Lifecycle lifecycle = lifecycle(tx);
            return lifecycle.cancel(lifecycle.require(number));
          });
    }
    return whileHeld(
        number, token, TaskStatus.CANCELLED, (lifecycle, task) -> lifecycle.cancel(task));
  }

  @Override
  public ImportSummary importTasks(TaskImport tasks) {
    return store.write(tx -> new Importer(tx, policy, now()).add(tasks));
  }

  /** What a unit of work leaves: its result, or a refusal that is thrown after the commit. */
  private record Outcome<T>(@Nullable T result, @Nullable RefusedException refusal) {

    T orThrow() {
      if (refusal != null) {
        throw refusal;
      }
      return Objects.requireNonNull(result, "an outcome is a result or a refusal");
    }
  }

  /**
   * Does something to a task that the token must hold. A lease that is over is expired, which is
   * kept, and the call is refused.
   */
  private <T> T whileHeld(
      TaskNumber number, long token, TaskStatus next, BiFunction<Lifecycle, Task, T> change) {
    Outcome<T> outcome =
        store.write(
            tx -> {
              Lifecycle lifecycle = lifecycle(tx);
              Task task = lifecycle.require(number);
              if (task.leaseIsOver(lifecycle.now())) {
                lifecycle.expire(task);
                Instant until = Objects.requireNonNull(task.progress().leaseUntil());
                return new Outcome<>(
                    null, new StaleTokenException(number, token, "its lease ended at " + until));
              }
              task.requireHeldBy(token, next);
              return new Outcome<>(change.apply(lifecycle, task), null);
            });
    return outcome.orThrow();
  }

  private Lifecycle lifecycle(TaskWrites tx) {
    return new Lifecycle(tx, policy, now());
  }

  private Instant now() {
    return EpochMicros.truncate(clock.instant());
  }
}
