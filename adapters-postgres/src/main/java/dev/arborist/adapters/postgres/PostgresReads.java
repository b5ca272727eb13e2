package dev.arborist.adapters.postgres;

import dev.arborist.adapters.sql.Session;
import dev.arborist.adapters.sql.SqlReads;
import dev.arborist.domain.history.EventQuery;
import dev.arborist.domain.history.TaskEvent;
import java.util.List;

/** The queries of who only reads, in one snapshot. */
final class PostgresReads extends SqlReads {

  private final SettledEvents all;

  PostgresReads(Session session, SettledEvents all) {
    super(session);
    this.all = all;
  }

  /** Those of all tasks are read as of now: what is settled, no snapshot can tell. */
  @Override
  public List<TaskEvent> events(EventQuery query) {
    return query.task() == null ? all.list(query) : super.events(query);
  }
}
