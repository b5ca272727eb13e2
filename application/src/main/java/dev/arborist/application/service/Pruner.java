package dev.arborist.application.service;

import dev.arborist.application.port.out.TaskWrites;
import dev.arborist.domain.history.EventReason;
import dev.arborist.domain.history.TaskEvent;
import dev.arborist.domain.task.PruneRefusedException;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.upkeep.PruneReport;
import dev.arborist.domain.upkeep.PruneRequest;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Deletes terminal tasks within one unit of work.
 *
 * <p>A task that has to stay keeps its parent, its parent's parent and so on, so what can go is
 * found by taking away from those that qualify until nothing changes any more.
 */
final class Pruner {

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

  Pruner(Lifecycle life, PruneRequest request) {
    this.life = life;
    tx = life.tx();
    this.request = request;
  }

  PruneReport prune() {
    select();
    keepForDependents();
    keepForChildren();
    List<TaskNumber> pruned = limited(chosen());
    if (!request.dryRun() && !pruned.isEmpty()) {
      delete(pruned);
    }
    return new PruneReport(pruned, partial, keptForChildren, keptForDependents, false);
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

  private static Instant end(Task task) {
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
        partial += keep(task, null, true);
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
   * @param refusal what to say of a task that was named; null when that is no error
   * @return how many of those that were asked for stay
   */
  private int keep(Task task, @Nullable String refusal, boolean withAncestors) {
    int kept = 0;
    Task next = task;
    while (next != null) {
      removable.remove(next.number());
      if (selected.contains(next.number())) {
        kept++;
        if (refusal != null && !request.numbers().isEmpty()) {
          throw new PruneRefusedException(next.number(), refusal);
        }
      }
      TaskNumber parent = next.profile().parent();
      next = parent == null || !withAncestors ? null : removable.get(parent);
    }
    return kept;
  }

  /** Everything that can go, or with named roots their subtrees. */
  private List<Task> chosen() {
    if (request.numbers().isEmpty() || !request.recursive()) {
      return List.copyOf(removable.values());
    }
    Map<TaskNumber, Task> chosen = new TreeMap<>();
    Map<TaskNumber, List<Task>> children = childrenByParent();
    for (TaskNumber root : selected) {
      Task task = removable.get(root);
      if (task != null) {
        subtree(task, children).forEach(one -> chosen.put(one.number(), one));
      }
    }
    return List.copyOf(chosen.values());
  }

  private Map<TaskNumber, List<Task>> childrenByParent() {
    Map<TaskNumber, List<Task>> children = new TreeMap<>();
    for (Task task : removable.values()) {
      TaskNumber parent = task.profile().parent();
      if (parent != null) {
        children.computeIfAbsent(parent, key -> new ArrayList<>()).add(task);
      }
    }
    return children;
  }

  private static List<Task> subtree(Task root, Map<TaskNumber, List<Task>> children) {
    List<Task> members = new ArrayList<>();
    Deque<Task> next = new ArrayDeque<>();
    next.add(root);
    while (!next.isEmpty()) {
      Task task = next.remove();
      members.add(task);
      next.addAll(children.getOrDefault(task.number(), List.of()));
    }
    return members;
  }

  private List<TaskNumber> limited(List<Task> tasks) {
    if (request.limit() == 0) {
      return tasks.stream().map(Task::number).toList();
    }
    Map<TaskNumber, List<Task>> children = childrenByParent();
    Set<TaskNumber> taken = new TreeSet<>();
    tasks.stream()
        .sorted(Comparator.comparing(Pruner::end).thenComparing(Task::number))
        .forEach(
            task -> {
              List<TaskNumber> more =
                  subtree(task, children).stream()
                      .map(Task::number)
                      .filter(number -> !taken.contains(number))
                      .toList();
              if (taken.size() + more.size() <= request.limit()) {
                taken.addAll(more);
              }
            });
    return List.copyOf(taken);
  }

  private void delete(List<TaskNumber> pruned) {
    Set<TaskNumber> gone = new TreeSet<>(pruned);
    Set<TaskNumber> behind = new TreeSet<>();
    List<Task> last = pruned.stream().map(life::require).toList();
    for (TaskNumber number : pruned) {
      tx.dependentsOf(number).stream()
          .map(Task::number)
          .filter(dependent -> !gone.contains(dependent))
          .forEach(behind::add);
    }
    for (Task task : last) {
      tx.append(
          new TaskEvent(
              0,
              task.number(),
              life.now(),
              life.actor(),
              EventReason.PRUNED,
              task.status(),
              null,
              task.progress().token(),
              null));
    }
    tx.delete(pruned);
    Linking linking = new Linking(life);
    behind.forEach(dependent -> linking.refreshDepth(life.require(dependent)));
  }
}
