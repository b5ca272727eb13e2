package dev.arborist.application.service;

import dev.arborist.domain.task.Cancellation;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskNumber;
import java.util.ArrayList;
import java.util.List;

/** Cancels what somebody named, and what waits for it. */
final class Cancelling {

  private final Lifecycle life;

  Cancelling(Lifecycle life) {
    this.life = life;
  }

  /** The task and everything that waits for it, directly or not, each once. */
  Cancellation cancel(Task task) {
    List<Task> cancelled = new ArrayList<>();
    cancelled.add(life.cancelOne(task));
    cancelled.addAll(life.cascade(task.number()));
    return new Cancellation(cancelled, 0);
  }

  Cancellation cancelSubtree(TaskNumber root) {
    life.require(root);
    List<Task> cancelled = new ArrayList<>();
    int terminal = 0;
    for (TaskNumber member : life.tx().subtreeOf(root)) {
      Task task = life.current(member);
      if (task.status().isOpen()) {
        cancelled.add(life.cancelOne(task));
      } else {
        terminal++;
      }
    }
    List<Task> members = List.copyOf(cancelled);
    for (Task member : members) {
      cancelled.addAll(life.cascade(member.number()));
    }
    return new Cancellation(cancelled, terminal);
  }
}
