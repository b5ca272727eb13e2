package dev.arborist.adapters.sql;

import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskNumber;
import java.util.List;

/** Who waits for whom. */
final class EdgeTable {

  private static final int BATCH_ROWS = 1_000;

  /** The index of statuses lists every open task, where there are few neighbours. */
  static final Sql OPEN_PREREQUISITES =
      new Sql(
          "SELECT "
              + TaskColumns.TASK
              + """
                 FROM dependency d JOIN task t ON t.number = d.prerequisite
                WHERE d.dependent = :number AND {noIndex t.status} <= 3
                ORDER BY d.prerequisite {lock t}
              """);

  static final Sql OPEN_DEPENDENTS =
      new Sql(
          "SELECT "
              + TaskColumns.TASK
              + """
                 FROM dependency d JOIN task t ON t.number = d.dependent
                WHERE d.prerequisite = :number AND {noIndex t.status} <= 3
                ORDER BY d.dependent {lock t}
              """);

  private static final Sql ADD =
      new Sql(
          "INSERT INTO dependency (dependent, prerequisite) VALUES (:dependent, :prerequisite)");

  private static final Sql REMOVE =
      new Sql(
          "DELETE FROM dependency WHERE dependent = :dependent AND prerequisite = :prerequisite");

  private static final Sql HAS =
      new Sql(
          """
          SELECT count(*) FROM dependency
           WHERE dependent = :dependent AND prerequisite = :prerequisite
          """);

  private static final Sql DEEPEST =
      new Sql(
          """
          SELECT coalesce(max(p.depth), -1)
            FROM dependency d JOIN task p ON p.number = d.prerequisite
           WHERE d.dependent = :number
          """);

  private final Session session;

  EdgeTable(Session session) {
    this.session = session;
  }

  void add(TaskNumber dependent, TaskNumber prerequisite) {
    bind(ADD, dependent, prerequisite).execute();
  }

  void addAll(List<TaskDetails> tasks) {
    int rows = 0;
    for (TaskDetails details : tasks) {
      for (TaskNumber prerequisite : details.prerequisites()) {
        bind(ADD, details.task().number(), prerequisite).addBatch();
        if (++rows % BATCH_ROWS == 0) {
          session.run(ADD).executeBatch();
        }
      }
    }
    if (rows % BATCH_ROWS > 0) {
      session.run(ADD).executeBatch();
    }
  }

  void remove(TaskNumber dependent, TaskNumber prerequisite) {
    bind(REMOVE, dependent, prerequisite).execute();
  }

  boolean has(TaskNumber dependent, TaskNumber prerequisite) {
    return bind(HAS, dependent, prerequisite).number() > 0;
  }

  int deepestPrerequisiteOf(TaskNumber number) {
    return (int) session.run(DEEPEST).set("number", number.value()).number();
  }

  private Run bind(Sql sql, TaskNumber dependent, TaskNumber prerequisite) {
    return session
        .run(sql)
        .set("dependent", dependent.value())
        .set("prerequisite", prerequisite.value());
  }
}
