package dev.arborist.application.port.out;

import dev.arborist.domain.dependency.TaskGraph;
import dev.arborist.domain.history.EventQuery;
import dev.arborist.domain.history.TaskEvent;
import dev.arborist.domain.priority.PriorityPolicy;
import dev.arborist.domain.query.TaskFilter;
import dev.arborist.domain.query.TaskQuery;
import dev.arborist.domain.specification.SpecificationDocument;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.tree.Labels;
import dev.arborist.domain.tree.LoadedLabels;
import dev.arborist.domain.tree.TaskTree;
import dev.arborist.domain.tree.TreeView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What a unit of work can read; statuses are as stored unless a method says otherwise.
 *
 * <p>Every list is in the order its method names, whatever the store likes to return.
 */
public interface TaskReads {

  /** How priorities are computed in this queue: as was said when it was created, for good. */
  PriorityPolicy priorityPolicy();

  /** The task with this number, without its long texts. */
  Optional<Task> find(TaskNumber number);

  /** The whole task with this number. */
  Optional<TaskDetails> findDetails(TaskNumber number);

  /**
   * The tasks whose id begins with these hexadecimal digits, by id.
   *
   * @param digits 1 to 32 digits in lower case, without dashes
   * @param limit how many at most
   */
  List<TaskNumber> findByIdPrefix(String digits, int limit);

  /**
   * The tasks that the query asks for, in its order.
   *
   * <p>The query's statuses are those in effect at {@code asOf}; the tasks given are as stored.
   */
  List<TaskDetails> list(TaskQuery query, Instant asOf);

  /** All tasks that this one waits for directly, in ascending order. */
  List<Task> prerequisitesOf(TaskNumber number);

  /** All tasks that wait directly for this one, in ascending order. */
  List<Task> dependentsOf(TaskNumber number);

  /**
   * The tasks that this one waits for, directly or not, that are open at {@code asOf} and wait for
   * no open task themselves; ascending.
   */
  List<Task> rootCausesOf(TaskNumber number, Instant asOf);

  /** How many tasks that are READY at {@code asOf} come before one of this priority and number. */
  long countReadyBefore(int priority, TaskNumber number, Instant asOf);

  /** All tasks that are open at {@code asOf}, and the edges between them. */
  TaskGraph loadOpenGraph(Instant asOf);

  /**
   * This task and every task that it waits for, directly or not, and that is open at {@code asOf},
   * and the edges between them.
   */
  TaskGraph loadOpenGraph(TaskNumber goal, Instant asOf);

  /** The tasks of the greatest depth that is stored, and the edges between them. */
  TaskGraph loadDeepestGraph();

  /** The greatest depth that is stored, 0 without tasks. */
  int deepest();

  /** Whether the counts by status are what counting finds; it looks at every task. */
  boolean countsAreExact();

  /** How many tasks there are, by the counts that are kept: exact, and the same for any number. */
  long count();

  /**
   * The first instant after {@code asOf} at which the status in effect of some task is another; by
   * an index.
   */
  Optional<Instant> nextDue(Instant asOf);

  /** What the store counts, without looking at every task. */
  StoredStatistics statistics(Instant asOf);

  /** The events that the query asks for, by sequence. */
  List<TaskEvent> events(EventQuery query);

  /**
   * Gives every task and its events to the visitor, in ascending order of numbers and of sequences,
   * without collecting them.
   */
  void forEach(TaskVisitor visitor);

  /** Gives every event to the consumer whose task is no longer there, by sequence. */
  void forEachPruned(Consumer<TaskEvent> consumer);

  /** Gives every version of every document to the consumer, by namespace, key and version. */
  void forEachSpecification(Consumer<SpecificationDocument> consumer);

  /** A document; the latest version when none is named. */
  Optional<SpecificationDocument> findSpecification(
      String namespace, String key, @Nullable Integer version);

  /** The latest versions of the documents, of one namespace or all, by namespace and key. */
  List<SpecificationDocument> listSpecifications(@Nullable String namespace);

  /**
   * All tasks as this view lays them out, with the statuses in effect at {@code asOf}.
   *
   * @param labels gets the summary of each task; null when nobody wants all of them
   * @param loaded is told every few thousand tasks how many have been read, and at the end; the
   *     same number may come several times, and what it throws passes through
   */
  TaskTree loadTree(
      TreeView view, Instant asOf, LoadedLabels.@Nullable Collector labels, LongConsumer loaded);

  /** The numbers of the tasks that the filter asks for, ascending. */
  long[] listNumbers(TaskFilter filter, Instant asOf);

  /** The summaries of some tasks, in the order of their numbers here. */
  Labels summaries(long[] numbers);
}
