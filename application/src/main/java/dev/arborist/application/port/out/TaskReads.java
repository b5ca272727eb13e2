package dev.arborist.application.port.out;

import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskQuery;
import dev.arborist.domain.tree.TaskTree;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** What a unit of work can read; statuses are as stored unless a method says otherwise. */
public interface TaskReads {

  /** The task with this number, without its long texts. */
  Optional<Task> find(TaskNumber number);

  /** The whole task with this number. */
  Optional<TaskDetails> findDetails(TaskNumber number);

  /**
   * Gives every task that the query asks for to the consumer, in the query's order.
   *
   * <p>The query's statuses are those in effect at {@code asOf}; the tasks given are as stored.
   * Tasks are not collected, so a consumer may see millions.
   */
  void forEach(TaskQuery query, Instant asOf, Consumer<TaskDetails> consumer);

  /** All tasks by their parents, with the statuses in effect at {@code asOf}. */
  TaskTree loadTree(Instant asOf);
}
