package dev.arborist.cli;

import dev.arborist.domain.task.TaskNumber;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/** The task that a command is about. */
final class TaskParameter {

  @Parameters(
      index = "0",
      paramLabel = "NUMBER",
      converter = TaskNumbers.class,
      description = "The task, by its number.")
  private @Nullable TaskNumber number;

  TaskNumber number() {
    return Objects.requireNonNull(number, "a required parameter is there");
  }
}
