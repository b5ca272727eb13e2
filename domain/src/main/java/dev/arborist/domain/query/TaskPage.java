package dev.arborist.domain.query;

import dev.arborist.domain.task.TaskDetails;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of tasks.
 *
 * @param tasks the tasks in the order of the query, with the statuses in effect
 * @param next where the next page begins; null when this page was not full
 */
public record TaskPage(List<TaskDetails> tasks, @Nullable TaskCursor next) {

  /** Keeps its own copy of the list. */
  public TaskPage {
    tasks = List.copyOf(tasks);
  }
}
