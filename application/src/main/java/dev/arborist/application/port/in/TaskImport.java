package dev.arborist.application.port.in;

import dev.arborist.domain.task.TaskDetails;
import java.util.List;

/**
 * Tasks that were read from elsewhere and refer to each other by the numbers they have here.
 *
 * @param tasks the tasks, in any order
 * @param renumber whether the queue gives them numbers of its own, in the order of those they have;
 *     otherwise they keep theirs
 */
public record TaskImport(List<Entry> tasks, boolean renumber) {

  /** Keeps its own copy of the list. */
  public TaskImport {
    tasks = List.copyOf(tasks);
  }

  /**
   * One task and where it was read.
   *
   * @param line the line of the input, for messages
   * @param details the task; its rank is computed afresh
   */
  public record Entry(int line, TaskDetails details) {}
}
