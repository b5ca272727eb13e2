package dev.arborist.adapters.sql;

import dev.arborist.domain.query.TaskFilter;
import dev.arborist.domain.task.TaskStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Which indexes give the tasks of a filter.
 *
 * <p>When one of the conditions is met by few tasks, its index gives them and they are sorted. When
 * all are met by many, a walk along the tasks in the order of claims meets enough for a page soon.
 * The index of a condition holds no order, so that a change of priority need not be written to it.
 */
final class Candidates {

  /** How many tasks are sorted rather than walked to: a hundredth of a million. */
  private static final int FEW = 10_000;

  /**
   * A range of an index; parts exclude each other.
   *
   * @param index the index, as a clause of FROM; empty to let the planner choose
   * @param conditions what the tasks of this part meet
   */
  record Part(String index, List<String> conditions) {}

  /** A condition and the index that gives the tasks which meet it. */
  private record Lookup(String index, String condition) {}

  private final Session session;
  private final TaskFilter filter;
  private final Conditions conditions;
  private final @Nullable Part narrow;

  Candidates(Session session, TaskFilter filter, Conditions conditions) {
    this.session = session;
    this.filter = filter;
    this.conditions = conditions;
    narrow = narrow();
  }

  /** Whether few tasks meet one of the conditions. */
  boolean isNarrow() {
    return narrow != null;
  }

  /** Every task: one part for each stored status. */
  static List<Part> everyTask() {
    return everyTask(List.of());
  }

  private static List<Part> everyTask(List<String> others) {
    List<Part> parts = new ArrayList<>();
    for (TaskStatus status : TaskStatus.values()) {
      parts.add(by("task_by_status", "t.status = " + status.code(), others));
    }
    return parts;
  }

  private static Part by(String index, String range, List<String> others) {
    List<String> all = new ArrayList<>();
    all.add(range);
    all.addAll(others);
    return new Part("{index " + index + "}", all);
  }

  /** The parts that hold every task of the filter. */
  List<Part> parts() {
    if (narrow != null) {
      return List.of(narrow);
    }
    if (filter.text() != null) {
      return List.of(new Part("", conditions.scanning()));
    }
    if (filter.statuses().isEmpty()) {
      return everyTask(conditions.all());
    }
    List<Part> parts = new ArrayList<>();
    for (TaskStatus status : filter.statuses()) {
      Effective.parts(status)
          .forEach(
              part -> parts.add(by(part.index(), part.condition(), conditions.withoutStatuses())));
    }
    return parts;
  }

  private @Nullable Part narrow() {
    if (filter.key() != null || conditions.isSmallSubtree()) {
      return new Part("", conditions.all());
    }
    for (Lookup lookup : lookups()) {
      if (count(lookup) <= FEW) {
        return by(lookup.index(), lookup.condition(), conditions.all());
      }
    }
    return null;
  }

  private List<Lookup> lookups() {
    List<Lookup> lookups = new ArrayList<>();
    if (filter.parent() != null) {
      lookups.add(new Lookup("task_by_parent", "t.parent = :parent"));
    }
    if (filter.worker() != null) {
      lookups.add(new Lookup("task_by_worker", "t.worker = :worker"));
    }
    if (filter.agentType() != null) {
      lookups.add(new Lookup("task_by_agent", "t.agent_type = :agentType"));
    }
    if (conditions.branches() != null) {
      lookups.add(new Lookup("task_by_branch", conditions.ofBranches()));
    }
    if (filter.createdFrom() != null || filter.createdBefore() != null) {
      lookups.add(new Lookup("task_by_creation", conditions.ofCreation()));
    }
    if (!filter.sources().isEmpty()) {
      lookups.add(new Lookup("task_by_source", conditions.ofSources()));
    }
    return Collections.unmodifiableList(lookups);
  }

  private long count(Lookup lookup) {
    String sql =
        "SELECT count(*) FROM (SELECT 1 FROM task t {index "
            + lookup.index()
            + "} WHERE "
            + lookup.condition()
            + " LIMIT "
            + (FEW + 1)
            + ") few";
    try (Query query = session.query(sql)) {
      conditions.bind(query);
      return query.mapTo(Long.class).one();
    }
  }
}
