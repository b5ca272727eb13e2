package dev.arborist.adapters.postgres;

import dev.arborist.adapters.sql.RowUpdate;
import dev.arborist.adapters.sql.Session;
import dev.arborist.adapters.sql.Sql;
import dev.arborist.adapters.sql.SqlException;
import dev.arborist.adapters.sql.SqlWrites;
import dev.arborist.adapters.sql.TaskColumns;
import dev.arborist.adapters.sql.TaskTable;
import dev.arborist.application.port.out.TaskVisitor;
import dev.arborist.domain.history.EventQuery;
import dev.arborist.domain.history.TaskEvent;
import dev.arborist.domain.task.ClaimFilter;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What PostgreSQL does in its own way, because several units of work run at the same time.
 *
 * <p>A unit sees what was committed before each of its statements (READ COMMITTED), and keeps every
 * task that it reads from others until it ends, so what it decides on is still so when it commits.
 * What is not a row that it has read, it keeps in another way: a way from task to task by the guard
 * of cycles, everything by locks on the tables, keys and numbers by their indexes.
 */
final class PostgresWrites extends SqlWrites {

  private static final Sql SUBTREE_TASKS =
      new Sql(
          "SELECT "
              + TaskColumns.TASK
              + " FROM task t WHERE t.number IN ("
              + TaskTable.SUBTREE_NUMBERS
              + ") ORDER BY t.number {lock t}");

  private static final String KEEP_OTHERS_OUT =
      "LOCK TABLE task, task_text, dependency, event, specification, unit, counted_status"
          + " IN SHARE ROW EXCLUSIVE MODE";

  private final HeldTasks held = new HeldTasks();
  private final CycleGuard guard;
  private final NumberSequence sequence;
  private final PostgresEvents events;
  private final UnitCounts unitCounts;
  private final PlannerEstimates estimates;
  private final Changes changes;
  private boolean asks;

  /**
   * The changes of one attempt at a unit of work.
   *
   * @param changes counts what the session changes
   * @param isGuarded whether to wait for the guard of cycles before anything else, because an
   *     earlier attempt met it locked while it held tasks itself
   */
  PostgresWrites(Session session, Changes changes, boolean isGuarded) {
    super(session);
    this.changes = changes;
    guard = new CycleGuard(session);
    sequence = new NumberSequence(session);
    events = new PostgresEvents(session);
    unitCounts = new UnitCounts(session);
    estimates = new PlannerEstimates(session);
    session.before(this::writeHeld);
    if (isGuarded) {
      guard.await();
    }
  }

  /** Whether anything was changed. */
  boolean hasChanged() {
    return changes.any() || !counts().isEmpty();
  }

  /** Whether there are more tasks to be claimed than before. */
  boolean makesReady() {
    return counts().adds(TaskStatus.READY);
  }

  /**
   * Writes what was gathered, before the commit.
   *
   * @return the number of the unit; 0 when nothing was changed
   */
  long finish() {
    writeHeld();
    TaskEvent last = events.takeLast();
    return last != null || hasChanged() ? unitCounts.add(counts(), last) : 0;
  }

  /** Sums up what units before this one have counted, and mends what is expected of tables. */
  void sumUpUnits() {
    unitCounts.sumUp();
    estimates.mend();
  }

  /** Everything that is gathered is in the tables before anything is asked of them. */
  private void writeHeld() {
    if (!asks) {
      apart(
          () -> {
            insertHeld();
            RowUpdate.writeWhole(session(), held.takeChanged());
            return true;
          });
    }
  }

  /** Writes these, and what was added: a question goes by that. */
  private void write(Supplier<List<Task>> some) {
    apart(
        () -> {
          insertHeld();
          RowUpdate.writeWhole(session(), some.get());
          return true;
        });
  }

  private void insertHeld() {
    List<TaskDetails> added = held.takeAdded();
    insertRows(added);
    estimates.added(added.size());
  }

  /** Asks something that does not depend on what has been gathered. */
  private <T> T apart(Supplier<T> question) {
    boolean asked = asks;
    asks = true;
    try {
      return question.get();
    } finally {
      asks = asked;
    }
  }

  /** The edges tell who they are, whatever has become of them. */
  private List<Task> neighbours(Supplier<List<Task>> question) {
    write(List::of);
    return held.met(apart(question));
  }

  /** What is open no more, but still is in its row, is left out afterwards. */
  private List<Task> openNeighbours(Supplier<List<Task>> question) {
    write(held::takeOpened);
    return held.met(apart(question)).stream().filter(task -> task.status().isOpen()).toList();
  }

  private List<Task> hanging(Supplier<List<Task>> question) {
    write(held::takeRehung);
    return held.met(apart(question));
  }

  @Override
  public Optional<Task> find(TaskNumber number) {
    Task known = held.find(number);
    return known == null ? apart(() -> super.find(number)).map(held::met) : Optional.of(known);
  }

