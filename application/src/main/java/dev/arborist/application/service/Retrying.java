package dev.arborist.application.service;

import dev.arborist.application.port.out.TaskWrites;
import dev.arborist.domain.dependency.DependencyGraph;
import dev.arborist.domain.history.EventReason;
import dev.arborist.domain.history.TaskEvent;
import dev.arborist.domain.task.PrerequisiteRefusedException;
import dev.arborist.domain.task.Revival;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.task.TransitionRefusedException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Gives a task another chance, and those that its end had cancelled. */
final class Retrying {

  private final Lifecycle life;
  private final TaskWrites tx;

  Retrying(Lifecycle life) {
    this.life = life;
    tx = life.tx();
  }

  Revival retry(TaskNumber number) {
    Task task = life.current(number);
    if (!isLost(task)) {
      throw TransitionRefusedException.forRetry(number, task.status());
    }
    List<Task> prerequisites = prerequisites(number);
    List<Task> lost = prerequisites.stream().filter(Retrying::isLost).toList();
    if (!lost.isEmpty()) {
      throw PrerequisiteRefusedException.forRetry(number, lost);
    }
    List<Task> candidates = candidates(number);
    revive(task, prerequisites, EventReason.RETRIED, life.actor(), null);
    List<Task> revived = new ArrayList<>();
    List<Task> left = new ArrayList<>();
    decide(number, candidates, revived, left);
    return new Revival(life.require(number), revived, left);
  }

  private static boolean isLost(Task task) {
    return task.status() == TaskStatus.FAILED || task.status() == TaskStatus.CANCELLED;
  }

  private List<Task> prerequisites(TaskNumber number) {
    return life.current(tx.prerequisitesOf(number).stream().map(Task::number).toList());
  }

  /** The tasks that name this one as their cause, and those that name one of them, ascending. */
  private List<Task> candidates(TaskNumber origin) {
    Map<TaskNumber, Task> found = new TreeMap<>();
    List<TaskNumber> causes = new ArrayList<>();
    causes.add(origin);
    for (int next = 0; next < causes.size(); next++) {
      for (Task task : tx.cascadedBy(causes.get(next))) {
        if (task.status() == TaskStatus.CANCELLED && found.put(task.number(), task) == null) {
          causes.add(task.number());
        }
      }
    }
    return List.copyOf(found.values());
  }

  private void decide(
      TaskNumber origin, List<Task> candidates, List<Task> revived, List<Task> left) {
    Set<TaskNumber> open = new TreeSet<>();
    open.add(origin);
    for (int i : order(candidates)) {
      Task task = candidates.get(i);
      TaskNumber cause = task.progress().cause();
      if (cause == null || !open.contains(cause)) {
        continue;
      }
      List<Task> prerequisites = prerequisites(task.number());
      Task lowestLost =
          prerequisites.stream()
              .filter(Retrying::isLost)
              .min(Comparator.comparing(Task::number))
              .orElse(null);
      if (lowestLost == null) {
        open.add(task.number());
        String note = cause.toString();
        revived.add(revive(task, prerequisites, EventReason.REVIVED, TaskEvent.QUEUE, note));
      } else {
        Task after = task.recaused(lowestLost.number(), life.now());
        tx.update(task, after);
        left.add(after);
      }
    }
    separate(revived, left);
  }

  /** What was revived may have been cancelled again, by a lease that is found to be over. */
  private void separate(List<Task> revived, List<Task> left) {
    revived.replaceAll(task -> life.require(task.number()));
    revived.stream().filter(Retrying::isLost).forEach(left::add);
    revived.removeIf(Retrying::isLost);
  }

  /** Prerequisites and causes before what depends on them, the lowest number first. */
  private int[] order(List<Task> candidates) {
    Map<TaskNumber, Integer> positions = new TreeMap<>();
    for (Task task : candidates) {
      positions.put(task.number(), positions.size());
    }
    DependencyGraph graph = new DependencyGraph(candidates.size());
    for (int i = 0; i < candidates.size(); i++) {
      for (Task prerequisite : tx.prerequisitesOf(candidates.get(i).number())) {
        Integer position = positions.get(prerequisite.number());
        if (position != null) {
          graph.add(i, position);
        }
      }
    }
    return graph.lowestFirstOrder();
  }

  private Task revive(
      Task task, List<Task> prerequisites, EventReason reason, String by, @Nullable String note) {
    List<Task> open = prerequisites.stream().filter(one -> one.status().isOpen()).toList();
    int dependents = tx.openDependentsOf(task.number()).size();
    Task retried = task.retried(open.size(), dependents, life.now());
    Task after = life.policy().rescore(retried, life.now());
    life.change(task, after, reason, by, note);
    open.forEach(prerequisite -> life.dependentsChanged(prerequisite, 1));
    return after;
  }
}
