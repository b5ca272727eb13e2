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

  /** The progress of a task that has never been claimed. */
  public static Progress unclaimed(TaskStatus status, @Nullable Instant dueAt) {
    return new Progress(status, dueAt, 0, 0, null, null, null, null, null);
  }

  Progress at(TaskStatus next) {
    return new Progress(
        next, dueAt, token, failures, worker, leaseUntil, startedAt, finishedAt, cause);
  }

  Progress ended(TaskStatus end, Instant now, int failureCount, @Nullable TaskNumber by) {
    return new Progress(end, dueAt, token, failureCount, worker, null, startedAt, now, by);
  }

  Progress returned(TaskStatus next, int failureCount, @Nullable Instant due) {
    return new Progress(next, due, token, failureCount, worker, null, startedAt, null, cause);
  }
}
