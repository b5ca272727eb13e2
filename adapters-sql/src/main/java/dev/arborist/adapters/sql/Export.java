package dev.arborist.adapters.sql;

import dev.arborist.application.port.out.TaskVisitor;
import dev.arborist.domain.history.TaskEvent;
import dev.arborist.domain.task.TaskDetails;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Walks through tasks and events side by side, both by task, so that neither is collected. */
final class Export {

  private static final Sql TASKS =
      new Sql(
          "SELECT "
              + TaskColumns.TASK
              + ", "
              + TaskColumns.TEXTS
              + " FROM task t JOIN task_text x ON x.task = t.number ORDER BY t.number");

  private static final Sql EVENTS =
      new Sql("SELECT " + EventTable.COLUMNS + " FROM event e ORDER BY e.task, e.sequence");

  private final Session session;

  Export(Session session) {
    this.session = session;
  }

  void forEach(TaskVisitor visitor) {
    try (PreparedStatement taskStatement = session.prepareLong(TASKS);
        PreparedStatement eventStatement = session.prepare(EVENTS);
        ResultSet tasks = taskStatement.executeQuery();
        ResultSet events = eventStatement.executeQuery()) {
      boolean more = events.next();
      while (tasks.next()) {
        TaskDetails details = TaskColumns.details(tasks);
        long number = details.task().number().value();
        List<TaskEvent> history = new ArrayList<>();
        while (more && events.getLong(2) <= number) {
          if (events.getLong(2) == number) {
            history.add(EventTable.event(events));
          }
          more = events.next();
        }
        visitor.visit(details, history);
      }
    } catch (SQLException e) {
      throw new SqlException(e);
    }
  }
}
