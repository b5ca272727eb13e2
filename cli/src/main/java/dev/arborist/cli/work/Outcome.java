package dev.arborist.cli.work;

import dev.arborist.application.port.in.TaskQueue;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import org.jspecify.annotations.Nullable;

/** What a run came to, and how the queue is told. */
interface Outcome {

  /** Tells the queue; returns the task as it is then. */
  Task tell(TaskQueue queue, TaskNumber number, long token);

  /**
   * Says what was told, in one line.
   *
   * @param time how long the run took
   */
  String line(Task task, String time);

  /** The program did what was asked. */
  record Completed(@Nullable String result) implements Outcome {

    @Override
    public Task tell(TaskQueue queue, TaskNumber number, long token) {
      return queue.complete(number, token, result);
    }

    @Override
    public String line(Task task, String time) {
      return "completed " + task.number() + " in " + time;
    }
  }

  /** The program did not do it. */
  record Failed(String error, boolean permanent) implements Outcome {

    @Override
    public Task tell(TaskQueue queue, TaskNumber number, long token) {
      return permanent
          ? queue.failPermanently(number, token, error)
          : queue.fail(number, token, error);
    }

    @Override
    public String line(Task task, String time) {
      String first = error.lines().findFirst().orElse("");
      return "failed " + task.number() + " after " + time + ": " + first + "; " + next(task);
    }

    private String next(Task task) {
      if (task.status() == TaskStatus.PENDING) {
        return "it is due again at " + task.progress().dueAt();
      }
      return permanent ? "it is not run again" : "no retry is left";
    }
  }

  /** The program was not given the time to do it. */
  record Released(String why) implements Outcome {

    @Override
    public Task tell(TaskQueue queue, TaskNumber number, long token) {
      return queue.release(number, token);
    }

    @Override
    public String line(Task task, String time) {
      return "released " + task.number() + " after " + time + ": " + why;
    }
  }
}
