package dev.arborist.adapters.sql;

import dev.arborist.application.port.out.KeyedTask;
import dev.arborist.application.port.out.TaskWrites;
import dev.arborist.domain.specification.SpecificationDocument;
import dev.arborist.domain.task.ClaimFilter;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The changes on one transaction, each handed to the room of its table or kind. How numbers and
 * sequences are given and where counts are kept is the affair of each store.
 */
public abstract class SqlWrites extends SqlReads implements TaskWrites {

  private static final Sql EXISTS =
      new Sql("SELECT t.number FROM task t WHERE t.number = :number {keep t}");

  private final StatusCounts counts = new StatusCounts();
  private final TaskTable tasks;
  private final EdgeTable edges;
  private final ClaimQuery claims;

  /** The changes of one unit of work. */
  protected SqlWrites(Session session) {
    super(session);
    tasks = new TaskTable(session);
    edges = new EdgeTable(session);
    claims = new ClaimQuery(session, counts);
  }

  /** By how much this unit of work has changed the counts. */
  public final StatusCounts counts() {
    return counts;
  }

  /** Writes what has been gathered to where it is counted. */
  protected abstract void flushCounts();

  /** Computes the counts afresh where they are kept. */
  protected abstract void countAfresh();

  @Override
  public boolean exists(TaskNumber number) {
    return run(EXISTS).set("number", number.value()).first(row -> row.getLong(1)).isPresent();
  }

  @Override
  public void insert(TaskDetails task) {
    counts.added(task.task());
    tasks.insert(task);
    for (TaskNumber prerequisite : task.prerequisites()) {
      edges.add(task.task().number(), prerequisite);
    }
  }

  @Override
  public void insertAll(List<TaskDetails> added) {
    added.forEach(details -> counts.added(details.task()));
    insertRows(added);
  }

  /** Adds the rows of tasks and of their edges, which have been counted. */
  protected final void insertRows(List<TaskDetails> added) {
    tasks.insertAll(added);
    edges.addAll(added);
  }

  @Override
  public final Optional<TaskDetails> findByKey(String key) {
    return tasks.findByKey(key);
  }

  @Override
  public final List<KeyedTask> findByKeys(List<String> keys) {
    return tasks.findByKeys(keys);
  }

  @Override
  public Optional<TaskNumber> findConflict(TaskDetails task) {
    return tasks.findConflict(task);
  }

  @Override
  public void update(Task before, Task after) {
    counts.removed(before);
    counts.added(after);
    tasks.update(before, after);
  }

  @Override
  public final void saveOutcome(
      TaskNumber number, @Nullable String result, @Nullable String error) {
    tasks.saveOutcome(number, result, error);
  }

  @Override
  public final void saveTexts(TaskNumber number, String prompt, @Nullable String payload) {
    tasks.saveTexts(number, prompt, payload);
  }

  @Override
  public final void addEdge(TaskNumber dependent, TaskNumber prerequisite) {
    edges.add(dependent, prerequisite);
  }

  @Override
  public final void removeEdge(TaskNumber dependent, TaskNumber prerequisite) {
    edges.remove(dependent, prerequisite);
  }

  @Override
  public final boolean hasEdge(TaskNumber dependent, TaskNumber prerequisite) {
    return edges.has(dependent, prerequisite);
  }

  @Override
  public List<Task> openPrerequisitesOf(TaskNumber number) {
    return tasks(EdgeTable.OPEN_PREREQUISITES, number);
  }

  @Override
  public List<Task> openDependentsOf(TaskNumber number) {
    return tasks(EdgeTable.OPEN_DEPENDENTS, number);
  }

  @Override
  public List<Task> childrenOf(TaskNumber number) {
    return tasks(TaskTable.CHILDREN, number);
  }

  @Override
  public List<TaskNumber> subtreeOf(TaskNumber number) {
    return tasks.subtreeOf(number);
  }

  @Override
  public List<Task> cascadedBy(TaskNumber cause) {
    return tasks(TaskTable.CASCADED, cause);
  }

  @Override
  public List<TaskNumber> waitPath(TaskNumber from, TaskNumber to) {
    return new PathSearch(session()).waitPath(from, to);
  }

  @Override
  public List<TaskNumber> parentPath(TaskNumber from, TaskNumber to) {
    return new PathSearch(session()).parentPath(from, to);
  }

  @Override
  public final int deepestPrerequisiteOf(TaskNumber number) {
    return edges.deepestPrerequisiteOf(number);
  }

  @Override
  public final List<TaskNumber> due(Instant now, int limit) {
    return claims.due(now, limit);
  }

  @Override
  public List<TaskDetails> claimReady(
      String worker, int count, Duration lease, ClaimFilter filter, Instant now) {
    return claims.claim(worker, count, lease, filter, now, false);
  }

  /** As {@link #claimReady}, but waits for tasks that another transaction has locked. */
  protected final List<TaskDetails> claimLocked(
      String worker, int count, Duration lease, ClaimFilter filter, Instant now) {
    return claims.claim(worker, count, lease, filter, now, true);
  }

  /** Whether any task is ready for such a claim, whoever has locked it. */
  protected final boolean anyReady(ClaimFilter filter) {
    return claims.anyReady(filter);
  }

  @Override
  public final List<Task> terminalTasks(@Nullable Instant endedBefore) {
    return tasks.terminal(endedBefore);
  }

  @Override
  public void delete(List<TaskNumber> numbers) {
    numbers.forEach(number -> find(number).ifPresent(counts::removed));
    tasks.delete(numbers);
  }

  @Override
  public final void insertSpecification(SpecificationDocument document) {
    new SpecificationTable(session()).insert(document);
  }

  /** Counts everything, so that what this transaction has gathered is in it. */
  @Override
  public final void recount() {
    flushCounts();
    countAfresh();
  }

  @Override
  public final boolean countsAreExact() {
    flushCounts();
    return super.countsAreExact();
  }

  @Override
  public final long count() {
    flushCounts();
    return super.count();
  }
}
