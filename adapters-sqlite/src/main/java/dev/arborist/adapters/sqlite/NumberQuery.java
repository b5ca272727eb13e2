package dev.arborist.adapters.sqlite;

import dev.arborist.domain.query.TaskFilter;
import dev.arborist.domain.task.EpochMicros;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.Query;

/** The numbers of all tasks that meet a filter, ascending, without the tasks. */
final class NumberQuery {

  private final Session session;
  private final Instant asOf;
  private final Conditions conditions;

  NumberQuery(Session session, TaskFilter filter, Instant asOf) {
    this.session = session;
    this.asOf = asOf;
    conditions = new Conditions(session, filter, false);
  }

  long[] list() {
    if (conditions.excludesAll()) {
      return new long[0];
    }
    List<String> all = conditions.scanning();
    String where = all.isEmpty() ? "TRUE" : "(" + String.join(") AND (", all) + ")";
    return conditions.needsRefinement() ? refined(where) : numbers(where);
  }

  private long[] numbers(String where) {
    String sql = "SELECT t.number FROM task t WHERE " + where + " ORDER BY t.number";
    try (Query query = bound(sql);
        Stream<Long> numbers = query.map((row, context) -> row.getLong(1)).stream()) {
      return numbers.mapToLong(Long::longValue).toArray();
    }
  }

  /** What SQL leaves open, the texts decide. */
  private long[] refined(String where) {
    String sql =
        "SELECT t.number, t.summary, x.prompt FROM task t JOIN task_text x ON x.task = t.number"
            + " WHERE "
            + where
            + " ORDER BY t.number";
    try (Query query = bound(sql);
        Stream<Long> numbers =
            query
                .map(
                    (row, context) ->
                        conditions.isMeant(row.getString(2), row.getString(3)) ? row.getLong(1) : 0)
                .stream()) {
      return numbers.mapToLong(Long::longValue).filter(number -> number != 0).toArray();
    }
  }

  private Query bound(String sql) {
    Query query = session.handle().createQuery(sql);
    if (sql.contains(":asOf")) {
      query.bind("asOf", EpochMicros.of(asOf));
    }
    conditions.bind(query);
    return query;
  }
}
