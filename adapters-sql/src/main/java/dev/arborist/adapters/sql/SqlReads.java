package dev.arborist.adapters.sql;

import dev.arborist.application.port.out.StoredStatistics;
import dev.arborist.application.port.out.TaskReads;
import dev.arborist.application.port.out.TaskVisitor;
import dev.arborist.domain.dependency.TaskGraph;
import dev.arborist.domain.history.EventQuery;
import dev.arborist.domain.history.TaskEvent;
import dev.arborist.domain.priority.PriorityPolicy;
import dev.arborist.domain.query.TaskFilter;
import dev.arborist.domain.query.TaskQuery;
import dev.arborist.domain.specification.SpecificationDocument;
import dev.arborist.domain.task.EpochMicros;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.tree.Labels;
import dev.arborist.domain.tree.LoadedLabels;
import dev.arborist.domain.tree.TaskTree;
import dev.arborist.domain.tree.TreeView;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The queries on one transaction. In a session of a store that locks, a task that is read here is
 * kept from others.
 */
public class SqlReads implements TaskReads {

  private static final int ID_BYTES = 16;
  private static final int DIGITS_PER_BYTE = 2;

  private static final String SELECT = "SELECT " + TaskColumns.TASK;

  static final Sql FIND = new Sql(SELECT + " FROM task t WHERE t.number = :number {lock t}");

  static final Sql FIND_DETAILS =
      new Sql(
          SELECT
              + ", "
              + TaskColumns.TEXTS
              + " FROM task t JOIN task_text x ON x.task = t.number WHERE t.number = :number {lock t}");

  private static final Sql BY_ID =
      new Sql("SELECT number FROM task WHERE id BETWEEN :low AND :high ORDER BY id LIMIT :limit");

  private static final Sql PREREQUISITES =
      new Sql(
          SELECT
              + """
                 FROM dependency d JOIN task t ON t.number = d.prerequisite
                WHERE d.dependent = :number ORDER BY d.prerequisite {lock t}
              """);

  private static final Sql DEPENDENTS =
      new Sql(
          SELECT
              + """
                 FROM dependency d JOIN task t ON t.number = d.dependent
                WHERE d.prerequisite = :number ORDER BY d.dependent {lock t}
              """);

  private final Session session;

  /** Queries on the session, which the caller keeps. */
  public SqlReads(Session session) {
    this.session = session;
  }

  /** What it reads in. */
  public final Session session() {
    return session;
  }

  protected final Run run(Sql sql) {
    return session.run(sql);
  }

  @Override
  public final PriorityPolicy priorityPolicy() {
    return PriorityPolicyTable.find(session);
  }

  @Override
  public Optional<Task> find(TaskNumber number) {
    return run(FIND).set("number", number.value()).first(TaskColumns::task);
  }

  @Override
  public final Optional<TaskDetails> findDetails(TaskNumber number) {
    return run(FIND_DETAILS).set("number", number.value()).first(TaskColumns::details);
  }

  @Override
  public final List<TaskNumber> findByIdPrefix(String digits, int limit) {
    return run(BY_ID)
        .set("low", bound(digits, (byte) 0))
        .set("high", bound(digits, (byte) -1))
        .set("limit", limit)
        .list(row -> TaskNumber.of(row.getLong(1)));
  }

  /** The first or the last id that begins like this. */
  private static byte[] bound(String digits, byte rest) {
    byte[] bytes = new byte[ID_BYTES];
    Arrays.fill(bytes, rest);
    for (int i = 0; i < digits.length(); i++) {
      int at = i / DIGITS_PER_BYTE;
      int shift = i % DIGITS_PER_BYTE == 0 ? 4 : 0;
      int digit = Character.digit(digits.charAt(i), 16);
      bytes[at] = (byte) ((bytes[at] & ~(0xF << shift)) | (digit << shift));
    }
    return bytes;
  }

  @Override
  public final List<TaskDetails> list(TaskQuery query, Instant asOf) {
    return new ListQuery(session, query, asOf).list();
  }

  @Override
  public List<Task> prerequisitesOf(TaskNumber number) {
    return tasks(PREREQUISITES, number);
  }

  @Override
  public List<Task> dependentsOf(TaskNumber number) {
    return tasks(DEPENDENTS, number);
  }

  @Override
  public final List<Task> rootCausesOf(TaskNumber number, Instant asOf) {
    return new GraphReads(session).rootCausesOf(number, asOf);
  }

  /** The tasks that a statement finds for one. */
  final List<Task> tasks(Sql sql, TaskNumber number) {
    return run(sql).set("number", number.value()).list(TaskColumns::task);
  }

  @Override
  public final long countReadyBefore(int priority, TaskNumber number, Instant asOf) {
    return new StatisticsReads(session).countReadyBefore(priority, number, asOf);
  }

  @Override
  public final TaskGraph loadOpenGraph(Instant asOf) {
    return new GraphReads(session).loadOpen(asOf);
  }

  @Override
  public final TaskGraph loadOpenGraph(TaskNumber goal, Instant asOf) {
    return new GraphReads(session).loadOpen(goal, asOf);
  }

  @Override
  public final TaskGraph loadDeepestGraph() {
    return new GraphReads(session).loadDeepest();
  }

  @Override
  public final int deepest() {
    return new GraphReads(session).deepest();
  }

  @Override
  public boolean countsAreExact() {
    return StatusCounts.areExact(session);
  }

  @Override
  public long count() {
    return new StatisticsReads(session).count();
  }

  @Override
  public final Optional<Instant> nextDue(Instant asOf) {
    return new StatisticsReads(session).nextDue(asOf);
  }

  @Override
  public final StoredStatistics statistics(Instant asOf) {
    return new StatisticsReads(session).statistics(asOf);
  }

  @Override
  public List<TaskEvent> events(EventQuery query) {
    return new EventTable(session).list(query);
  }

  @Override
  public void forEach(TaskVisitor visitor) {
    new Export(session).forEach(visitor);
  }

  @Override
  public void forEachPruned(Consumer<TaskEvent> consumer) {
    new EventTable(session).forEachPruned(consumer);
  }

  @Override
  public final void forEachSpecification(Consumer<SpecificationDocument> consumer) {
    new SpecificationTable(session).forEach(consumer);
  }

  @Override
  public final Optional<SpecificationDocument> findSpecification(
      String namespace, String key, @Nullable Integer version) {
    return new SpecificationTable(session).find(namespace, key, version);
  }

  @Override
  public final List<SpecificationDocument> listSpecifications(@Nullable String namespace) {
    return new SpecificationTable(session).list(namespace);
  }

  @Override
  public final TaskTree loadTree(
      TreeView view, Instant asOf, LoadedLabels.@Nullable Collector labels, LongConsumer loaded) {
    return new TreeLoader(session).load(view, EpochMicros.of(asOf), labels, loaded);
  }

  @Override
  public final long[] listNumbers(TaskFilter filter, Instant asOf) {
    return new NumberQuery(session, filter, asOf).list();
  }

  @Override
  public Labels summaries(long[] numbers) {
    return new TreeLoader(session).summaries(numbers);
  }
}
