package dev.arborist.application.service;

import dev.arborist.application.port.out.TaskReads;
import dev.arborist.domain.query.Explanation;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import java.time.Instant;
import java.util.List;

/** Why a task is not running. */
final class Explaining {

  private Explaining() {}

  /**
   * The explanation of a task.
   *
   * @param task the task as it is shown at {@code asOf}
   */
  static Explanation explain(TaskReads tx, Task task, Instant asOf) {
    TaskNumber number = task.number();
    List<Task> prerequisites = BrowserService.asOf(tx.prerequisitesOf(number), asOf);
    boolean open = task.status().isOpen();
    boolean blocked = task.status() == TaskStatus.BLOCKED;
    TaskNumber cause = task.progress().cause();
    return new Explanation(
        task,
        open ? only(prerequisites, true) : List.of(),
        blocked ? BrowserService.asOf(tx.rootCausesOf(number, asOf), asOf) : List.of(),
        task.status() == TaskStatus.READY
            ? tx.countReadyBefore(task.rank().priority(), number, asOf)
            : 0,
        only(prerequisites, false),
        cause == null ? null : tx.find(cause).map(one -> one.asOf(asOf)).orElse(null));
  }

  /** Those that are open, or those that came to a bad end. */
  private static List<Task> only(List<Task> tasks, boolean open) {
    return tasks.stream()
        .filter(
            task ->
                switch (task.status()) {
                  case PENDING, BLOCKED, READY, RUNNING -> open;
                  case FAILED, CANCELLED -> !open;
                  case COMPLETED -> false;
                })
        .toList();
  }
}
