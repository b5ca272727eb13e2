package dev.arborist.testkit.oracle;

import dev.arborist.domain.history.EventReason;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.KeyConflictException;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.PrerequisiteRefusedException;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskBatch;
import dev.arborist.domain.task.TaskId;
import dev.arborist.domain.task.TaskNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How the model adds tasks. */
final class ModelEnqueue {

  private final ModelChanges changes;
  private final ModelState state;
  private final Function<TaskNumber, TaskId> ids;

  ModelEnqueue(ModelChanges changes, Function<TaskNumber, TaskId> ids) {
    this.changes = changes;
    this.state = changes.state;
    this.ids = ids;
  }

  /** Adds a task; one that existed is left alone, and shown as to a reader. */
  Task enqueue(NewTask task, Instant now) {
    ModelTask existing = existing(task);
    return existing == null
        ? state.stored(insert(requireNeighbours(task), state.numberAfter(state.lastNumber), now))
        : state.shown(existing, now);
  }

  List<Task> enqueueAll(TaskBatch batch, Instant now) {
    List<TaskBatch.Entry> entries = batch.entries();
    refuseRepeatedKeys(entries);
    refuseCycles(entries);
    List<TaskNumber> numbers = numbers(entries);
    List<NewTask> resolved = new ArrayList<>();
    for (TaskBatch.Entry entry : entries) {
      NewTask task = resolve(entry, numbers);
      resolved.add(task);
      if (existing(task) == null) {
        requireNeighbours(entry.task());
      }
    }
    TreeSet<Integer> waiting = new TreeSet<>();
    for (int i = 0; i < entries.size(); i++) {
      waiting.add(i);
    }
    while (!waiting.isEmpty()) {
      int next =
          waiting.stream()
              .filter(i -> entries.get(i).prerequisites().stream().noneMatch(waiting::contains))
              .findFirst()
              .orElseThrow();
      waiting.remove(next);
      if (existing(resolved.get(next)) == null) {
        insert(resolved.get(next), numbers.get(next), now);
      }
    }
    return state.shown(numbers.stream().map(state::require).toList(), now);
  }

  /** What a task names by number must be there; another task of its batch is not, not yet. */
  private NewTask requireNeighbours(NewTask task) {
    if (task.profile().parent() != null) {
      state.require(task.profile().parent());
    }
    task.prerequisites().forEach(state::require);
    return task;
  }

  /** The task that has the key already; refuses when it was another one. */
  private @Nullable ModelTask existing(NewTask task) {
    ModelTask existing = state.byKey(task.profile().idempotencyKey());
    if (existing != null && existing.fingerprint != task.fingerprint()) {
      throw new KeyConflictException(task.profile().idempotencyKey(), existing.number);
    }
    return existing;
  }

  private ModelTask insert(NewTask task, TaskNumber number, Instant now) {
    for (TaskNumber each : task.prerequisites()) {
      ModelTask prerequisite = state.require(each);
      changes.expireIfOver(prerequisite, now);
      if (prerequisite.isLost()) {
        throw PrerequisiteRefusedException.forNewEdge(state.stored(prerequisite));
      }
    }
    ModelRuns.checkJson(task.payload());
    ModelTask added = new ModelTask(number, ids.apply(number), task, now);
    state.tasks.put(number, added);
    state.lastNumber = Math.max(state.lastNumber, number.value());
    added.status = changes.resting(added, now);
    changes.record(added, null, added.status, changes.byActor(EventReason.ENQUEUED), now);
    changes.settle(now);
    changes.rescore(added, now);
    return added;
  }

  private static void refuseRepeatedKeys(List<TaskBatch.Entry> entries) {
    TreeSet<String> keys = new TreeSet<>();
    for (TaskBatch.Entry entry : entries) {
      String key = entry.task().profile().idempotencyKey();
      if (key != null && !keys.add(key)) {
        throw new InvalidInputException("a key stands twice");
      }
    }
  }

  private static void refuseCycles(List<TaskBatch.Entry> entries) {
    for (int i = 0; i < entries.size(); i++) {
      if (after(entries, i, TaskBatch.Entry::prerequisites).contains(i)
          || after(entries, i, ModelEnqueue::parentOf).contains(i)) {
        throw new InvalidInputException("the batch has a cycle");
      }
    }
  }

  private static List<Integer> parentOf(TaskBatch.Entry entry) {
    return entry.parent() == null ? List.of() : List.of(entry.parent());
  }

  /** Every position that is reached from one along one or more edges. */
  private static Set<Integer> after(
      List<TaskBatch.Entry> entries, int start, Function<TaskBatch.Entry, List<Integer>> edges) {
    TreeSet<Integer> found = new TreeSet<>();
    List<Integer> next = new ArrayList<>(edges.apply(entries.get(start)));
    while (!next.isEmpty()) {
      Integer at = next.remove(next.size() - 1);
      if (found.add(at)) {
        next.addAll(edges.apply(entries.get(at)));
      }
    }
    return found;
  }

  private List<TaskNumber> numbers(List<TaskBatch.Entry> entries) {
    List<TaskNumber> numbers = new ArrayList<>();
    long last = state.lastNumber;
    for (TaskBatch.Entry entry : entries) {
      ModelTask existing = state.byKey(entry.task().profile().idempotencyKey());
      if (existing == null) {
        last = state.numberAfter(last).value();
      }
      numbers.add(existing == null ? TaskNumber.of(last) : existing.number);
    }
    return numbers;
  }

  private NewTask resolve(TaskBatch.Entry entry, List<TaskNumber> numbers) {
    List<TaskNumber> neighbours = new ArrayList<>(entry.task().prerequisites());
    entry.prerequisites().forEach(position -> neighbours.add(numbers.get(position)));
    TaskNumber parent =
        entry.parent() == null ? entry.task().profile().parent() : numbers.get(entry.parent());
    return entry.task().within(parent, neighbours);
  }
}
