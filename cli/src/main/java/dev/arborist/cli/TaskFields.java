package dev.arborist.cli;

import dev.arborist.Arborist;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.TaskNumber;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
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
      converter = Instants.class,
      description = "When it should be done: 2026-12-01T08:00:00Z, 2026-12-01, +2d or +90m.")
  @Nullable Instant deadline;

  @Option(
      names = "--estimate",
      paramLabel = "DURATION",
      converter = Durations.class,
      description = "How long it is expected to take, such as 4h.")
  @Nullable Duration estimate;

  @Option(
      names = "--not-before",
      paramLabel = "TIME",
      converter = Instants.class,
      description = "When it may run at the earliest, written as a deadline.")
  @Nullable Instant notBefore;

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
        .deadline(deadline)
        .estimate(estimate)
        .notBefore(notBefore)
        .agentType(agentType)
        .branch(branch)
        .payload(inputs.json("payload", payload));
    ifGiven(priority, task::basePriority);
    ifGiven(retries, task::maxRetries);
    ifGiven(timeout, task::timeout);
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
