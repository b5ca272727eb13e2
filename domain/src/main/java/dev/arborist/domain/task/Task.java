package dev.arborist.domain.task;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A task of the queue, without its long texts, and the rules by which it changes.
 *
 * <p>Immutable: every change returns another task, and the store keeps it. A change that the table
 * of transitions has no row for is refused with both statuses named. The long texts stand apart in
 * {@link TaskDetails} because a change that touches a thousand dependents must not read their
 * prompts.
 *
 * @param number what people type
 * @param id what it is across queues
 * @param profile what it is called and where it belongs
 * @param schedule what the caller asked of its scheduling
 * @param progress how far it has come
 * @param rank what is derived from schedule and graph
 * @param createdAt when it was enqueued
 * @param updatedAt when it last changed
 */
public record Task(
    TaskNumber number,
    TaskId id,
    TaskProfile profile,
    Schedule schedule,
    Progress progress,
    Rank rank,
    Instant createdAt,
    Instant updatedAt) {

  /**
   * Checks the times.
   *
   * @throws InvalidInputException when one is before 1970 or after 9999
   */
  public Task {
    createdAt = EpochMicros.keep("createdAt", createdAt);
    updatedAt = EpochMicros.keep("updatedAt", updatedAt);
  }

  /** The stored status; see {@link #statusAt} for what a reader is shown. */
  public TaskStatus status() {
    return progress.status();
  }

  /** The status of an open task that nobody holds. */
  public static TaskStatus restingStatus(
      int openPrerequisites, @Nullable Instant dueAt, Instant now) {
    if (openPrerequisites > 0) {
      return TaskStatus.BLOCKED;
    }
    return dueAt != null && dueAt.isAfter(now) ? TaskStatus.PENDING : TaskStatus.READY;
  }

  /**
   * The status in effect at an instant: a PENDING task that is due reads READY, and a RUNNING task
   * whose lease is over reads what its expiry will make of it.
   */
  public TaskStatus statusAt(Instant asOf) {
    return switch (status()) {
      case PENDING -> restingStatus(rank.openPrerequisites(), progress.dueAt(), asOf);
      case RUNNING -> leaseIsOver(asOf) ? afterFailure(TaskStatus.READY) : TaskStatus.RUNNING;
      case BLOCKED, READY, COMPLETED, FAILED, CANCELLED -> status();
    };
  }

  /** The same task as a reader at {@code asOf} is shown it: with the status in effect then. */
  public Task asOf(Instant asOf) {
    TaskStatus effective = statusAt(asOf);
    return effective == status()
        ? this
        : new Task(
            number, id, profile, schedule, progress.at(effective), rank, createdAt, updatedAt);
  }

  /** Whether the task is RUNNING under a lease that ended at or before {@code now}. */
  public boolean leaseIsOver(Instant now) {
    Instant until = progress.leaseUntil();
    return status() == TaskStatus.RUNNING && until != null && !now.isBefore(until);
  }

  /**
   * Refuses unless this token holds the task.
   *
   * @param next the status that the holder asks for, for the message
   * @throws TransitionRefusedException when the task is not RUNNING, or not open for {@code next}
   *     CANCELLED
   * @throws StaleTokenException when another claim holds it, or nobody and it is open
   */
  public void requireHeldBy(long token, TaskStatus next) {
    if (status() != TaskStatus.RUNNING) {
      if (next == TaskStatus.CANCELLED && status().isOpen()) {
        throw new StaleTokenException(number, token, "nobody holds it");
      }
      throw TransitionRefusedException.notHeld(number, status(), next);
    }
    if (token != progress.token()) {
      throw new StaleTokenException(
          number, token, "the task is held under token " + progress.token());
    }
  }

  /** RUNNING becomes COMPLETED. */
  public Task completed(Instant now) {
    return ended(TaskStatus.COMPLETED, now, progress.failures(), null);
  }

  /** RUNNING becomes PENDING until the backoff ends, or FAILED when no retry is left. */
  public Task failed(boolean permanent, Instant now) {
    int failures = progress.failures() + 1;
    TaskStatus next = permanent ? TaskStatus.FAILED : afterFailure(TaskStatus.PENDING);
    if (next == TaskStatus.FAILED) {
      return ended(next, now, failures, null);
    }
    Instant due = now.plus(Backoff.delay(id, failures));
    requireTransition(next);
    return with(progress.returned(next, failures, due), rank, now);
  }

  /** RUNNING becomes READY because the lease is over, or FAILED when no retry is left. */
  public Task expired(Instant now) {
    int failures = progress.failures() + 1;
    TaskStatus next = afterFailure(TaskStatus.READY);
    if (next == TaskStatus.FAILED) {
      return ended(next, now, failures, null);
    }
    requireTransition(next);
    return with(progress.returned(next, failures, progress.dueAt()), rank, now);
  }

  /** RUNNING becomes READY; the run does not count. */
  public Task released(Instant now) {
    requireTransition(TaskStatus.READY);
    return with(
        progress.returned(TaskStatus.READY, progress.failures(), progress.dueAt()), rank, now);
  }

  /** The lease of a RUNNING task ends so long after now, but not after its run has to end. */
  public Task renewed(Duration lease, Instant now) {
    return with(progress.withLease(earlier(now.plus(lease), runEndsAt(schedule))), rank, now);
  }

  /** Whether the run of a task whose lease is over took longer than its timeout. */
  public boolean hasTimedOut() {
    Instant until = progress.leaseUntil();
    return until != null && !until.isBefore(runEndsAt(schedule));
  }

  private Instant runEndsAt(Schedule by) {
    Instant started =
        Objects.requireNonNull(progress.startedAt(), "a running task has been started");
    return started.plus(by.timeout());
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /**
   * FAILED or CANCELLED becomes what an open task with these neighbours is; the priority is not
   * rescored here.
   */
  public Task retried(int openPrerequisites, int openDependents, Instant now) {
    Instant due = schedule.notBefore();
    TaskStatus next = restingStatus(openPrerequisites, due, now);
    requireTransition(next);
    Rank counted = new Rank(rank.priority(), rank.depth(), openPrerequisites, openDependents, null);
    return with(progress.renewed(next, due), counted, now);
  }

  /** The same CANCELLED task with another cause. */
  public Task recaused(TaskNumber cause, Instant now) {
    return with(progress.causedBy(cause), rank, now);
  }

  /** A new edge to a prerequisite; when that is open, the task becomes BLOCKED. */
  public Task linked(boolean open, Instant now) {
    if (!open) {
      return with(progress, rank, now);
    }
    Rank more = rank.withOpenPrerequisites(rank.openPrerequisites() + 1);
    if (status() == TaskStatus.BLOCKED) {
      return with(progress, more, now);
    }
    requireTransition(TaskStatus.BLOCKED);
    return with(progress.at(TaskStatus.BLOCKED), more, now);
  }

  /**
   * An edge to a prerequisite fewer; when that was the last open one, the task is BLOCKED no more.
   */
  public Task unlinked(boolean open, Instant now) {
    return open ? with(prerequisiteCompleted(now), now) : with(progress, rank, now);
  }

  private static Task with(Task changed, Instant now) {
    return changed.with(changed.progress, changed.rank, now);
  }

  /**
   * The same task after an update: a resting task becomes PENDING or READY by its new notBefore, a
   * backoff that is under way is waited for all the same, and a lease ends with the new timeout.
   */
  public Task redefined(TaskProfile nextProfile, Schedule nextSchedule, Instant now) {
    Progress next = progress;
    Instant until = progress.leaseUntil();
    if (status() == TaskStatus.RUNNING && until != null) {
      next = progress.withLease(earlier(until, runEndsAt(nextSchedule)));
    } else if (!Objects.equals(nextSchedule.notBefore(), schedule.notBefore())) {
      next = rescheduled(nextSchedule.notBefore(), now);
    }
    return new Task(number, id, nextProfile, nextSchedule, next, rank, createdAt, now);
  }

  private Progress rescheduled(@Nullable Instant notBefore, Instant now) {
    Instant due = progress.dueAt();
    boolean backsOff =
        due != null && due.isAfter(now) && !Objects.equals(due, schedule.notBefore());
    Instant nextDue = backsOff && (notBefore == null || notBefore.isBefore(due)) ? due : notBefore;
    TaskStatus next = restingStatus(rank.openPrerequisites(), nextDue, now);
    if (next != status()) {
      requireTransition(next);
    }
    return progress.withDue(next, nextDue);
  }

  /** Any open status becomes CANCELLED, recording the task whose end is the cause, if one is. */
  public Task cancelled(@Nullable TaskNumber cause, Instant now) {
    return ended(TaskStatus.CANCELLED, now, progress.failures(), cause);
  }

  /** PENDING becomes READY when it is due. */
  public Task promoted(Instant now) {
    TaskStatus next = restingStatus(rank.openPrerequisites(), progress.dueAt(), now);
    requireTransition(next);
    return with(progress.at(next), rank, now);
  }

  /** A task that nobody holds in the resting status that it should have had. */
  public Task settledAs(TaskStatus resting, Instant now) {
    return with(progress.at(resting), rank, now);
  }

  /** One open prerequisite fewer; a BLOCKED task whose last it was becomes READY or PENDING. */
  public Task prerequisiteCompleted(Instant now) {
    Rank fewer = rank.withOpenPrerequisites(rank.openPrerequisites() - 1);
    if (status() != TaskStatus.BLOCKED || fewer.openPrerequisites() > 0) {
      return new Task(number, id, profile, schedule, progress, fewer, createdAt, updatedAt);
    }
    TaskStatus next = restingStatus(0, progress.dueAt(), now);
    requireTransition(next);
    return with(progress.at(next), fewer, now);
  }

  /** So many open dependents more, or fewer when negative; the priority is not rescored here. */
  public Task openDependentsChanged(int change) {
    return withRank(rank.withOpenDependents(rank.openDependents() + change));
  }

  /** The same task with another rank; its time of update stays. */
  public Task withRank(Rank next) {
    return new Task(number, id, profile, schedule, progress, next, createdAt, updatedAt);
  }

  private TaskStatus afterFailure(TaskStatus whenRetriesAreLeft) {
    boolean spent = progress.failures() + 1 > schedule.maxRetries();
    return spent ? TaskStatus.FAILED : whenRetriesAreLeft;
  }

  private Task ended(TaskStatus end, Instant now, int failures, @Nullable TaskNumber cause) {
    requireTransition(end);
    return with(progress.ended(end, now, failures, cause), rank.frozen(), now);
  }

  private void requireTransition(TaskStatus next) {
    if (!status().canBecome(next)) {
      throw new TransitionRefusedException(number, status(), next);
    }
  }

  private Task with(Progress nextProgress, Rank nextRank, Instant now) {
    return new Task(number, id, profile, schedule, nextProgress, nextRank, createdAt, now);
  }
}
