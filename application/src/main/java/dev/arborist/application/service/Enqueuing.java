package dev.arborist.application.service;

import dev.arborist.application.port.out.KeyedTask;
import dev.arborist.application.port.out.TaskWrites;
import dev.arborist.domain.dependency.DependencyCycleException;
import dev.arborist.domain.dependency.DependencyGraph;
import dev.arborist.domain.history.EventReason;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.KeyConflictException;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.PrerequisiteRefusedException;
import dev.arborist.domain.task.Progress;
import dev.arborist.domain.task.Rank;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskBatch;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskId;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.task.UnknownTaskException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Adds tasks within one unit of work: one, or a whole graph of them. */
final class Enqueuing {

  private final Lifecycle life;
  private final TaskWrites tx;

  Enqueuing(Lifecycle life) {
    this.life = life;
    tx = life.tx();
  }

  /** Adds a task, unless its key says that it was added before. */
  Task enqueue(TaskId id, NewTask task) {
    Task existing = existing(task);
    if (existing != null) {
      return existing;
    }
    requireParent(task.profile().parent());
    return insert(tx.nextNumbers(1).get(0), id, task);
  }

  private void requireParent(@Nullable TaskNumber parent) {
    if (parent != null && !tx.exists(parent)) {
      throw new UnknownTaskException(parent);
    }
  }

  private @Nullable Task existing(NewTask task) {
    String key = task.profile().idempotencyKey();
    TaskDetails found = key == null ? null : tx.findByKey(key).orElse(null);
    if (key == null || found == null) {
      return null;
    }
    requireSame(task, new KeyedTask(found.task().number(), key, fingerprint(found)));
    return found.task().asOf(life.now());
  }

  private void requireSame(NewTask task, KeyedTask found) {
    Long kept = found.fingerprint();
    long first = kept != null ? kept : fingerprint(details(found.number()));
    if (first != task.fingerprint()) {
      throw new KeyConflictException(found.key(), found.number());
    }
  }

  private TaskDetails details(TaskNumber number) {
    return tx.findDetails(number).orElseThrow(() -> new UnknownTaskException(number));
  }

  /** A task that came without one is taken for what it is now. */
  private static long fingerprint(TaskDetails found) {
    Long kept = found.fingerprint();
    return kept != null
        ? kept
        : new NewTask(
                found.task().profile(),
                found.task().schedule(),
                found.prompt(),
                found.payload(),
                found.prerequisites())
            .fingerprint();
  }

  private Task insert(TaskNumber number, TaskId id, NewTask task) {
    List<Task> open = new ArrayList<>();
    int depth = 0;
    for (Task prerequisite : life.current(task.prerequisites())) {
      requireCompletable(prerequisite);
      depth = Math.max(depth, Rank.depthBelow(prerequisite.rank().depth()));
      if (prerequisite.status().isOpen()) {
        open.add(prerequisite);
      }
    }
    Instant now = life.now();
    Instant due = task.schedule().notBefore();
    TaskStatus status = Task.restingStatus(open.size(), due, now);
    Rank rank =
        life.policy().rank(task.schedule(), task.profile().source(), depth, open.size(), 0, now);
    Task stored =
        new Task(
            number,
            id,
            task.profile(),
            task.schedule(),
            Progress.unclaimed(status, due),
            rank,
            now,
            now);
    Long fingerprint = task.profile().idempotencyKey() == null ? null : task.fingerprint();
    tx.insert(
        new TaskDetails(
            stored, task.prompt(), task.payload(), null, null, task.prerequisites(), fingerprint));
    life.record(stored, null, EventReason.ENQUEUED, life.actor(), null);
    open.forEach(prerequisite -> life.dependentsChanged(prerequisite, 1));
    return stored;
  }

  private static void requireCompletable(Task prerequisite) {
    switch (prerequisite.status()) {
      case FAILED, CANCELLED -> throw PrerequisiteRefusedException.forNewEdge(prerequisite);
      case PENDING, BLOCKED, READY, RUNNING, COMPLETED -> {}
    }
  }

