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
import dev.arborist.domain.task.Rank;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.UnknownTaskException;
import dev.arborist.domain.tree.LabelSource;
import dev.arborist.domain.tree.LoadProgress;
import dev.arborist.domain.tree.TaskTree;
import dev.arborist.domain.tree.TreeSnapshot;
import dev.arborist.domain.tree.TreeView;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** The reading side of the queue. */
final class BrowserService implements TaskBrowser {

  private final TaskStore store;
  private final InstantSource clock;
  private final TreeReading trees;

  BrowserService(TaskStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
    trees = new TreeReading(store);
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
    return References.resolve(store, reference);
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

  /** The same tasks as a reader at this instant is shown them. */
  static List<Task> asOf(List<Task> tasks, Instant asOf) {
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
              stored.oldestLease(),
              tx.priorityPolicy());
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
    return store.read(tx -> Explaining.explain(tx, require(tx, number).asOf(asOf), asOf));
  }

  @Override
  public long revision() {
    return store.revision();
  }

  @Override
  public void onReady(Runnable hint) {
    store.onReady(hint);
  }

  @Override
  public Optional<Instant> nextDue() {
    Instant asOf = now();
    return store.read(tx -> tx.nextDue(asOf));
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
    return trees.tree(view, now());
  }

  @Override
  public TaskTree tree(TreeView view, LoadProgress progress) {
    return trees.tree(view, now(), progress);
  }

  @Override
  public LabelSource labels() {
    return trees.labels();
  }

  @Override
  public BitSet matches(TaskTree tree, TaskFilter filter) {
    return trees.matches(tree, filter, now());
  }

  @Override
  public TreeSnapshot snapshot(TreeView view, TaskFilter filter) {
    return trees.snapshot(view, filter, now());
  }

  private Instant now() {
    return EpochMicros.truncate(clock.instant());
  }
}
