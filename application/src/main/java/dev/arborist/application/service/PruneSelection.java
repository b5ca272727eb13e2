package dev.arborist.application.service;

import dev.arborist.application.port.out.TaskWrites;
import dev.arborist.domain.task.PruneRefusedException;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.upkeep.PruneRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which tasks can go when a request is carried out.
 *
 * <p>A task that has to stay keeps its parent, its parent's parent and so on, so what can go is
 * found by taking away from those that qualify until nothing changes any more.
 */
final class PruneSelection {

  private final Lifecycle life;
  private final TaskWrites tx;
  private final PruneRequest request;

  /** Those that were asked for and qualify. */
  private final Set<TaskNumber> selected = new TreeSet<>();

  /** Those that qualify and have not been taken away; with {@code recursive} also descendants. */
  private final Map<TaskNumber, Task> removable = new TreeMap<>();

  private int partial;
  private int keptForChildren;
  private int keptForDependents;

  PruneSelection(Lifecycle life, PruneRequest request) {
    this.life = life;
    tx = life.tx();
    this.request = request;
    select();
    keepForDependents();
    keepForChildren();
  }

  /** Those that were asked for and qualify, whether they can go or not. */
  Set<TaskNumber> selected() {
    return selected;
  }

  /** Those that can go. */
  Map<TaskNumber, Task> removable() {
    return removable;
  }

  int partial() {
    return partial;
  }

  int keptForChildren() {
    return keptForChildren;
  }

  int keptForDependents() {
    return keptForDependents;
  }

  private void select() {
    if (request.numbers().isEmpty()) {
      tx.terminalTasks(request.finishedBefore()).forEach(this::selectIfQualified);
      selected.addAll(removable.keySet());
      return;
    }
    for (TaskNumber number : request.numbers()) {
      Task task = life.current(number);
      if (task.status().isOpen()) {
        throw new PruneRefusedException(
            number, "it is " + task.status().label() + "; only what has come to an end is pruned");
      }
      selectIfQualified(task);
    }
    selected.addAll(removable.keySet());
    if (request.recursive()) {
      for (TaskNumber root : List.copyOf(selected)) {
        tx.subtreeOf(root).forEach(member -> selectIfQualified(life.require(member)));
      }
    }
  }

  private void selectIfQualified(Task task) {
    boolean asked = request.statuses().isEmpty() || request.statuses().contains(task.status());
    Instant before = request.finishedBefore();
    boolean old = before == null || end(task).isBefore(before);
    if (task.status().isTerminal() && asked && old) {
      removable.put(task.number(), task);
    }
  }

  /** When a task came to its end, as far as it is known. */
  static Instant end(Task task) {
    return Objects.requireNonNullElse(task.progress().finishedAt(), task.updatedAt());
  }

  private void keepForDependents() {
    List<Task> awaited = new ArrayList<>();
    for (Task task : removable.values()) {
      if (!tx.openDependentsOf(task.number()).isEmpty()) {
        awaited.add(task);
      }
    }
    if (request.recursive()) {
      keepPartial();
    }
    for (Task task : awaited) {
      if (removable.containsKey(task.number())) {
        keptForDependents += keep(task, "an open task waits for it", request.recursive());
      }
    }
  }

  /** A subtree with a member that does not qualify stays whole, and is counted as such. */
  private void keepPartial() {
    for (Task task : withChildrenThatStay()) {
      if (removable.containsKey(task.number())) {
        partial += keep(task, "not every member of its subtree can go", true);
      }
    }
  }

  private void keepForChildren() {
    if (!request.recursive()) {
      for (Task task : withChildrenThatStay()) {
        if (removable.containsKey(task.number())) {
          keptForChildren += keep(task, "a child of it stays", true);
        }
      }
    }
  }

  private List<Task> withChildrenThatStay() {
    List<Task> found = new ArrayList<>();
    for (Task task : removable.values()) {
      if (tx.childrenOf(task.number()).stream()
          .anyMatch(child -> !removable.containsKey(child.number()))) {
        found.add(task);
      }
    }
    return found;
  }

  /**
   * Takes a task away and, when asked, every ancestor that it keeps with it.
   *
   * @param refusal what to say of a task that was named
   * @return how many of those that were asked for stay
   */
  private int keep(Task task, String refusal, boolean withAncestors) {
    int kept = 0;
    Task next = task;
    while (next != null) {
      removable.remove(next.number());
      if (selected.contains(next.number())) {
        kept++;
        if (!request.numbers().isEmpty()) {
          throw new PruneRefusedException(next.number(), refusal);
        }
      }
      TaskNumber parent = next.profile().parent();
      next = parent == null || !withAncestors ? null : removable.get(parent);
    }
    return kept;
  }
}
