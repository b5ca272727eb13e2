package dev.arborist.testkit.oracle;

import dev.arborist.domain.history.EventReason;
import dev.arborist.domain.task.Claim;
import dev.arborist.domain.task.ClaimFilter;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.StaleTokenException;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.task.TextRules;
import dev.arborist.domain.task.TransitionRefusedException;
import dev.arborist.testkit.oracle.ModelChanges.Act;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How tasks of the model are claimed, and what a worker can say about a run. */
final class ModelRuns {

  private static final Comparator<ModelTask> CLAIM_ORDER =
      Comparator.comparing((ModelTask task) -> -task.priority).thenComparing(task -> task.number);

  private final ModelChanges changes;
  private final ModelState state;

  ModelRuns(ModelChanges changes) {
    this.changes = changes;
    this.state = changes.state;
  }

  List<Claim> claim(String worker, int count, Duration lease, ClaimFilter filter, Instant now) {
    checkLease(lease);
    if (worker.isBlank() || count < 1) {
      throw new InvalidInputException("the worker or the count is out of range");
    }
    catchUp(now);
    List<ModelTask> taken =
        state.where(task -> task.status == TaskStatus.READY && matches(task, filter)).stream()
            .sorted(CLAIM_ORDER)
            .limit(count)
            .toList();
    for (ModelTask task : taken) {
      task.token++;
      task.worker = worker;
      task.startedAt = now;
      task.leaseUntil = now.plus(min(lease, task.schedule.timeout()));
      changes.move(task, TaskStatus.RUNNING, new Act(worker, EventReason.CLAIMED, null), now);
    }
    return taken.stream()
        .map(task -> new Claim(state.storedDetails(task), task.token, task.leaseUntil))
        .toList();
  }

  private static boolean matches(ModelTask task, ClaimFilter filter) {
    return (filter.agentType() == null || filter.agentType().equals(task.profile.agentType()))
        && (filter.branch() == null || filter.branch().equals(task.profile.branch()))
        && (filter.sources().isEmpty() || filter.sources().contains(task.profile.source()));
  }

  /** What time has brought about, by the instant at which it did. */
  private void catchUp(Instant now) {
    List<ModelTask> due =
        state.where(task -> dueSince(task, now).isPresent()).stream()
            .sorted(
                Comparator.comparing((ModelTask task) -> dueSince(task, now).orElseThrow())
                    .thenComparing(task -> task.number))
            .toList();
    for (ModelTask task : due) {
      changes.expireIfOver(task, now);
      if (task.status == TaskStatus.PENDING && task.isDue(now)) {
        changes.move(task, TaskStatus.READY, Act.ofQueue(EventReason.DUE, null), now);
      }
      if (task.isOpen() && hasCome(task.urgencyChangesAt, now)) {
        changes.rescore(task, now);
      }
    }
  }

  private static Optional<Instant> dueSince(ModelTask task, Instant now) {
    return Stream.of(
            Optional.ofNullable(task.dueAt).filter(at -> task.status == TaskStatus.PENDING),
            Optional.ofNullable(task.leaseUntil),
            Optional.ofNullable(task.urgencyChangesAt).filter(at -> task.isOpen()))
        .flatMap(Optional::stream)
        .filter(at -> hasCome(at, now))
        .min(Comparator.naturalOrder());
  }

  private static boolean hasCome(@Nullable Instant at, Instant now) {
    return at != null && !at.isAfter(now);
  }

  Instant heartbeat(ModelTask task, Duration lease, Instant now) {
    Instant end = task.startedAt.plus(task.schedule.timeout());
    Instant renewed = now.plus(lease);
    task.leaseUntil = renewed.isBefore(end) ? renewed : end;
    task.updatedAt = now;
    return task.leaseUntil;
  }

  void complete(ModelTask task, @Nullable String result, Instant now) {
    task.result = result;
    changes.end(task, TaskStatus.COMPLETED, null, byWorker(task, EventReason.COMPLETED, null), now);
    for (ModelTask dependent : state.openDependentsOf(task)) {
      if (state.openPrerequisitesOf(dependent).isEmpty()) {
        Act act = Act.ofQueue(EventReason.UNBLOCKED, task.number.toString());
        changes.move(dependent, changes.resting(dependent, now), act, now);
      }
    }
  }

  void fail(ModelTask task, boolean permanent, @Nullable String error, Instant now) {
    task.failures++;
    if (error != null) {
      task.error = error;
    }
    Act act = byWorker(task, EventReason.FAILED, note(error));
    if (permanent || task.failures > task.schedule.maxRetries()) {
      changes.end(task, TaskStatus.FAILED, null, act, now);
      changes.cascade(task, now);
    } else {
      task.backoffUntil = now.plus(ModelBackoff.delay(task.id, task.failures));
      task.dueAt = task.backoffUntil;
      changes.move(task, TaskStatus.PENDING, act, now);
    }
  }

  private static @Nullable String note(@Nullable String error) {
    return error == null || error.isBlank() ? null : TextRules.summarise(error);
  }

  void release(ModelTask task, Instant now) {
    changes.move(task, TaskStatus.READY, byWorker(task, EventReason.RELEASED, null), now);
  }

  private static Act byWorker(ModelTask task, EventReason reason, @Nullable String note) {
    return new Act(task.worker, reason, note);
  }

  /**
   * The task that this token holds.
   *
   * <p>To be called outside the operation that is undone by a refusal: a lease that is over stays
   * expired.
   */
  ModelTask held(TaskNumber number, long token, TaskStatus next, Instant now) {
    ModelTask task = state.require(number);
    if (task.leaseIsOver(now)) {
      changes.expireIfOver(task, now);
      throw new StaleTokenException(number, token, "its lease is over");
    }
    if (task.status != TaskStatus.RUNNING) {
      throw TransitionRefusedException.notHeld(number, task.status, next);
    }
    if (task.token != token) {
      throw new StaleTokenException(number, token, "another one holds it");
    }
    return task;
  }

  /** Refuses a cancellation by somebody who no longer holds the task; see {@link #held}. */
  void heldForCancel(TaskNumber number, long token, Instant now) {
    ModelTask task = state.require(number);
    boolean over = task.leaseIsOver(now);
    changes.expireIfOver(task, now);
    if (!over && !task.isOpen()) {
      throw new TransitionRefusedException(number, task.status, TaskStatus.CANCELLED);
    }
    if (over || task.status != TaskStatus.RUNNING || task.token != token) {
      throw new StaleTokenException(number, token, "it holds no more");
    }
  }

  /** Knows what is JSON among the few texts that are generated. */
  static void checkJson(@Nullable String text) {
    if (text != null && !text.matches("(?s)\\{.*\\}|\\[.*\\]|\".*\"|[0-9]+|null")) {
      throw new InvalidInputException("this is not JSON");
    }
  }

  static void checkLease(Duration lease) {
    if (lease.isNegative() || lease.isZero()) {
      throw new InvalidInputException("the lease is out of range");
    }
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