  @Override
  public List<Task> prerequisitesOf(TaskNumber number) {
    return neighbours(() -> super.prerequisitesOf(number));
  }

  @Override
  public List<Task> dependentsOf(TaskNumber number) {
    return neighbours(() -> super.dependentsOf(number));
  }

  @Override
  public List<Task> openPrerequisitesOf(TaskNumber number) {
    return openNeighbours(() -> super.openPrerequisitesOf(number));
  }

  @Override
  public List<Task> openDependentsOf(TaskNumber number) {
    return openNeighbours(() -> super.openDependentsOf(number));
  }

  @Override
  public List<Task> childrenOf(TaskNumber number) {
    return hanging(() -> super.childrenOf(number));
  }

  @Override
  public List<Task> cascadedBy(TaskNumber cause) {
    return hanging(() -> super.cascadedBy(cause));
  }

  /**
   * The members are read too, for whoever asks for them means to change them. While they are waited
   * for, some may be moved away and others come: so they are asked for again, until all are held.
   */
  @Override
  public List<TaskNumber> subtreeOf(TaskNumber number) {
    Set<TaskNumber> kept = new TreeSet<>();
    List<TaskNumber> members;
    do {
      held.met(run(SUBTREE_TASKS).set("number", number.value()).list(TaskColumns::task)).stream()
          .map(Task::number)
          .forEach(kept::add);
      members = super.subtreeOf(number);
    } while (!kept.containsAll(members));
    return members;
  }

  @Override
  public List<TaskNumber> nextNumbers(int count) {
    return apart(() -> sequence.draw(count));
  }

  @Override
  public long highestNumber() {
    return sequence.highest();
  }

  @Override
  public void reserveUpTo(long number) {
    if (sequence.raiseTo(number)) {
      changes.countChange();
    }
  }

  @Override
  public boolean exists(TaskNumber number) {
    return held.find(number) != null || apart(() -> super.exists(number));
  }

  @Override
  public void insert(TaskDetails task) {
    counts().added(task.task());
    held.add(task);
    changes.countChange();
    long number = task.task().number().value();
    if (!sequence.hasPassed(number)) {
      reserveUpTo(number);
    }
  }

  @Override
  public void update(Task before, Task after) {
    counts().removed(before);
    counts().added(after);
    held.update(before, after);
    changes.countChange();
  }

  @Override
  public void insertAll(List<TaskDetails> added) {
    super.insertAll(added);
    estimates.added(added.size());
    added.stream()
        .mapToLong(details -> details.task().number().value())
        .max()
        .ifPresent(this::reserveUpTo);
  }

  /**
   * Leaves out what another one is looking at just then, but does not say that nothing is ready
   * when only that is: it may stay ready.
   */
  @Override
  public List<TaskDetails> claimReady(
      String worker, int count, Duration lease, ClaimFilter filter, Instant now) {
    List<TaskDetails> claimed = super.claimReady(worker, count, lease, filter, now);
    if (claimed.isEmpty() && anyReady(filter)) {
      claimed = claimLocked(worker, count, lease, filter, now);
    }
    claimed.forEach(details -> held.replace(details.task()));
    return claimed;
  }

  @Override
  public void append(TaskEvent event) {
    events.append(event);
  }

  @Override
  public void restore(List<TaskEvent> restored) {
    events.restore(restored);
  }

  @Override
  public List<TaskEvent> events(EventQuery query) {
    return events.list(query);
  }

  @Override
  public Optional<TaskNumber> findConflict(TaskDetails task) {
    events.flush();
    return super.findConflict(task);
  }

  @Override
  public void delete(List<TaskNumber> numbers) {
    events.flush();
    super.delete(numbers);
    numbers.forEach(held::forget);
  }

  /** Who looks at everything and may change it then must be alone. */
  @Override
  public void forEach(TaskVisitor visitor) {
    try {
      session().execute("SET LOCAL lock_timeout = '10s'");
      session().execute(KEEP_OTHERS_OUT);
    } catch (SQLException e) {
      throw new SqlException(e);
    }
    events.flush();
    super.forEach(visitor);
  }

  @Override
  public void forEachPruned(Consumer<TaskEvent> consumer) {
    events.flush();
    super.forEachPruned(consumer);
  }

  @Override
  public List<TaskNumber> waitPath(TaskNumber from, TaskNumber to) {
    guard.takeIfFree();
    return super.waitPath(from, to);
  }

  @Override
  public List<TaskNumber> parentPath(TaskNumber from, TaskNumber to) {
    guard.takeIfFree();
    return super.parentPath(from, to);
  }

  @Override
  protected void flushCounts() {
    writeHeld();
    if (!counts().isEmpty()) {
      unitCounts.add(counts(), null);
      changes.countChange();
    }
  }

  @Override
  protected void countAfresh() {
    unitCounts.countAfresh();
  }
}
