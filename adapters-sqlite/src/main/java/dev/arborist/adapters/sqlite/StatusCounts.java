package dev.arborist.adapters.sqlite;

import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskStatus;

/**
 * By how much transactions change the counts by status, gathered so that one commit writes each
 * count once. Used by one thread at a time.
 */
final class StatusCounts {

  private static final Sql CHANGE =
      new Sql(
          """
          UPDATE status_count SET tasks = tasks + :tasks, priority_sum = priority_sum + :priorities
           WHERE status = :status
          """);

  private static final Sql RECOUNT =
      new Sql(
          """
          UPDATE status_count
             SET tasks = (SELECT count(*) FROM task t WHERE t.status = status_count.status),
                 priority_sum = (SELECT coalesce(sum(priority), 0) FROM task t
                                  WHERE t.status = status_count.status)
          """);

  private static final Sql WRONG =
      new Sql(
          """
          SELECT count(*) FROM status_count c
           WHERE tasks <> (SELECT count(*) FROM task t WHERE t.status = c.status)
              OR priority_sum <> (SELECT coalesce(sum(priority), 0) FROM task t
                                   WHERE t.status = c.status)
          """);

  private final long[] tasks = new long[TaskStatus.values().length];
  private final long[] priorities = new long[TaskStatus.values().length];

  void added(Task task) {
    change(task.status(), task, 1);
  }

  void removed(Task task) {
    change(task.status(), task, -1);
  }

  /** The task came from this status, with the same priority. */
  void moved(Task task, TaskStatus from) {
    change(from, task, -1);
    added(task);
  }

  private void change(TaskStatus status, Task task, int sign) {
    tasks[status.code()] += sign;
    priorities[status.code()] += (long) sign * task.rank().priority();
  }

  /** Takes over what a unit of work has gathered, when it is known that it stands. */
  void addAll(StatusCounts other) {
    for (int status = 0; status < tasks.length; status++) {
      tasks[status] += other.tasks[status];
      priorities[status] += other.priorities[status];
    }
  }

  /** Writes what has been gathered, and forgets it. */
  void flush(Session session) {
    for (int status = 0; status < tasks.length; status++) {
      if (tasks[status] != 0 || priorities[status] != 0) {
        session
            .run(CHANGE)
            .set("status", status)
            .set("tasks", tasks[status])
            .set("priorities", priorities[status])
            .execute();
        tasks[status] = 0;
        priorities[status] = 0;
      }
    }
  }

  static void recount(Session session) {
    session.run(RECOUNT).execute();
  }

  static boolean areExact(Session session) {
    return session.run(WRONG).number() == 0;
  }
}
