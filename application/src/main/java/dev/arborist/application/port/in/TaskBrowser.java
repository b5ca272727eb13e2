package dev.arborist.application.port.in;

import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskQuery;
import dev.arborist.domain.tree.TaskTree;
import java.util.List;
import java.util.function.Consumer;

/**
 * What reads the queue. Statuses are those in effect at the time of the call: a PENDING task that
 * is due reads READY.
 *
 * <p>Safe for use by several threads. Any call may throw {@code StorageException} when the store
 * fails.
 */
public interface TaskBrowser {

  /**
   * The whole task with this number.
   *
   * @throws dev.arborist.domain.task.UnknownTaskException when there is no such task
   */
  TaskDetails get(TaskNumber number);

  /** The tasks that a query asks for, in its order. */
  List<TaskDetails> list(TaskQuery query);

  /**
   * Gives every task to the consumer in ascending order of numbers, as stored and from one
   * consistent state, without collecting them.
   */
  void export(Consumer<TaskDetails> consumer);

  /** All tasks by their parents. */
  TaskTree tree();
}
