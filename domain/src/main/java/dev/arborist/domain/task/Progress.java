package dev.arborist.domain.task;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a task has come.
 *
 * @param status its stored status
 * @param dueAt when it may run at the earliest: its schedule's notBefore or the end of a backoff
 * @param token the number of times it was claimed; the last claim holds it under this number
 * @param failures how often a run failed, expired or timed out since the last operator's retry
 * @param worker who holds it, or held it last
 * @param leaseUntil when the holder's lease ends; only while RUNNING
 * @param startedAt when the last run began
 * @param finishedAt when it came to an end; only in a terminal status
 * @param cause the task whose end cancelled this one, where one did
 */
public record Progress(
    TaskStatus status,
    @Nullable Instant dueAt,
    long token,
    int failures,
    @Nullable String worker,
    @Nullable Instant leaseUntil,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable TaskNumber cause) {

  /** The greatest token and the greatest number of failures that are counted. */
  public static final int COUNT_MAX = 2_000_000_000;

  /**
   * Checks the counts, the times and that exactly a RUNNING task has a lease.
   *
   * @throws InvalidInputException naming what is out of range
   */
  public Progress {
    if (token < 0 || token > COUNT_MAX || failures < 0 || failures > COUNT_MAX) {
      throw new InvalidInputException(
          "the token " + token + " or the failures " + failures + " are not 0 to " + COUNT_MAX);
    }
    TextRules.name("worker", worker);
    dueAt = EpochMicros.keepOptional("dueAt", dueAt);
    leaseUntil = EpochMicros.keepOptional("leaseUntil", leaseUntil);
    startedAt = EpochMicros.keepOptional("startedAt", startedAt);
    finishedAt = EpochMicros.keepOptional("finishedAt", finishedAt);
    if ((status == TaskStatus.RUNNING) != (leaseUntil != null)) {
      throw new InvalidInputException(
          "a task that is "
              + status.label()
              + (leaseUntil == null ? " needs a" : " has no")
              + " leaseUntil");
    }
  }

  /** The progress of a task that has never been claimed. */
  public static Progress unclaimed(TaskStatus status, @Nullable Instant dueAt) {
    return new Progress(status, dueAt, 0, 0, null, null, null, null, null);
  }

  /** The same progress in another status than RUNNING. */
  Progress at(TaskStatus next) {
    return new Progress(next, dueAt, token, failures, worker, null, startedAt, finishedAt, cause);
  }

  Progress ended(TaskStatus end, Instant now, int failureCount, @Nullable TaskNumber by) {
    return new Progress(end, dueAt, token, failureCount, worker, null, startedAt, now, by);
  }

  Progress returned(TaskStatus next, int failureCount, @Nullable Instant due) {
    return new Progress(next, due, token, failureCount, worker, null, startedAt, null, cause);
  }

  /** Another chance: what the runs before left behind is forgotten, but for the token. */
  Progress renewed(TaskStatus next, @Nullable Instant due) {
    return new Progress(next, due, token, 0, worker, null, startedAt, null, null);
  }

  Progress withLease(Instant until) {
    return new Progress(
        status, dueAt, token, failures, worker, until, startedAt, finishedAt, cause);
  }

  Progress withDue(TaskStatus next, @Nullable Instant due) {
    return new Progress(
        next, due, token, failures, worker, leaseUntil, startedAt, finishedAt, cause);
  }

  /** The same progress with another cause, or none. */
  public Progress causedBy(@Nullable TaskNumber by) {
    return new Progress(
        status, dueAt, token, failures, worker, leaseUntil, startedAt, finishedAt, by);
  }
}
