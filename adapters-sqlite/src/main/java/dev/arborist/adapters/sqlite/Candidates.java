package dev.arborist.adapters.sqlite;

import dev.arborist.domain.query.TaskFilter;
import dev.arborist.domain.task.EpochMicros;
import dev.arborist.domain.task.TaskSource;
import dev.arborist.domain.task.TaskStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Which indexes give the tasks of a filter, and whether in the order of claims.
 *
 * <p>Parts exclude each other. Each is a range of one index; the conditions that the range does not
 * answer are checked row by row.
 */
final class Candidates {

  private static final int BRANCHES_MAX = 64;

  /** A time of creation that so few tasks share is looked up by itself. */
  private static final int CREATED_MAX = 10_000;

  private static final Sql CREATED =
      new Sql(
          """
          SELECT count(*) FROM (
            SELECT 1 FROM task WHERE created_at >= :from AND created_at < :before LIMIT :limit)
          """);

  /**
   * A range of an index.
   *
   * @param index the index, as a clause of FROM; empty to let the planner choose
   * @param conditions what the tasks of this part meet
   */
  record Part(String index, List<String> conditions) {}

  private final Session session;
  private final TaskFilter filter;
  private final Conditions conditions;
  private final boolean isNarrow;

  Candidates(Session session, TaskFilter filter, Conditions conditions) {
    this.session = session;
    this.filter = filter;
    this.conditions = conditions;
    isNarrow = isByCreation() && countCreated() <= CREATED_MAX;
  }

  /** Every task: one part for each stored status. */
  static List<Part> everyTask() {
    List<Part> parts = new ArrayList<>();
    for (TaskStatus status : TaskStatus.values()) {
      parts.add(by("task_by_status", "t.status = " + status.code(), List.of()));
    }
    return parts;
  }

  private static Part by(String index, String range, List<String> others) {
    List<String> all = new ArrayList<>();
    all.add(range);
    all.addAll(others);
    return new Part("INDEXED BY " + index, all);
  }

  /** Whether the first rows of each part are enough for a page. */
  boolean isServedInOrder() {
    boolean isWideCreation = isByCreation() && !isNarrow;
    boolean isLargeSubtree = filter.within() != null && !conditions.isSmallSubtree();
    return filter.key() != null
        || conditions.isSmallSubtree()
        || (filter.text() == null && !isLargeSubtree && !isWideCreation);
  }

  private boolean isByCreation() {
    return filter.createdFrom() != null || filter.createdBefore() != null;
  }

  /** The parts that hold every task of the filter. */
  List<Part> parts() {
    List<String> all = conditions.all();
    List<String> branches = conditions.branches();
    if (filter.key() != null || conditions.isSmallSubtree()) {
      return List.of(new Part("", all));
    }
    if (filter.parent() != null) {
      return List.of(by("task_by_parent", "t.parent = :parent", all));
    }
    if (filter.worker() != null) {
      return List.of(by("task_by_worker", "t.worker = :worker", all));
    }
    if (filter.agentType() != null) {
      return List.of(by("task_by_agent", "t.agent_type = :agentType", all));
    }
    if (branches != null && branches.size() <= BRANCHES_MAX) {
      return byBranch(branches, all);
    }
    if (isNarrow) {
      return List.of(new Part("INDEXED BY task_by_creation", all));
    }
    if (filter.text() != null) {
      return List.of(new Part("", conditions.scanning()));
    }
    if (!filter.statuses().isEmpty()) {
      return byStatus(filter.statuses(), conditions.withoutStatuses());
    }
    if (!filter.sources().isEmpty()) {
      return bySource(filter.sources(), all);
    }
    return everyTask().stream().map(part -> with(part, all)).toList();
  }

  private static Part with(Part part, List<String> more) {
    List<String> all = new ArrayList<>(part.conditions());
    all.addAll(more);
    return new Part(part.index(), all);
  }

  private static List<Part> byBranch(List<String> branches, List<String> all) {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < branches.size(); i++) {
      parts.add(by("task_by_branch", "t.branch = " + Conditions.branchName(i), all));
    }
    return parts;
  }

  private static List<Part> byStatus(Set<TaskStatus> statuses, List<String> others) {
    List<Part> parts = new ArrayList<>();
    for (TaskStatus status : statuses) {
      Effective.parts(status)
          .forEach(part -> parts.add(by(part.index(), part.condition(), others)));
    }
    return parts;
  }

  private static List<Part> bySource(Set<TaskSource> sources, List<String> all) {
    List<Part> parts = new ArrayList<>();
    for (TaskSource source : sources) {
      parts.add(by("task_by_source", "t.source = " + source.code(), all));
    }
    return parts;
  }

  private long countCreated() {
    long from = filter.createdFrom() == null ? 0 : EpochMicros.of(filter.createdFrom());
    long before =
        filter.createdBefore() == null ? Long.MAX_VALUE : EpochMicros.of(filter.createdBefore());
    return session
        .run(CREATED)
        .set("from", from)
        .set("before", before)
        .set("limit", CREATED_MAX + 1)
        .number();
  }
}