  /** Adds a graph of tasks; each has the id at its position. */
  List<Task> enqueueAll(TaskBatch batch, List<TaskId> ids) {
    List<TaskBatch.Entry> entries = batch.entries();
    int[] order = order(entries);
    requireDistinctKeys(entries);
    requireExisting(entries);
    List<Optional<KeyedTask>> known = known(entries);
    TaskNumber[] numbers = numbers(known);
    for (int i : order) {
      TaskBatch.Entry entry = entries.get(i);
      NewTask task = resolved(entry, numbers);
      if (known.get(i).isPresent()) {
        requireSame(task, known.get(i).get());
        continue;
      }
      if (entry.parent() == null) {
        requireParent(task.profile().parent());
      }
      insert(numbers[i], ids.get(i), task);
    }
    // Read at the end: a later task of the batch may wait for an earlier one and raise its
    // priority.
    return Arrays.stream(numbers).map(number -> life.require(number).asOf(life.now())).toList();
  }

  /**
   * Of each entry, the task that has its key. All keys are asked for at one moment, since others
   * may add the same tasks meanwhile, and those that are there are kept until the end.
   */
  private List<Optional<KeyedTask>> known(List<TaskBatch.Entry> entries) {
    List<String> keys =
        entries.stream()
            .map(entry -> entry.task().profile().idempotencyKey())
            .filter(Objects::nonNull)
            .toList();
    Map<String, KeyedTask> found = new TreeMap<>();
    for (KeyedTask one : keys.isEmpty() ? List.<KeyedTask>of() : tx.findByKeys(keys)) {
      if (tx.exists(one.number())) {
        found.put(one.key(), one);
      }
    }
    return entries.stream()
        .map(entry -> entry.task().profile().idempotencyKey())
        .map(key -> key == null ? Optional.<KeyedTask>empty() : Optional.ofNullable(found.get(key)))
        .toList();
  }

  /** The numbers of the tasks that are known, and the next ones for the others. */
  private TaskNumber[] numbers(List<Optional<KeyedTask>> known) {
    int added = (int) known.stream().filter(Optional::isEmpty).count();
    Iterator<TaskNumber> next = tx.nextNumbers(added).iterator();
    return known.stream()
        .map(one -> one.isPresent() ? one.get().number() : next.next())
        .toArray(TaskNumber[]::new);
  }

  /** A number that only the batch itself will have is not one of a task of the queue. */
  private void requireExisting(List<TaskBatch.Entry> entries) {
    long highest = tx.highestNumber();
    for (TaskBatch.Entry entry : entries) {
      TaskNumber parent = entry.task().profile().parent();
      Stream.concat(Stream.ofNullable(parent), entry.task().prerequisites().stream())
          .filter(number -> number.value() > highest)
          .findFirst()
          .ifPresent(
              number -> {
                throw new UnknownTaskException(number);
              });
    }
  }

  private static NewTask resolved(TaskBatch.Entry entry, TaskNumber[] numbers) {
    Integer parent = entry.parent();
    if (parent == null && entry.prerequisites().isEmpty()) {
      return entry.task();
    }
    List<TaskNumber> prerequisites = new ArrayList<>(entry.task().prerequisites());
    entry.prerequisites().forEach(position -> prerequisites.add(numbers[position]));
    return entry
        .task()
        .within(parent == null ? entry.task().profile().parent() : numbers[parent], prerequisites);
  }

  private static void requireDistinctKeys(List<TaskBatch.Entry> entries) {
    Map<String, Integer> seen = new TreeMap<>();
    for (int i = 0; i < entries.size(); i++) {
      String key = entries.get(i).task().profile().idempotencyKey();
      Integer earlier = key == null ? null : seen.putIfAbsent(key, i);
      if (earlier != null) {
        throw TaskBatch.at(i, "task " + (earlier + 1) + " has the same idempotency key");
      }
    }
  }

  private static int[] order(List<TaskBatch.Entry> entries) {
    DependencyGraph prerequisites = new DependencyGraph(entries.size());
    DependencyGraph parents = new DependencyGraph(entries.size());
    for (int i = 0; i < entries.size(); i++) {
      for (int prerequisite : entries.get(i).prerequisites()) {
        prerequisites.add(i, prerequisite);
      }
      Integer parent = entries.get(i).parent();
      if (parent != null) {
        parents.add(i, parent);
      }
    }
    requireNoCycle("parents", parents);
    requireNoCycle("prerequisites", prerequisites);
    return prerequisites.lowestFirstOrder();
  }

  private static void requireNoCycle(String kind, DependencyGraph graph) {
    int[] cycle = graph.findCycle();
    if (cycle.length > 0) {
      String path = DependencyCycleException.shown(cycle, i -> "task " + (i + 1));
      throw new InvalidInputException(
          "the " + kind + " of the batch form a cycle: " + path + "; remove one of them");
    }
  }
}
