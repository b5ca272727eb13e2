package dev.arborist.testkit.oracle;

import dev.arborist.application.port.in.ImportSummary;
import dev.arborist.application.port.in.QueueUpkeep;
import dev.arborist.application.port.in.TaskBrowser;
import dev.arborist.application.port.in.TaskImport;
import dev.arborist.application.port.in.TaskQueue;
import dev.arborist.domain.task.Cancellation;
import dev.arborist.domain.task.Claim;
import dev.arborist.domain.task.ClaimFilter;
import dev.arborist.domain.task.EpochMicros;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.QueueException;
import dev.arborist.domain.task.Revival;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskBatch;
import dev.arborist.domain.task.TaskId;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.task.TaskUpdate;
import dev.arborist.domain.upkeep.Diagnosis;
import dev.arborist.domain.upkeep.PruneReport;
import dev.arborist.domain.upkeep.PruneRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The queue as its semantics describe it, in memory and without a thought for speed.
 *
 * <p>Statuses are kept as stored; reads show those in effect. Not safe for use by several threads.
 */
public final class QueueModel implements TaskQueue, QueueUpkeep {

  private final ModelState state = new ModelState();
  private final InstantSource clock;
  private final ModelChanges changes;
  private final ModelEnqueue adding;
  private final ModelRuns runs;
  private final ModelEnds ends;
  private final ModelEdits edits;

  /**
   * An empty queue.
   *
   * @param clock what time it is
   * @param actor under which name the queue was opened
   * @param ids which id the task with a new number has
   */
  public QueueModel(InstantSource clock, String actor, Function<TaskNumber, TaskId> ids) {
    this.clock = clock;
    changes = new ModelChanges(state, actor);
    adding = new ModelEnqueue(changes, ids);
    runs = new ModelRuns(changes);
    ends = new ModelEnds(changes);
    edits = new ModelEdits(changes);
  }

  /** The reads of this model. */
  public TaskBrowser browser() {
    return new ModelReads(state, clock);
  }

  /** Says which numbers the tasks will get that the next operation adds. */
  void numbersWillBe(List<TaskNumber> numbers) {
    state.given.clear();
    state.given.addAll(numbers);
  }

  ModelState state() {
    return state;
  }

  private Instant now() {
    return EpochMicros.truncate(clock.instant());
  }

  /** Takes everything back when the work is refused. */
  private <T> T whole(Supplier<T> work) {
    ModelState before = state.copy();
    try {
      return work.get();
    } catch (QueueException refused) {
      state.become(before);
      throw refused;
    }
  }

  private Task wholly(TaskNumber number, Runnable work) {
    return whole(
        () -> {
          work.run();
          return state.stored(state.require(number));
        });
  }

  @Override
  public Task enqueue(NewTask task) {
    return whole(() -> adding.enqueue(task, now()));
  }

  @Override
  public List<Task> enqueueAll(TaskBatch batch) {
    return whole(() -> adding.enqueueAll(batch, now()));
  }

  @Override
  public List<Claim> claim(String worker, int count, Duration lease, ClaimFilter filter) {
    return whole(() -> runs.claim(worker, count, lease, filter, now()));
  }

  @Override
  public Instant heartbeat(TaskNumber number, long token, Duration lease) {
    ModelRuns.checkLease(lease);
    ModelTask task = runs.held(number, token, TaskStatus.RUNNING, now());
    return whole(() -> runs.heartbeat(task, lease, now()));
  }

  @Override
  public Task complete(TaskNumber number, long token, @Nullable String result) {
    ModelTask task = runs.held(number, token, TaskStatus.COMPLETED, now());
    ModelRuns.checkJson(result);
    return wholly(number, () -> runs.complete(task, result, now()));
  }

  @Override
  public Task fail(TaskNumber number, long token, @Nullable String error) {
    ModelTask task = runs.held(number, token, TaskStatus.FAILED, now());
    return wholly(number, () -> runs.fail(task, false, error, now()));
  }

  @Override
  public Task failPermanently(TaskNumber number, long token, @Nullable String error) {
    ModelTask task = runs.held(number, token, TaskStatus.FAILED, now());
    return wholly(number, () -> runs.fail(task, true, error, now()));
  }

  @Override
  public Task release(TaskNumber number, long token) {
    ModelTask task = runs.held(number, token, TaskStatus.READY, now());
    return wholly(number, () -> runs.release(task, now()));
  }

  @Override
  public Cancellation cancel(TaskNumber number, @Nullable Long token) {
    if (token != null) {
      runs.heldForCancel(number, token, now());
    }
    return whole(() -> ends.cancel(state.require(number), now()));
  }

  @Override
  public Cancellation cancelSubtree(TaskNumber number) {
    return whole(() -> ends.cancelSubtree(state.require(number), now()));
  }

  @Override
  public Revival retry(TaskNumber number) {
    return whole(() -> ends.retry(state.require(number), now()));
  }

  @Override
  public Task link(TaskNumber dependent, TaskNumber prerequisite) {
    return wholly(
        dependent, () -> edits.link(state.require(dependent), state.require(prerequisite), now()));
  }

  @Override
  public Task unlink(TaskNumber dependent, TaskNumber prerequisite) {
    return wholly(
        dependent,
        () -> edits.unlink(state.require(dependent), state.require(prerequisite), now()));
  }

  @Override
  public Task update(TaskNumber number, TaskUpdate update) {
    if (update.isEmpty()) {
      throw new InvalidInputException("nothing is to change");
    }
    return wholly(number, () -> edits.update(state.require(number), update, now()));
  }

  @Override
  public PruneReport prune(PruneRequest request) {
    return whole(() -> new ModelPrune(changes, request).prune(now()));
  }

  /** The model is sound by itself. */
  @Override
  public Diagnosis diagnose(boolean repair) {
    return new Diagnosis(state.tasks.size(), List.of(), false);
  }

  @Override
  public ImportSummary importTasks(TaskImport tasks) {
    throw new UnsupportedOperationException("the model takes no imports");
  }

  @Override
  public void backup(Path target) {
    throw new UnsupportedOperationException("the model has no file");
  }
}
