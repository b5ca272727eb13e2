package dev.arborist.adapters.sqlite;

import dev.arborist.application.port.out.TaskWrites;
import dev.arborist.domain.history.TaskEvent;
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

/** The changes on one transaction, each handed to the room of its table or kind. */
final class SqliteWrites extends SqliteReads implements TaskWrites {

  private final StatusCounts gathered;
  private final StatusCounts counts = new StatusCounts();
  private final TaskTable tasks;
  private final EdgeTable edges;
  private final ClaimQuery claims;
  private long highestReserved;

  /**
   * The changes of one unit of work.
   *
   * @param gathered what earlier units of work in the same transaction have changed
   */
  SqliteWrites(Session session, StatusCounts gathered) {
    super(session);
    this.gathered = gathered;
    tasks = new TaskTable(session, counts);
    edges = new EdgeTable(session);
    claims = new ClaimQuery(session, counts);
  }

  /** By how much this unit of work has changed the counts. */
  StatusCounts counts() {
    return counts;
  }

  @Override
  public TaskNumber nextNumber() {
    highestReserved = Math.max(highestReserved, tasks.highestNumber()) + 1;
    return TaskNumber.of(highestReserved);
  }

  @Override
  public long highestNumber() {
    return tasks.highestNumber();
  }

  @Override
  public void reserveUpTo(long number) {
    tasks.reserveUpTo(number);
  }

  @Override
  public void insert(TaskDetails task) {
    tasks.insert(task);
    for (TaskNumber prerequisite : task.prerequisites()) {
      edges.add(task.task().number(), prerequisite);
    }
  }

  @Override
  public void insertAll(List<TaskDetails> added) {
    tasks.insertAll(added);
    edges.addAll(added);
  }

  @Override
  public Optional<TaskDetails> findByKey(String key) {
    return tasks.findByKey(key);
  }

  @Override
  public Optional<TaskNumber> findConflict(TaskDetails task) {
    return tasks.findConflict(task);
  }

  @Override
  public void update(Task before, Task after) {
    tasks.update(before, after);
  }

  @Override
  public void saveOutcome(TaskNumber number, @Nullable String result, @Nullable String error) {
    tasks.saveOutcome(number, result, error);
  }

  @Override
  public void saveTexts(TaskNumber number, String prompt, @Nullable String payload) {
    tasks.saveTexts(number, prompt, payload);
  }

  @Override
  public void addEdge(TaskNumber dependent, TaskNumber prerequisite) {
    edges.add(dependent, prerequisite);
  }

  @Override
  public void removeEdge(TaskNumber dependent, TaskNumber prerequisite) {
    edges.remove(dependent, prerequisite);
  }

  @Override
  public boolean hasEdge(TaskNumber dependent, TaskNumber prerequisite) {
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
  public int deepestPrerequisiteOf(TaskNumber number) {
    return edges.deepestPrerequisiteOf(number);
  }

  @Override
  public List<TaskNumber> due(Instant now, int limit) {
    return claims.due(now, limit);
  }

  @Override
  public List<TaskDetails> claimReady(
      String worker, int count, Duration lease, ClaimFilter filter, Instant now) {
    return claims.claim(worker, count, lease, filter, now);
  }

  @Override
  public void append(TaskEvent event) {
    new EventTable(session()).append(event);
  }

  @Override
  public void restore(List<TaskEvent> events) {
    new EventTable(session()).restore(events);
  }

  @Override
  public List<Task> terminalTasks(@Nullable Instant endedBefore) {
    return tasks.terminal(endedBefore);
  }

  @Override
  public void delete(List<TaskNumber> numbers) {
    tasks.delete(numbers);
  }

  @Override
  public void insertSpecification(SpecificationDocument document) {
    new SpecificationTable(session()).insert(document);
  }

  /** Counts everything, so that what this transaction has gathered is in it. */
  @Override
  public void recount() {
    flush();
    StatusCounts.recount(session());
  }

  @Override
  public boolean countsAreExact() {
    flush();
    return super.countsAreExact();
  }

  @Override
  public long count() {
    flush();
    return super.count();
  }

  private void flush() {
    gathered.flush(session());
    counts.flush(session());
  }
}
