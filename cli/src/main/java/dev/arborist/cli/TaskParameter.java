package dev.arborist.cli;

import dev.arborist.Arborist;
import dev.arborist.domain.task.TaskNumber;
import picocli.CommandLine.Parameters;

/** The task that a command is about. */
final class TaskParameter {

  @Parameters(
      index = "0",
      paramLabel = "TASK",
      description = "The task: its number, its id or the beginning of the id.")
  private String reference = "";

  /** The number of the task that is meant. */
  TaskNumber in(Arborist arborist) {
    return arborist.browser().resolve(reference);
  }
}
