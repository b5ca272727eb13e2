package dev.arborist.adapters.sql;

import dev.arborist.domain.query.TaskCursor;
import dev.arborist.domain.query.TaskFilter;
import dev.arborist.domain.query.TaskQuery;
import dev.arborist.domain.query.TaskQuery.Order;
import dev.arborist.domain.task.EpochMicros;
import dev.arborist.domain.task.TaskDetails;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.Query;

/**
 * One page of tasks, put together as SQL.
 *
 * <p>Which indexes are used is said here and not left to the planner, which knows nothing of the
 * data. A filter that few tasks meet is looked up by itself and its tasks are sorted; what many
 * meet is found soon by walking along the tasks in the order of claims ({@link Candidates}
 * decides). A text has no index: it is looked for in the tasks that come first, and only what is
 * not found there needs a look at every task.
 */
final class ListQuery {

  /** How many of the first tasks are looked at before all are. */
  private static final int FIRST_TASKS = 1_000;

  private static final String DETAILS =
      "SELECT "
          + TaskColumns.TASK
          + ", "
          + TaskColumns.TEXTS
          + " FROM task t JOIN task_text x ON x.task = t.number";

  private final Session session;
  private final TaskQuery wanted;
  private final TaskFilter filter;
  private final Instant asOf;
  private final Conditions conditions;

  ListQuery(Session session, TaskQuery wanted, Instant asOf) {
    this.session = session;
    this.wanted = wanted;
    filter = wanted.filter();
    this.asOf = asOf;
    boolean isWalk =
        wanted.order() == Order.PRIORITY
            && !wanted.reversed()
            && wanted.limit() > 0
            && filter.text() == null;
    conditions = new Conditions(session, filter, isWalk);
  }

  List<TaskDetails> list() {
    if (conditions.excludesAll()) {
      return List.of();
    }
    if (wanted.order() == Order.PRIORITY && !wanted.reversed()) {
      return inOrderOfClaims();
    }
    String direction = wanted.reversed() ? " DESC" : "";
    return select(
        "SELECT t.number FROM task t WHERE "
            + and(conditions.all(), behindCursor())
            + " ORDER BY "
            + key()
            + direction
            + ", t.number"
            + direction
            + " LIMIT "
            + limit());
  }

  private List<TaskDetails> inOrderOfClaims() {
    Candidates candidates = new Candidates(session, filter, conditions);
    if (filter.text() == null || candidates.isNarrow() || wanted.limit() == 0) {
      return select(numbers(union(candidates.parts(), limit())));
    }
    String first =
        numbers(union(Candidates.everyTask(), String.valueOf(FIRST_TASKS)))
            + " ORDER BY claim_order, number LIMIT "
            + FIRST_TASKS;
    List<TaskDetails> page =
        select(
            "SELECT t.number FROM task t WHERE t.number IN ("
                + first
                + ") AND "
                + and(conditions.all(), "TRUE"));
    boolean full = page.size() == wanted.limit();
    return full ? page : select(numbers(union(candidates.parts(), limit())));
  }

  private static String numbers(String rows) {
    return "SELECT number FROM (" + rows + ") found";
  }

  /** The tasks that the parts give, each part in the order of claims up to the limit. */
  private String union(List<Candidates.Part> parts, String limit) {
    return parts.stream()
        .map(
            part ->
                "SELECT * FROM (SELECT t.number, t.claim_order FROM task t "
                    + part.index()
                    + " WHERE "
                    + and(part.conditions(), behindCursor())
                    + " ORDER BY t.claim_order, t.number LIMIT "
                    + limit
                    + ") part")
        .collect(Collectors.joining(" UNION ALL "));
  }

  private String limit() {
    return conditions.needsRefinement() || wanted.limit() == 0
        ? "{noLimit}"
        : String.valueOf(wanted.limit());
  }

  private static String and(List<String> conditions, String more) {
    List<String> all = new ArrayList<>(conditions);
    all.add(more);
    return all.stream().map(one -> "(" + one + ")").collect(Collectors.joining(" AND "));
  }

  private String behindCursor() {
    if (wanted.after() == null) {
      return "TRUE";
    }
    String key = key();
    String beyond = wanted.reversed() ? "<" : ">";
    return key
        + " "
        + beyond
        + "= :afterKey AND ("
        + key
        + " "
        + beyond
        + " :afterKey OR t.number "
        + beyond
        + " :afterNumber)";
  }

  private String key() {
    return switch (wanted.order()) {
      case PRIORITY -> "t.claim_order";
      case NUMBER -> "t.number";
      case CREATED -> "t.created_at";
      case UPDATED -> "t.updated_at";
      case DEADLINE -> "coalesce(t.deadline, " + TaskCursor.NO_DEADLINE + ")";
    };
  }

  /** The whole tasks among these numbers, in order, one page of them. */
  private List<TaskDetails> select(String numbers) {
    String direction = wanted.reversed() ? " DESC" : "";
    String sql =
        DETAILS
            + " WHERE t.number IN ("
            + numbers
            + ") ORDER BY "
            + key()
            + direction
            + ", t.number"
            + direction
            + " LIMIT "
            + limit();
    try (Query query = session.queryLong(sql)) {
      bind(query, sql);
      try (Stream<TaskDetails> rows =
          query.map((row, context) -> TaskColumns.details(row)).stream()) {
        return page(rows.iterator());
      }
    }
  }

  private List<TaskDetails> page(Iterator<TaskDetails> rows) {
    List<TaskDetails> page = new ArrayList<>();
    while (rows.hasNext() && (wanted.limit() == 0 || page.size() < wanted.limit())) {
      TaskDetails details = rows.next();
      if (conditions.isMeant(details.task().profile().summary(), details.prompt())) {
        page.add(details);
      }
    }
    return page;
  }

  private void bind(Query query, String sql) {
    if (sql.contains(":asOf")) {
      query.bind("asOf", EpochMicros.of(asOf));
    }
    TaskCursor after = wanted.after();
    if (after != null) {
      query.bind("afterNumber", after.number().value());
      query.bind("afterKey", wanted.order() == Order.PRIORITY ? -after.key() : after.key());
    }
    conditions.bind(query);
  }
}
