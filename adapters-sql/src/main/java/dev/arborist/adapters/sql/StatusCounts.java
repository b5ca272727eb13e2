package dev.arborist.adapters.sql;

import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskStatus;
import java.util.stream.LongStream;

/**
 * By how much transactions change the counts by status, gathered so that one commit writes each
 * count once. Used by one thread at a time.
 */
public final class StatusCounts {

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

  /** There is one task more. */
  public void added(Task task) {
    change(task.status(), task, 1);
  }

  /** There is one task less. */
  public void removed(Task task) {
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
  public void addAll(StatusCounts other) {
    for (int status = 0; status < tasks.length; status++) {
      tasks[status] += other.tasks[status];
      priorities[status] += other.priorities[status];
    }
  }

  /** Whether nothing is gathered. */
  public boolean isEmpty() {
    return LongStream.concat(LongStream.of(tasks), LongStream.of(priorities)).allMatch(n -> n == 0);
  }

  /** Whether there are more tasks of that status than before. */
  public boolean adds(TaskStatus status) {
    return tasks[status.code()] > 0;
  }

  /** Takes a change of one status. */
  public interface Taker {
    void take(int status, long tasks, long priorities);
  }

  /** Gives away what has been gathered, status by status, and forgets it. */
  public void drain(Taker taker) {
    for (int status = 0; status < tasks.length; status++) {
      if (tasks[status] != 0 || priorities[status] != 0) {
        taker.take(status, tasks[status], priorities[status]);
        tasks[status] = 0;
        priorities[status] = 0;
      }
    }
  }

  static boolean areExact(Session session) {
    return session.run(WRONG).number() == 0;
  }
}
