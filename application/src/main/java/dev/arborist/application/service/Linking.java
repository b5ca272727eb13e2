package dev.arborist.application.service;

import dev.arborist.application.port.out.TaskWrites;
import dev.arborist.domain.dependency.DependencyCycleException;
import dev.arborist.domain.history.EventReason;
import dev.arborist.domain.task.ChangeRefusedException;
import dev.arborist.domain.task.NotLinkedException;
import dev.arborist.domain.task.PrerequisiteRefusedException;
import dev.arborist.domain.task.Rank;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskNumber;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds and removes edges between tasks, and keeps the depths that follow from them. */
final class Linking {

  private final Lifecycle life;
  private final TaskWrites tx;

  Linking(Lifecycle life) {
    this.life = life;
    tx = life.tx();
  }

  Task link(TaskNumber dependentNumber, TaskNumber prerequisiteNumber) {
    life.require(prerequisiteNumber);
    Task dependent = life.current(dependentNumber);
    requireChangeable(dependent);
    if (tx.hasEdge(dependentNumber, prerequisiteNumber)) {
      return dependent;
    }
    requireNoCycle(dependentNumber, prerequisiteNumber);
    Task prerequisite = life.current(prerequisiteNumber);
    boolean open = prerequisite.status().isOpen();
    switch (prerequisite.status()) {
      case FAILED, CANCELLED -> throw PrerequisiteRefusedException.forNewEdge(prerequisite);
      case PENDING, BLOCKED, READY, RUNNING, COMPLETED -> {}
    }
    tx.addEdge(dependentNumber, prerequisiteNumber);
    if (open) {
      life.dependentsChanged(prerequisite, 1);
    }
    return store(dependent, dependent.linked(open, life.now()), EventReason.LINKED, prerequisite);
  }

  Task unlink(TaskNumber dependentNumber, TaskNumber prerequisiteNumber) {
    List<Task> both = life.current(List.of(dependentNumber, prerequisiteNumber));
    Task dependent = both.get(0);
    Task prerequisite = both.get(1);
    requireChangeable(dependent);
    if (!tx.hasEdge(dependentNumber, prerequisiteNumber)) {
      throw new NotLinkedException(dependentNumber, prerequisiteNumber);
    }
    tx.removeEdge(dependentNumber, prerequisiteNumber);
    boolean open = prerequisite.status().isOpen();
    if (open) {
      life.dependentsChanged(prerequisite, -1);
    }
    return store(
        dependent, dependent.unlinked(open, life.now()), EventReason.UNLINKED, prerequisite);
  }

  private static void requireChangeable(Task dependent) {
    switch (dependent.status()) {
      case PENDING, BLOCKED, READY -> {}
      case RUNNING, COMPLETED, FAILED, CANCELLED ->
          throw new ChangeRefusedException(
              dependent.number(), dependent.status(), "what it waits for cannot change any more");
    }
  }

  private void requireNoCycle(TaskNumber dependent, TaskNumber prerequisite) {
    List<TaskNumber> path = tx.waitPath(prerequisite, dependent);
    if (!path.isEmpty()) {
      List<TaskNumber> cycle = new ArrayList<>(path.size() + 1);
      cycle.add(dependent);
      cycle.addAll(path);
      throw new DependencyCycleException("prerequisites", cycle);
    }
  }

  private Task store(Task before, Task linked, EventReason reason, Task prerequisite) {
    int depth = Rank.depthBelow(tx.deepestPrerequisiteOf(before.number()));
    Task after = atDepth(linked, depth);
    life.change(before, after, reason, life.actor(), prerequisite.number().toString());
    if (depth != before.rank().depth()) {
      deepen(before.number());
    }
    return after;
  }

  private Task atDepth(Task task, int depth) {
    if (task.rank().depth() == depth) {
      return task;
    }
    Task moved = task.withRank(task.rank().withDepth(depth));
    return moved.status().isOpen() ? life.policy().rescore(moved, life.now()) : moved;
  }

  /** Computes the depths of these tasks afresh, and of those behind them. */
  void refreshDepths(Collection<TaskNumber> numbers) {
    refresh(numbers.stream().map(life::require).toList());
  }

  /** Lets depths follow a task whose own has changed. */
  private void deepen(TaskNumber changed) {
    refresh(tx.dependentsOf(changed));
  }

  /**
   * Goes on level by level, each task once a level however many ways lead to it; a depth changes at
   * most as often as there are depths.
   */
  private void refresh(List<Task> tasks) {
    Collection<Task> level = tasks;
    while (!level.isEmpty()) {
      Map<TaskNumber, Task> next = new TreeMap<>();
      List<TaskNumber> changed = new ArrayList<>();
      for (Task task : level) {
        int depth = Rank.depthBelow(tx.deepestPrerequisiteOf(task.number()));
        if (depth != task.rank().depth()) {
          tx.update(task, atDepth(task, depth));
          changed.add(task.number());
        }
      }
      for (TaskNumber number : changed) {
        tx.dependentsOf(number).forEach(dependent -> next.put(dependent.number(), dependent));
      }
      level = next.values();
    }
  }
}
