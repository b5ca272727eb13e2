package dev.arborist.testkit.oracle;

import dev.arborist.domain.history.TaskEvent;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.UnknownTaskException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Everything that the model keeps, and the plainest ways to look at it. */
final class ModelState {

  final TreeMap<TaskNumber, ModelTask> tasks = new TreeMap<>();
  final List<TaskEvent> events = new ArrayList<>();
  long lastNumber;
  long lastSequence;

  /** Which numbers new tasks get, where that is known. */
  final Deque<TaskNumber> given = new ArrayDeque<>();

  /** The number of the next task: any greater one will do, for a queue may leave some out. */
  TaskNumber numberAfter(long last) {
    TaskNumber next = given.poll();
    return next != null && next.value() > last ? next : TaskNumber.of(last + 1);
  }

  ModelState copy() {
    ModelState copy = new ModelState();
    copy.become(this);
    return copy;
  }

  /** Takes over everything from another state. */
  void become(ModelState other) {
    tasks.clear();
    other.tasks.forEach((number, task) -> tasks.put(number, task.copy()));
    events.clear();
    events.addAll(other.events);
    lastNumber = other.lastNumber;
    lastSequence = other.lastSequence;
  }

  ModelTask require(TaskNumber number) {
    ModelTask task = tasks.get(number);
    if (task == null) {
      throw new UnknownTaskException(number);
    }
    return task;
  }

  /** The tasks that meet a condition, ascending. */
  List<ModelTask> where(Predicate<ModelTask> condition) {
    return tasks.values().stream().filter(condition).toList();
  }

  @Nullable ModelTask byKey(@Nullable String key) {
    List<ModelTask> found = where(task -> key != null && key.equals(task.profile.idempotencyKey()));
    return found.isEmpty() ? null : found.get(0);
  }

  List<ModelTask> prerequisitesOf(ModelTask task) {
    return task.prerequisites.stream().map(tasks::get).toList();
  }

  List<ModelTask> openPrerequisitesOf(ModelTask task) {
    return prerequisitesOf(task).stream().filter(ModelTask::isOpen).toList();
  }

  List<ModelTask> dependentsOf(ModelTask task) {
    return where(other -> other.prerequisites.contains(task.number));
  }

  List<ModelTask> openDependentsOf(ModelTask task) {
    return dependentsOf(task).stream().filter(ModelTask::isOpen).toList();
  }

  List<ModelTask> childrenOf(ModelTask task) {
    return where(other -> task.number.equals(other.profile.parent()));
  }

  /** The task and its descendants, ascending. */
  List<ModelTask> subtreeOf(ModelTask root) {
    return where(task -> isWithin(task, root));
  }

  /** Whether a task is this root or one of its descendants. */
  boolean isWithin(ModelTask task, ModelTask root) {
    ModelTask at = task;
    while (at != null && at != root) {
      at = at.profile.parent() == null ? null : tasks.get(at.profile.parent());
    }
    return at == root;
  }

  /** Whether a task is another, or waits for it directly or not. */
  boolean reaches(ModelTask from, ModelTask to) {
    return everythingBefore(from).contains(to.number);
  }

  /** The task and everything that it waits for. */
  Set<TaskNumber> everythingBefore(ModelTask task) {
    TreeSet<TaskNumber> found = new TreeSet<>();
    List<ModelTask> next = new ArrayList<>(List.of(task));
    while (!next.isEmpty()) {
      ModelTask at = next.remove(next.size() - 1);
      if (found.add(at.number)) {
        next.addAll(prerequisitesOf(at));
      }
    }
    return found;
  }

  /** The true depth of every task, also beyond ten. */
  Map<TaskNumber, Integer> depths() {
    Map<TaskNumber, Integer> depths = new TreeMap<>();
    tasks.values().forEach(task -> depthOf(task, depths));
    return depths;
  }

  private int depthOf(ModelTask task, Map<TaskNumber, Integer> known) {
    Integer before = known.get(task.number);
    if (before != null) {
      return before;
    }
    int depth = 0;
    for (ModelTask prerequisite : prerequisitesOf(task)) {
      depth = Math.max(depth, 1 + depthOf(prerequisite, known));
    }
    known.put(task.number, depth);
    return depth;
  }

  /** The task as it is stored. */
  Task stored(ModelTask task) {
    return task.toTask(task.status, openPrerequisitesOf(task).size());
  }

  List<Task> stored(List<ModelTask> several) {
    return several.stream().map(this::stored).toList();
  }

  TaskDetails storedDetails(ModelTask task) {
    return task.toDetails(task.status, openPrerequisitesOf(task).size());
  }

  /** The task as a reader is shown it. */
  Task shown(ModelTask task, Instant now) {
    return task.toTask(task.statusAt(now), openPrerequisitesOf(task).size());
  }

  List<Task> shown(List<ModelTask> several, Instant now) {
    return several.stream().map(task -> shown(task, now)).toList();
  }

  TaskDetails shownDetails(ModelTask task, Instant now) {
    return task.toDetails(task.statusAt(now), openPrerequisitesOf(task).size());
  }
}
