package dev.arborist.application.service;

import dev.arborist.application.port.in.ImportSummary;
import dev.arborist.application.port.in.TaskImport;
import dev.arborist.application.port.in.TaskImport.Entry;
import dev.arborist.application.port.out.TaskWrites;
import dev.arborist.domain.dependency.DependencyCycleException;
import dev.arborist.domain.dependency.DependencyGraph;
import dev.arborist.domain.history.EventQuery;
import dev.arborist.domain.history.TaskEvent;
import dev.arborist.domain.priority.PriorityPolicy;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.Progress;
import dev.arborist.domain.task.Rank;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Adds tasks that refer to each other, in one unit of work.
 *
 * <p>Tasks are handled as indexes into the list ordered by number. Everything derived is computed
 * in memory, in the order of the prerequisites, so that the store is written once and in one go.
 */
final class Importer {

  private final TaskWrites tx;
  private final PriorityPolicy policy;
  private final Instant now;
  private final String actor;

  Importer(TaskWrites tx, PriorityPolicy policy, Instant now, String actor) {
    this.tx = tx;
    this.policy = policy;
    this.now = now;
    this.actor = actor;
  }

  ImportSummary add(TaskImport tasks) {
    List<Entry> entries = new ArrayList<>(tasks.tasks());
    entries.sort(Comparator.comparing(entry -> entry.details().task().number()));
    HistoryImport history = new HistoryImport(tx, now, actor);
    boolean isNew = tx.events(new EventQuery(null, 0, 1)).isEmpty(); // each task leaves some
    if (entries.isEmpty()) {
      history.addEvents(tasks, List.of(), List.of(), isNew);
      history.addDocuments(tasks);
      return new ImportSummary(0, 0, 0);
    }
    long[] numbers = numbers(entries);
    requireDistinct(entries);
    requireForest(entries, numbers);
    List<TaskDetails> stored = derive(entries, numbers);
    long highest = tx.highestNumber();
    if (tasks.renumber()) {
      stored = new Renumbering(numbers, tx.nextNumbers(numbers.length)).apply(stored);
    } else {
      tx.reserveUpTo(numbers[numbers.length - 1]); // so that nobody is given them meanwhile
    }
    if (highest > 0) {
      requireNew(entries, stored);
    }
    tx.insertAll(stored);
    history.addEvents(tasks, entries, stored, isNew);
    history.addDocuments(tasks);
    return new ImportSummary(
        stored.size(), numberOf(stored.get(0)), numberOf(stored.get(stored.size() - 1)));
  }

  /** Leaves room behind the imported numbers for those that the queue gives out. */
  static final long NUMBER_MAX = TaskNumber.MAX / 2;

  /** The same of sequences. */
  static final long SEQUENCE_MAX = TaskEvent.SEQUENCE_MAX / 2;

  /** The same of claims and failures. */
  private static final int COUNT_MAX = Progress.COUNT_MAX / 2;

  private static void requireDistinct(List<Entry> entries) {
    Map<String, Entry> seen = new TreeMap<>();
    for (Entry entry : entries) {
      Task task = entry.details().task();
      requireUnseen("id " + task.id(), entry, seen);
      if (task.profile().idempotencyKey() != null) {
        requireUnseen("idempotencyKey " + task.profile().idempotencyKey(), entry, seen);
      }
      if (task.number().value() > NUMBER_MAX) {
        throw at(entry, "the number " + task.number() + " is too large: at most " + NUMBER_MAX);
      }
      if (task.progress().token() > COUNT_MAX || task.progress().failures() > COUNT_MAX) {
        throw at(entry, "the token or the failures are too many: at most " + COUNT_MAX);
      }
    }
  }

  private static void requireUnseen(String what, Entry entry, Map<String, Entry> seen) {
    Entry earlier = seen.putIfAbsent(what, entry);
    if (earlier != null) {
      throw at(entry, "the " + what + " stands in line " + earlier.line() + " already");
    }
  }

  private static long numberOf(TaskDetails details) {
    return details.task().number().value();
  }

  private static long[] numbers(List<Entry> entries) {
    long[] numbers = new long[entries.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = numberOf(entries.get(i).details());
      if (i > 0 && numbers[i] == numbers[i - 1]) {
        throw at(
            entries.get(i),
            "task #" + numbers[i] + " stands in line " + entries.get(i - 1).line() + " already");
      }
    }
    return numbers;
  }

  private static void requireForest(List<Entry> entries, long[] numbers) {
    DependencyGraph parents = new DependencyGraph(numbers.length);
    for (int i = 0; i < numbers.length; i++) {
      TaskNumber parent = entries.get(i).details().task().profile().parent();
      if (parent != null) {
        parents.add(i, indexOf(parent, "parent", entries.get(i), numbers));
      }
    }
    requireNoCycle("parents", parents, entries);
  }

  private static void requireNoCycle(String kind, DependencyGraph graph, List<Entry> entries) {
    int[] cycle = graph.findCycle();
    if (cycle.length > 0) {
      String path =
          DependencyCycleException.shown(
              cycle, i -> entries.get(i).details().task().number().toString());
      throw at(
          entries.get(cycle[0]), "the " + kind + " form a cycle: " + path + "; remove one of them");
    }
  }

