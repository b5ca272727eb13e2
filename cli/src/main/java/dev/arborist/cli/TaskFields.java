package dev.arborist.cli;

import dev.arborist.Arborist;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.Schedule;
import dev.arborist.domain.task.TaskNumber;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What can be said of a task when it is added and be changed afterwards. */
final class TaskFields {

  @Option(
      names = "--summary",
      paramLabel = "TEXT",
      description = "One line for lists; of a new task by default the prompt's first.")
  @Nullable String summary;

  @Option(
      names = "--priority",
      paramLabel = "0-10",
      description = "How soon, 10 first; of a new task 5 by default.")
  @Nullable Integer priority;

  @Option(names = "--parent", paramLabel = "TASK", description = "The task that it is a part of.")
  @Nullable String parent;

  @Option(
      names = "--deadline",
      paramLabel = "TIME",
      converter = Times.class,
      description = "When it should be done: 2026-12-01T08:00:00Z, 2026-12-01, +2d or +90m.")
  @Nullable TypedTime deadline;

  @Option(
      names = "--estimate",
      paramLabel = "DURATION",
      converter = Durations.class,
      description = "How long it is expected to take, such as 4h.")
  @Nullable Duration estimate;

  @Option(
      names = "--not-before",
      paramLabel = "TIME",
      converter = Times.class,
      description = "When it may run at the earliest, written as a deadline.")
  @Nullable TypedTime notBefore;

  @Option(
      names = "--retries",
      paramLabel = "N",
      description = "How many failures are followed by another run; 3 by default.")
  @Nullable Integer retries;

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      converter = Durations.class,
      description = "How long one run may take; 1h by default.")
  @Nullable Duration timeout;

  @Option(
      names = "--agent-type",
      paramLabel = "NAME",
      description = "The kind of worker it is for.")
  @Nullable String agentType;

  @Option(names = "--branch", paramLabel = "NAME", description = "The branch of work it is on.")
  @Nullable String branch;

  @Option(
      names = "--payload",
      paramLabel = "JSON",
      description = "What the worker needs besides; - reads it from standard input.")
  @Nullable String payload;

  /** Hands everything over to a task that is new. */
  void describe(NewTask.Builder task, Arborist arborist, Inputs inputs) throws IOException {
    task.summary(summary)
        .parent(parentIn(arborist))
        .deadline(deadlineBy(arborist.clock()))
        .estimate(estimate)
        .notBefore(notBeforeBy(arborist.clock()))
        .agentType(agentType)
        .branch(branch)
        .payload(inputs.json("payload", payload));
    ifGiven(priority, task::basePriority);
    ifGiven(retries, task::maxRetries);
    ifGiven(timeout, task::timeout);
  }

  /** The schedule with the times of another one, where it has any, for those seen from now. */
  Schedule withTimesOf(Schedule other, Schedule schedule) {
    return new Schedule(
        schedule.basePriority(),
        timeOf(deadline, other.deadline(), schedule.deadline()),
        schedule.estimate(),
        timeOf(notBefore, other.notBefore(), schedule.notBefore()),
        schedule.maxRetries(),
        schedule.timeout());
  }

  private static @Nullable Instant timeOf(
      @Nullable TypedTime typed, @Nullable Instant other, @Nullable Instant own) {
    return typed != null && typed.isRelative() && other != null ? other : own;
  }

  @Nullable Instant deadlineBy(InstantSource clock) {
    return TypedTime.by(clock, deadline);
  }

  @Nullable Instant notBeforeBy(InstantSource clock) {
    return TypedTime.by(clock, notBefore);
  }

  /** The number of the parent that is given, if one is. */
  @Nullable TaskNumber parentIn(Arborist arborist) {
    return parent == null ? null : arborist.browser().resolve(parent);
  }

  /** Hands a value over unless there is none. */
  static <T> void ifGiven(@Nullable T value, Consumer<T> taker) {
    if (value != null) {
      taker.accept(value);
    }
  }
}
