package dev.arborist.testkit.oracle;

import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.Progress;
import dev.arborist.domain.task.Rank;
import dev.arborist.domain.task.Schedule;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskId;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskProfile;
import dev.arborist.domain.task.TaskStatus;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A task of the model: what is stored of it, open to every change. */
final class ModelTask {

  final TaskNumber number;
  final TaskId id;
  final Instant createdAt;
  final @Nullable Long fingerprint;
  final TreeSet<TaskNumber> prerequisites = new TreeSet<>();

  TaskProfile profile;
  Schedule schedule;
  String prompt;
  @Nullable String payload;
  @Nullable String result;
  @Nullable String error;
  Instant updatedAt;

  TaskStatus status = TaskStatus.READY;
  @Nullable Instant dueAt;
  @Nullable Instant backoffUntil;
  long token;
  int failures;
  @Nullable String worker;
  @Nullable Instant leaseUntil;
  @Nullable Instant startedAt;
  @Nullable Instant finishedAt;
  @Nullable TaskNumber cause;

  int priority;
  int depth;
  int openDependents;
  @Nullable Instant urgencyChangesAt;

  /** A new task; its status and its rank are still to be found. */
  ModelTask(TaskNumber number, TaskId id, NewTask task, Instant now) {
    this.number = number;
    this.id = id;
    createdAt = now;
    updatedAt = now;
    profile = task.profile();
    schedule = task.schedule();
    prompt = task.prompt();
    payload = task.payload();
    prerequisites.addAll(task.prerequisites());
    fingerprint = profile.idempotencyKey() == null ? null : task.fingerprint();
    dueAt = schedule.notBefore();
  }

  private ModelTask(ModelTask other) {
    number = other.number;
    id = other.id;
    createdAt = other.createdAt;
    fingerprint = other.fingerprint;
    prerequisites.addAll(other.prerequisites);
    profile = other.profile;
    schedule = other.schedule;
    prompt = other.prompt;
    payload = other.payload;
    result = other.result;
    error = other.error;
    updatedAt = other.updatedAt;
    status = other.status;
    dueAt = other.dueAt;
    backoffUntil = other.backoffUntil;
    token = other.token;
    failures = other.failures;
    worker = other.worker;
    leaseUntil = other.leaseUntil;
    startedAt = other.startedAt;
    finishedAt = other.finishedAt;
    cause = other.cause;
    priority = other.priority;
    depth = other.depth;
    openDependents = other.openDependents;
    urgencyChangesAt = other.urgencyChangesAt;
  }

  ModelTask copy() {
    return new ModelTask(this);
  }

  boolean isOpen() {
    return switch (status) {
      case PENDING, BLOCKED, READY, RUNNING -> true;
      case COMPLETED, FAILED, CANCELLED -> false;
    };
  }

  /** Whether nobody who waits for this task will ever run, as things stand. */
  boolean isLost() {
    return status == TaskStatus.FAILED || status == TaskStatus.CANCELLED;
  }

  boolean isDue(Instant now) {
    return dueAt == null || !dueAt.isAfter(now);
  }

  boolean leaseIsOver(Instant now) {
    return status == TaskStatus.RUNNING && !now.isBefore(leaseUntil);
  }

  /** The status that a reader is shown. */
  TaskStatus statusAt(Instant now) {
    if (status == TaskStatus.PENDING && isDue(now)) {
      return TaskStatus.READY;
    }
    if (leaseIsOver(now)) {
      return failures + 1 > schedule.maxRetries() ? TaskStatus.FAILED : TaskStatus.READY;
    }
    return status;
  }

  boolean isOpenAt(Instant now) {
    return !statusAt(now).isTerminal();
  }

  /** The task as a value, with this status and so many open prerequisites. */
  Task toTask(TaskStatus shown, int openPrerequisites) {
    return new Task(
        number,
        id,
        profile,
        schedule,
        new Progress(
            shown,
            dueAt,
            token,
            failures,
            worker,
            shown == TaskStatus.RUNNING ? leaseUntil : null,
            startedAt,
            finishedAt,
            cause),
        new Rank(
            priority,
            depth,
            isOpen() ? openPrerequisites : 0,
            isOpen() ? openDependents : 0,
            isOpen() ? urgencyChangesAt : null),
        createdAt,
        updatedAt);
  }

  /** The task with its texts. */
  TaskDetails toDetails(TaskStatus shown, int openPrerequisites) {
    return new TaskDetails(
        toTask(shown, openPrerequisites),
        prompt,
        payload,
        result,
        error,
        List.copyOf(prerequisites),
        fingerprint);
  }
}
