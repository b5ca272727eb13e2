package dev.arborist.adapters.sql;

import dev.arborist.domain.query.TaskFilter;
import dev.arborist.domain.task.EpochMicros;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.Query;

/**
 * The numbers of all tasks that meet a filter, ascending, without the tasks.
 *
 * <p>Both tables are in the order of numbers, so a text is looked for in one walk along the two.
 */
final class NumberQuery {

  private static final long NOT_MEANT = 0;

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
    boolean refined = conditions.needsRefinement();
    List<String> all = conditions.joined();
    String sql =
        "SELECT t.number"
            + (refined ? ", t.summary, x.prompt" : "")
            + " FROM task t"
            + (conditions.needsTexts() ? " JOIN task_text x ON x.task = t.number" : "")
            + (all.isEmpty() ? "" : " WHERE (" + String.join(") AND (", all) + ")")
            + " ORDER BY t.number";
    try (Query query = session.query(sql)) {
      if (sql.contains(":asOf")) {
        query.bind("asOf", EpochMicros.of(asOf));
      }
      conditions.bind(query);
      try (Stream<Long> numbers =
          query.map((row, context) -> refined ? meant(row) : row.getLong(1)).stream()) {
        return numbers.mapToLong(Long::longValue).filter(number -> number != NOT_MEANT).toArray();
      }
    }
  }

  /** What SQL leaves open, the texts decide. */
  private long meant(ResultSet row) throws SQLException {
    return conditions.isMeant(row.getString(2), row.getString(3)) ? row.getLong(1) : NOT_MEANT;
  }
}
