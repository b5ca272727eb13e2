package dev.arborist.application.port.in;

import dev.arborist.domain.dependency.ExecutionPlan;
import dev.arborist.domain.history.EventQuery;
import dev.arborist.domain.history.TaskEvent;
import dev.arborist.domain.query.Explanation;
import dev.arborist.domain.query.QueueStatistics;
import dev.arborist.domain.query.TaskFilter;
import dev.arborist.domain.query.TaskPage;
import dev.arborist.domain.query.TaskQuery;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.tree.LabelSource;
import dev.arborist.domain.tree.LoadProgress;
import dev.arborist.domain.tree.TaskTree;
import dev.arborist.domain.tree.TreeSnapshot;
import dev.arborist.domain.tree.TreeView;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

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

  /**
   * The number of the task that a person means.
   *
   * @param reference a number such as {@code 17} or {@code #17}, an id, or the beginning of an id
   *     of at least four hexadecimal digits; digits alone are a number, unless they begin with 0
   * @throws dev.arborist.domain.task.UnknownTaskException when no id begins like this; a number is
   *     not looked up
   * @throws dev.arborist.domain.task.InvalidInputException when the reference is malformed, or
   *     several ids begin like this; names two
   */
  TaskNumber resolve(String reference);

  /** One page of the tasks that a query asks for, in its order. */
  TaskPage list(TaskQuery query);

  /**
   * The tasks that a task waits for, whatever their status, ascending.
   *
   * @throws dev.arborist.domain.task.UnknownTaskException when there is no such task
   */
  List<Task> prerequisites(TaskNumber number);

  /**
   * The tasks that wait for a task, whatever their status, ascending.
   *
   * @throws dev.arborist.domain.task.UnknownTaskException when there is no such task
   */
  List<Task> dependents(TaskNumber number);

  /** In which batches all open tasks can run; running ones are in the first. */
  ExecutionPlan plan();

  /**
   * In which batches a task can be reached: it and every open task that it waits for, directly or
   * not; nothing when it is terminal.
   *
   * @throws dev.arborist.domain.task.UnknownTaskException when there is no such task
   */
  ExecutionPlan plan(TaskNumber goal);

  /** The queue at a glance. */
  QueueStatistics statistics();

  /**
   * Why a task is not running.
   *
   * @throws dev.arborist.domain.task.UnknownTaskException when there is no such task
   */
  Explanation explain(TaskNumber number);

  /**
   * Stands for the state of the queue: it differs from an earlier value whenever a change that was
   * committed since, by whomever, can be read.
   *
   * <p>To follow the queue, ask for the revision first and read then: what is committed in between
   * is noticed the next time, if not seen already. Equal values mean that nothing was committed
   * between the two calls; different ones, that something may have been, for upkeep of the store
   * may count as well. Reading changes nothing of it. Values mean nothing but that they are equal
   * or not, and only among those of one browser. It is cheap, the same for any number of tasks, and
   * holds nothing up, so it may be polled several times a second.
   *
   * <p>The passing of time is no change: see {@link #nextDue}.
   *
   * @throws dev.arborist.application.port.out.StorageException as any other read; also when the
   *     store can tell that what it has open is not what others find in its place any more
   */
  long revision();

  /**
   * Has a hint called whenever there may be tasks to be claimed that were not there before, until
   * the queue is closed.
   *
   * <p>A hint saves waiting and no more: a queue in a file gives none, one on a server may leave
   * some out and give some without a reason, and time makes tasks ready without any. So whoever
   * waits for work goes on asking, if less often.
   *
   * @param hint called on a thread of the queue, which it must not hold up
   */
  void onReady(Runnable hint);

  /**
   * The next instant after now at which some task is shown in another status although nobody writes
   * anything: a PENDING task is due, or a lease is over; nothing when time alone changes nothing.
   *
   * <p>Priorities are shown as stored. When time changes the urgency of a task, its priority stays
   * the same to readers until a write computes it afresh, which {@link #revision} tells.
   */
  Optional<Instant> nextDue();

  /** What has happened, in the order in which it did. */
  List<TaskEvent> events(EventQuery query);

  /**
   * Gives the whole queue to the sink, as stored and from one consistent state, without collecting
   * it: the tasks in ascending order of numbers, then what pruned tasks left, then the documents.
   *
   * <p>The state is held while the sink works, so a sink should not wait for a person.
   */
  void export(ExportSink sink);

  /** All tasks as this view lays them out; their labels are fetched by {@link #labels()}. */
  TaskTree tree(TreeView view);

  /**
   * As {@link #tree(TreeView)}, and says how far it has come.
   *
   * @param progress called on this thread every few thousand tasks, and at the end with as many as
   *     there are; an exception that it throws ends the load and passes through, and the queue is
   *     as usable as before: that is how a load is given up that nobody waits for any more
   */
  TaskTree tree(TreeView view, LoadProgress progress);

  /** Fetches the labels of the rows that are shown; each call reads the queue as it is then. */
  LabelSource labels();

  /** Which nodes of a tree meet a filter, those of tasks that are new since left out. */
  BitSet matches(TaskTree tree, TaskFilter filter);

  /**
   * The rows of a view that a filter leaves, with their ancestors and all labels, from one
   * consistent state: what is written out whole.
   */
  TreeSnapshot snapshot(TreeView view, TaskFilter filter);
}
