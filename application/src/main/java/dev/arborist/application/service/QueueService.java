package dev.arborist.application.service;

import dev.arborist.application.port.in.ImportSummary;
import dev.arborist.application.port.in.TaskImport;
import dev.arborist.application.port.in.TaskQueue;
import dev.arborist.application.port.out.IdSource;
import dev.arborist.application.port.out.TaskReads;
import dev.arborist.application.port.out.TaskStore;
import dev.arborist.application.port.out.TaskWrites;
import dev.arborist.domain.history.EventReason;
import dev.arborist.domain.priority.PriorityPolicy;
import dev.arborist.domain.task.Cancellation;
import dev.arborist.domain.task.Claim;
import dev.arborist.domain.task.ClaimFilter;
import dev.arborist.domain.task.DurationText;
import dev.arborist.domain.task.EpochMicros;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.RefusedException;
import dev.arborist.domain.task.Revival;
import dev.arborist.domain.task.Schedule;
import dev.arborist.domain.task.StaleTokenException;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskBatch;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskId;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.task.TaskUpdate;
import dev.arborist.domain.task.TextRules;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
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
  private final String actor;

  /** Read by the first unit of work, since it never changes. */
  private volatile @Nullable PriorityPolicy policy;

  /** One and the same each time, so that it waits but once. */
  private final Predicate<TaskWrites> catchUp = this::catchUp;

  QueueService(TaskStore store, IdSource ids, InstantSource clock, String actor) {
    this.store = store;
    this.ids = ids;
    this.clock = clock;
    this.actor = TextRules.actor(actor);
  }

  @Override
  public Task enqueue(NewTask task) {
    TaskId id = ids.next();
    return write(life -> new Enqueuing(life).enqueue(id, task));
  }

  /** A unit of work may run again, so the ids are taken before it. */
  @Override
  public List<Task> enqueueAll(TaskBatch batch) {
    List<TaskId> taken = new ArrayList<>(batch.entries().size());
    for (int i = 0; i < batch.entries().size(); i++) {
      taken.add(ids.next());
    }
    return write(life -> new Enqueuing(life).enqueueAll(batch, taken));
  }

  @Override
  public List<Claim> claim(String worker, int count, Duration lease, ClaimFilter filter) {
    TextRules.worker(worker);
    if (count < 1 || count > CLAIMS_MAX) {
      throw new InvalidInputException(
          "the count is " + count + ": claim 1 to " + CLAIMS_MAX + " tasks at a time");
    }
    requireLease(lease);
    record Taken(List<TaskDetails> tasks, boolean mayBeMoreDue) {}
    Taken taken =
        write(
            life -> {
              boolean more = life.catchUp(DUE_MAX);
              List<TaskDetails> claimed =
                  life.tx().claimReady(worker, count, lease, filter, life.now());
              for (TaskDetails details : claimed) {
                life.record(details.task(), TaskStatus.READY, EventReason.CLAIMED, worker, null);
              }
              return new Taken(claimed, more);
            });
    if (taken.mayBeMoreDue()) {
      store.writeWhenIdle(catchUp);
    }
    return taken.tasks().stream().map(QueueService::claim).toList();
  }

  private static Claim claim(TaskDetails details) {
    var progress = details.task().progress();
    Instant until = Objects.requireNonNull(progress.leaseUntil(), "a claimed task has a lease");
    return new Claim(details, progress.token(), until);
  }

  private static void requireLease(Duration lease) {
    if (lease.compareTo(LEASE_MIN) < 0 || lease.compareTo(Schedule.DURATION_MAX) > 0) {
      throw new InvalidInputException(
          "the lease is "
              + DurationText.of(lease)
              + ": give at least a millisecond and at most ten years");
    }
  }

  @Override
  public Instant heartbeat(TaskNumber number, long token, Duration lease) {
    requireLease(lease);
    Task renewed =
        whileHeld(number, token, TaskStatus.RUNNING, (life, task) -> life.heartbeat(task, lease));
    return Objects.requireNonNull(renewed.progress().leaseUntil(), "a running task has a lease");
  }

  @Override
  public Task complete(TaskNumber number, long token, @Nullable String result) {
    TextRules.longText("result", result);
    return whileHeld(
        number, token, TaskStatus.COMPLETED, (life, task) -> life.complete(task, result));
  }

  @Override
  public Task fail(TaskNumber number, long token, @Nullable String error) {
    return fail(number, token, false, error);
  }

  @Override
  public Task failPermanently(TaskNumber number, long token, @Nullable String error) {
    return fail(number, token, true, error);
  }

  private Task fail(TaskNumber number, long token, boolean permanent, @Nullable String error) {
    TextRules.longText("error", error);
    return whileHeld(
        number, token, TaskStatus.FAILED, (life, task) -> life.fail(task, permanent, error));
  }

  @Override
  public Task release(TaskNumber number, long token) {
    return whileHeld(number, token, TaskStatus.READY, (life, task) -> life.release(task));
  }

  @Override
  public Cancellation cancel(TaskNumber number, @Nullable Long token) {
    if (token == null) {
      return write(life -> new Cancelling(life).cancel(life.current(number)));
    }
    return whileHeld(
        number, token, TaskStatus.CANCELLED, (life, task) -> new Cancelling(life).cancel(task));
  }

  @Override
  public Cancellation cancelSubtree(TaskNumber number) {
    return write(life -> new Cancelling(life).cancelSubtree(number));
  }

  @Override
  public Revival retry(TaskNumber number) {
    return write(life -> new Retrying(life).retry(number));
  }

  @Override
  public Task link(TaskNumber dependent, TaskNumber prerequisite) {
    return write(life -> new Linking(life).link(dependent, prerequisite));
  }

  @Override
  public Task unlink(TaskNumber dependent, TaskNumber prerequisite) {
    return write(life -> new Linking(life).unlink(dependent, prerequisite));
  }

  @Override
  public Task update(TaskNumber number, TaskUpdate update) {
    return write(life -> new Updating(life).update(number, update));
  }

  @Override
  public ImportSummary importTasks(TaskImport tasks) {
    return store.write(tx -> new Importer(tx, policy(tx), now(), actor).add(tasks));
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
        write(
            life -> {
              Task task = life.require(number);
              if (task.leaseIsOver(life.now())) {
                life.expire(task);
                Instant until = Objects.requireNonNull(task.progress().leaseUntil());
                return new Outcome<>(
                    null, new StaleTokenException(number, token, "its lease ended at " + until));
              }
              task.requireHeldBy(token, next);
              return new Outcome<>(change.apply(life, task), null);
            });
    return outcome.orThrow();
  }

  private boolean catchUp(TaskWrites tx) {
    return lifecycle(tx).catchUp(DUE_MAX);
  }

  private <T> T write(Function<Lifecycle, T> work) {
    return store.write(tx -> work.apply(lifecycle(tx)));
  }

  private Lifecycle lifecycle(TaskWrites tx) {
    return new Lifecycle(tx, policy(tx), now(), actor);
  }

  private PriorityPolicy policy(TaskReads tx) {
    PriorityPolicy known = policy;
    if (known == null) {
      known = tx.priorityPolicy();
      policy = known;
    }
    return known;
  }

  private Instant now() {
    return EpochMicros.truncate(clock.instant());
  }
}
