package dev.arborist.application.service;

import dev.arborist.application.port.in.ExportSink;
import dev.arborist.application.port.in.TaskBrowser;
import dev.arborist.application.port.out.StoredStatistics;
import dev.arborist.application.port.out.TaskReads;
import dev.arborist.application.port.out.TaskStore;
import dev.arborist.domain.dependency.ExecutionPlan;
import dev.arborist.domain.history.EventQuery;
import dev.arborist.domain.history.TaskEvent;
import dev.arborist.domain.query.Explanation;
import dev.arborist.domain.query.QueueStatistics;
import dev.arborist.domain.query.TaskCursor;
import dev.arborist.domain.query.TaskFilter;
import dev.arborist.domain.query.TaskPage;
import dev.arborist.domain.query.TaskQuery;
import dev.arborist.domain.task.EpochMicros;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.Rank;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.task.UnknownTaskException;
import dev.arborist.domain.tree.LabelSource;
import dev.arborist.domain.tree.LoadedLabels;
import dev.arborist.domain.tree.TaskTree;
import dev.arborist.domain.tree.TreeSnapshot;
import dev.arborist.domain.tree.TreeView;
import dev.arborist.domain.tree.Visibility;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** The reading side of the queue. */
final class BrowserService implements TaskBrowser {

  private static final Pattern NUMBER = Pattern.compile("#\\d+|[1-9]\\d{0,15}");
  private static final Pattern ID_PREFIX = Pattern.compile("[0-9a-f]{4,32}");

  private static final int EXPECTED_TASKS = 256;

  private final TaskStore store;
  private final InstantSource clock;

