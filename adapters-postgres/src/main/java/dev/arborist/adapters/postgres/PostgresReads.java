package dev.arborist.adapters.postgres;

import dev.arborist.adapters.sql.Session;
import dev.arborist.adapters.sql.SqlReads;
import dev.arborist.domain.history.EventQuery;
import dev.arborist.domain.history.TaskEvent;
import java.util.List;

/** The queries of who only reads, in one snapshot. */
final class PostgresReads extends SqlReads {

  PostgresReads(Session session) {
    super(session);
  }

  @Override
  public List<TaskEvent> events(EventQuery query) {
    return new PostgresEvents(session()).list(query);
  }
}