  private static int indexOf(TaskNumber number, String role, Entry entry, long[] numbers) {
    int index = Arrays.binarySearch(numbers, number.value());
    if (index < 0) {
      throw at(entry, "the " + role + " " + number + " is not among the imported tasks");
    }
    return index;
  }

  /** Depth, open neighbours, status and priority of every task. */
  private List<TaskDetails> derive(List<Entry> entries, long[] numbers) {
    int n = numbers.length;
    DependencyGraph graph = new DependencyGraph(n);
    int[][] prerequisites = new int[n][];
    int[] openDependents = new int[n];
    for (int i = 0; i < n; i++) {
      Entry entry = entries.get(i);
      prerequisites[i] =
          entry.details().prerequisites().stream()
              .mapToInt(number -> indexOf(number, "prerequisite", entry, numbers))
              .toArray();
      for (int prerequisite : prerequisites[i]) {
        graph.add(i, prerequisite);
        if (status(entry).isOpen()) {
          openDependents[prerequisite]++;
        }
      }
    }
    requireNoCycle("prerequisites", graph, entries);
    int[] depths = new int[n];
    @Nullable TaskDetails[] derived = new TaskDetails[n];
    for (int i : graph.order()) {
      int open = 0;
      for (int prerequisite : prerequisites[i]) {
        depths[i] = Math.max(depths[i], Rank.depthBelow(depths[prerequisite]));
        open += status(entries.get(prerequisite)).isOpen() ? 1 : 0;
        requireCompletable(entries.get(i), entries.get(prerequisite));
      }
      derived[i] = derive(entries.get(i), depths[i], open, openDependents[i]);
    }
    return Arrays.asList(derived);
  }

  private static TaskStatus status(Entry entry) {
    return entry.details().task().status();
  }

  private static void requireCompletable(Entry entry, Entry prerequisite) {
    TaskStatus status = status(prerequisite);
    boolean lost = status == TaskStatus.FAILED || status == TaskStatus.CANCELLED;
    if (status(entry).isOpen() && lost) {
      throw at(
          entry,
          "the prerequisite "
              + prerequisite.details().task().number()
              + " is "
              + status.label()
              + ", so this task would never run: remove the prerequisite");
    }
  }

  private TaskDetails derive(Entry entry, int depth, int open, int openDependents) {
    Task task = entry.details().task();
    Progress progress = task.progress();
    if (progress.status().isTerminal()) {
      Rank last = new Rank(task.rank().priority(), depth, 0, 0, null);
      return entry.details().withTask(with(task, progress, last));
    }
    Rank rank =
        policy.rank(task.schedule(), task.profile().source(), depth, open, openDependents, now);
    if (progress.status() == TaskStatus.RUNNING) {
      requireHeld(entry, open);
      return entry.details().withTask(with(task, progress, rank));
    }
    TaskStatus resting = restingStatus(progress, open);
    Progress settled =
        new Progress(
            resting,
            progress.dueAt(),
            progress.token(),
            progress.failures(),
            progress.worker(),
            null,
            progress.startedAt(),
            null,
            null);
    return entry.details().withTask(with(task, settled, rank));
  }

  /** A task that is due stays PENDING until a claim finds it, as it does in any queue. */
  private TaskStatus restingStatus(Progress progress, int open) {
    TaskStatus resting = Task.restingStatus(open, progress.dueAt(), now);
    boolean waits = progress.status() == TaskStatus.PENDING && progress.dueAt() != null;
    return resting == TaskStatus.READY && waits ? TaskStatus.PENDING : resting;
  }

  private static void requireHeld(Entry entry, int open) {
    Progress progress = entry.details().task().progress();
    if (open > 0) {
      throw at(entry, "the task is running, but waits for a prerequisite that is open");
    }
    if (progress.worker() == null || progress.token() < 1 || progress.startedAt() == null) {
      throw at(entry, "the task is running, so it needs a worker, a token and startedAt");
    }
  }

  private static Task with(Task task, Progress progress, Rank rank) {
    return new Task(
        task.number(),
        task.id(),
        task.profile(),
        task.schedule(),
        progress,
        rank,
        task.createdAt(),
        task.updatedAt());
  }

  private void requireNew(List<Entry> entries, List<TaskDetails> stored) {
    for (int i = 0; i < stored.size(); i++) {
      var conflict = tx.findConflict(stored.get(i));
      if (conflict.isPresent()) {
        throw at(
            entries.get(i),
            "the queue has this task already, as "
                + conflict.get()
                + ", or had it and pruned it; import into a new queue, or leave it out");
      }
    }
  }

  private static InvalidInputException at(Entry entry, String problem) {
    return at(entry.line(), problem);
  }

  /** What a line of the input is refused for. */
  static InvalidInputException at(int line, String problem) {
    return new InvalidInputException("line " + line + ": " + problem);
  }
}
