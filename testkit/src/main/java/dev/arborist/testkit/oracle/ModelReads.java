package dev.arborist.testkit.oracle;

import dev.arborist.application.port.in.ExportSink;
import dev.arborist.application.port.in.TaskBrowser;
import dev.arborist.domain.dependency.ExecutionPlan;
import dev.arborist.domain.history.EventQuery;
import dev.arborist.domain.history.TaskEvent;
import dev.arborist.domain.query.Explanation;
import dev.arborist.domain.query.QueueStatistics;
import dev.arborist.domain.query.TaskCursor;
import dev.arborist.domain.query.TaskFilter;
import dev.arborist.domain.query.TaskPage;
import dev.arborist.domain.query.TaskQuery;
import dev.arborist.domain.query.TaskQuery.Order;
import dev.arborist.domain.task.EpochMicros;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.tree.LabelSource;
import dev.arborist.domain.tree.LoadProgress;
import dev.arborist.domain.tree.TaskTree;
import dev.arborist.domain.tree.TreeSnapshot;
import dev.arborist.domain.tree.TreeView;
import java.time.Instant;
import java.time.InstantSource;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The reads of the model. */
final class ModelReads implements TaskBrowser {

  private final ModelState state;
  private final InstantSource clock;
  private final ModelInsight insight;
  private @Nullable Snapshot last;
  private long revision;

  ModelReads(ModelState state, InstantSource clock) {
    this.state = state;
    this.clock = clock;
    insight = new ModelInsight(state);
  }

  private Instant now() {
    return EpochMicros.truncate(clock.instant());
  }

  @Override
  public TaskDetails get(TaskNumber number) {
    return state.shownDetails(state.require(number), now());
  }

  @Override
  public TaskNumber resolve(String reference) {
    throw new UnsupportedOperationException("the model knows numbers only");
  }

  @Override
  public TaskPage list(TaskQuery query) {
    Instant now = now();
    ModelFilter filter = new ModelFilter(state, query.filter(), now);
    Comparator<Place> order = order(query);
    List<Place> found =
        state.where(filter::matches).stream()
            .map(task -> placeOf(task, query.order(), now))
            .filter(place -> isBehind(place, query, order))
            .sorted(order)
            .toList();
    boolean full = query.limit() > 0 && found.size() >= query.limit();
    List<Place> page = full ? found.subList(0, query.limit()) : found;
    TaskCursor next = null;
    if (full) {
      Place last = page.get(page.size() - 1);
      next = new TaskCursor(query.order(), query.reversed(), last.key(), last.number());
    }
    return new TaskPage(page.stream().map(place -> get(place.number())).toList(), next);
  }

  /** Where a task stands in an order. */
  private record Place(long key, TaskNumber number) {}

  private Place placeOf(ModelTask task, Order order, Instant now) {
    return new Place(TaskCursor.keyOf(state.shown(task, now), order), task.number);
  }

  private static Comparator<Place> order(TaskQuery query) {
    Comparator<Place> byKey = Comparator.comparing(Place::key);
    Comparator<Place> order =
        (query.order() == Order.PRIORITY ? byKey.reversed() : byKey).thenComparing(Place::number);
    return query.reversed() ? order.reversed() : order;
  }

  private static boolean isBehind(Place place, TaskQuery query, Comparator<Place> order) {
    TaskCursor after = query.after();
    return after == null || order.compare(place, new Place(after.key(), after.number())) > 0;
  }

  @Override
  public List<Task> prerequisites(TaskNumber number) {
    return state.shown(state.prerequisitesOf(state.require(number)), now());
  }

  @Override
  public List<Task> dependents(TaskNumber number) {
    return state.shown(state.dependentsOf(state.require(number)), now());
  }

  @Override
  public ExecutionPlan plan() {
    return insight.plan(state.where(task -> true), now());
  }

  @Override
  public ExecutionPlan plan(TaskNumber goal) {
    Instant now = now();
    ModelTask task = state.require(goal);
    return insight.plan(insight.openBehind(task, now), now);
  }

  @Override
  public QueueStatistics statistics() {
    return insight.statistics(now());
  }

  @Override
  public Explanation explain(TaskNumber number) {
    return insight.explain(state.require(number), now());
  }

  /** Another number whenever there is something else to read. */
  @Override
  public long revision() {
    Snapshot now = Snapshot.of(this);
    if (!now.equals(last)) {
      last = now;
      revision++;
    }
    return revision;
  }

  /** Whoever works on a model has it for himself. */
  @Override
  public void onReady(Runnable hint) {}

  @Override
  public Optional<Instant> nextDue() {
    return insight.nextDue(now());
  }

  @Override
  public List<TaskEvent> events(EventQuery query) {
    List<TaskEvent> found =
        state.events.stream()
            .filter(event -> event.sequence() > query.after())
            .filter(event -> query.task() == null || query.task().equals(event.task()))
            .toList();
    int leftOut = query.limit() == 0 ? 0 : Math.max(0, found.size() - query.limit());
    return query.newest()
        ? found.subList(leftOut, found.size())
        : found.subList(0, found.size() - leftOut);
  }

  @Override
  public void export(ExportSink sink) {
    for (ModelTask task : state.tasks.values()) {
      sink.task(state.storedDetails(task), events(new EventQuery(task.number, 0, 0)));
    }
    state.events.stream()
        .filter(event -> !state.tasks.containsKey(event.task()))
        .forEach(sink::pruned);
  }

  @Override
  public TaskTree tree(TreeView view) {
    throw noTree();
  }

  @Override
  public TaskTree tree(TreeView view, LoadProgress progress) {
    throw noTree();
  }

  @Override
  public LabelSource labels() {
    throw noTree();
  }

  @Override
  public BitSet matches(TaskTree tree, TaskFilter filter) {
    throw noTree();
  }

  @Override
  public TreeSnapshot snapshot(TreeView view, TaskFilter filter) {
    throw noTree();
  }

  private static UnsupportedOperationException noTree() {
    return new UnsupportedOperationException("the model draws no tree");
  }
}