  BrowserService(TaskStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public TaskDetails get(TaskNumber number) {
    Instant asOf = now();
    TaskDetails details =
        store
            .read(tx -> tx.findDetails(number))
            .orElseThrow(() -> new UnknownTaskException(number));
    return details.withTask(details.task().asOf(asOf));
  }

  @Override
  public TaskNumber resolve(String reference) {
    if (NUMBER.matcher(reference).matches()) {
      return TaskNumber.parse(reference);
    }
    String digits = reference.toLowerCase(Locale.ROOT).replace("-", "");
    if (!ID_PREFIX.matcher(digits).matches()) {
      throw new InvalidInputException(
          "'" + reference + "' is no task: give a number such as 17, or 4 to 32 digits of an id");
    }
    List<TaskNumber> found = store.read(tx -> tx.findByIdPrefix(digits, 2));
    if (found.isEmpty()) {
      throw new UnknownTaskException(reference);
    }
    if (found.size() > 1) {
      throw new InvalidInputException(
          "several ids begin with '"
              + reference
              + "', those of "
              + found.get(0)
              + " and "
              + found.get(1)
              + " among them: give more digits");
    }
    return found.get(0);
  }

  @Override
  public TaskPage list(TaskQuery query) {
    Instant asOf = now();
    List<TaskDetails> tasks = store.read(tx -> tx.list(query, asOf));
    boolean full = query.limit() > 0 && tasks.size() == query.limit();
    TaskCursor next =
        full
            ? TaskCursor.at(tasks.get(tasks.size() - 1).task(), query.order(), query.reversed())
            : null;
    List<TaskDetails> shown = new ArrayList<>(tasks.size());
    tasks.forEach(details -> shown.add(details.withTask(details.task().asOf(asOf))));
    return new TaskPage(shown, next);
  }

  @Override
  public List<Task> prerequisites(TaskNumber number) {
    return neighbours(number, TaskReads::prerequisitesOf);
  }

  @Override
  public List<Task> dependents(TaskNumber number) {
    return neighbours(number, TaskReads::dependentsOf);
  }

  private List<Task> neighbours(
      TaskNumber number, BiFunction<TaskReads, TaskNumber, List<Task>> kind) {
    Instant asOf = now();
    return store.read(
        tx -> {
          require(tx, number);
          return asOf(kind.apply(tx, number), asOf);
        });
  }

  private static Task require(TaskReads tx, TaskNumber number) {
    return tx.find(number).orElseThrow(() -> new UnknownTaskException(number));
  }

  private static List<Task> asOf(List<Task> tasks, Instant asOf) {
    return tasks.stream().map(task -> task.asOf(asOf)).toList();
  }

  @Override
  public ExecutionPlan plan() {
    Instant asOf = now();
    return ExecutionPlan.of(store.read(tx -> tx.loadOpenGraph(asOf)));
  }

  @Override
  public ExecutionPlan plan(TaskNumber goal) {
    Instant asOf = now();
    return store.read(
        tx ->
            require(tx, goal).statusAt(asOf).isOpen()
                ? ExecutionPlan.of(tx.loadOpenGraph(goal, asOf))
                : new ExecutionPlan(List.of()));
  }

  @Override
  public QueueStatistics statistics() {
    Instant asOf = now();
    return store.read(
        tx -> {
          StoredStatistics stored = tx.statistics(asOf);
          long open = stored.openCount();
          return new QueueStatistics(
              asOf,
              stored.counts(),
              open == 0 ? 0 : Math.toIntExact((stored.openPrioritySum() + open / 2) / open),
              maxDepth(tx),
              stored.oldestReady(),
              stored.newest(),
              stored.oldestLease());
        });
  }

  /** Stored depths end at a bound; how far it is from there, only the tasks at the bound tell. */
  private static int maxDepth(TaskReads tx) {
    int deepest = tx.deepest();
    if (deepest < Rank.DEPTH_MAX) {
      return deepest;
    }
    return deepest + Arrays.stream(tx.loadDeepestGraph().edges().levels()).max().orElse(0);
  }

  @Override
  public Explanation explain(TaskNumber number) {
    Instant asOf = now();
    return store.read(
        tx -> {
          Task task = require(tx, number).asOf(asOf);
          List<Task> prerequisites = asOf(tx.prerequisitesOf(number), asOf);
          boolean open = task.status().isOpen();
          boolean blocked = task.status() == TaskStatus.BLOCKED;
          TaskNumber cause = task.progress().cause();
          return new Explanation(
              task,
              open ? only(prerequisites, true) : List.of(),
              blocked ? asOf(tx.rootCausesOf(number, asOf), asOf) : List.of(),
              task.status() == TaskStatus.READY
                  ? tx.countReadyBefore(task.rank().priority(), number, asOf)
                  : 0,
              open ? List.of() : only(prerequisites, false),
              cause == null ? null : tx.find(cause).map(one -> one.asOf(asOf)).orElse(null));
        });
  }

  /** Those that are open, or those that came to a bad end. */
  private static List<Task> only(List<Task> tasks, boolean open) {
    return tasks.stream()
        .filter(
            task ->
                switch (task.status()) {
                  case PENDING, BLOCKED, READY, RUNNING -> open;
                  case FAILED, CANCELLED -> !open;
                  case COMPLETED -> false;
                })
        .toList();
  }

  @Override
  public List<TaskEvent> events(EventQuery query) {
    return store.read(tx -> tx.events(query));
  }

  @Override
  public void export(ExportSink sink) {
    store.read(
        tx -> {
          tx.forEach(sink::task);
          tx.forEachPruned(sink::pruned);
          tx.forEachSpecification(sink::specification);
          return sink;
        });
  }

  @Override
  public TaskTree tree(TreeView view) {
    Instant asOf = now();
    return store.read(tx -> tx.loadTree(view, asOf, null));
  }

  @Override
  public LabelSource labels() {
    return (tree, nodes, count) -> {
      long[] numbers = new long[count];
      for (int i = 0; i < count; i++) {
        numbers[i] = tree.number(nodes[i]);
      }
      return store.read(tx -> tx.summaries(numbers));
    };
  }

  @Override
  public BitSet matches(TaskTree tree, TaskFilter filter) {
    Instant asOf = now();
    return tree.nodesOf(store.read(tx -> tx.listNumbers(filter, asOf)));
  }

  @Override
  public TreeSnapshot snapshot(TreeView view, TaskFilter filter) {
    Instant asOf = now();
    return store.read(
        tx -> {
          LoadedLabels.Collector labels = new LoadedLabels.Collector(EXPECTED_TASKS);
          TaskTree tree = tx.loadTree(view, asOf, labels);
          Visibility visibility = new Visibility(tree);
          if (!filter.isAll()) {
            visibility.filter(tree.nodesOf(tx.listNumbers(filter, asOf)));
          }
          return new TreeSnapshot(visibility, labels.build(tree));
        });
  }

  private Instant now() {
    return EpochMicros.truncate(clock.instant());
  }
}
