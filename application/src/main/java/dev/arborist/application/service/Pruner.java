package dev.arborist.application.service;

import dev.arborist.application.port.out.TaskWrites;
import dev.arborist.domain.history.EventReason;
import dev.arborist.domain.history.TaskEvent;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.upkeep.PruneReport;
import dev.arborist.domain.upkeep.PruneRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Deletes terminal tasks within one unit of work. */
final class Pruner {

  private final Lifecycle life;
  private final TaskWrites tx;
  private final PruneRequest request;
  private final PruneSelection selection;

  Pruner(Lifecycle life, PruneRequest request) {
    this.life = life;
    tx = life.tx();
    this.request = request;
    selection = new PruneSelection(life, request);
  }

  PruneReport prune() {
    List<TaskNumber> pruned = limited(chosen());
    if (!request.dryRun() && !pruned.isEmpty()) {
      delete(pruned);
    }
    return new PruneReport(
        pruned, selection.partial(), selection.keptForChildren(), selection.keptForDependents());
  }

  /** Everything that can go, or with named roots their subtrees. */
  private List<Task> chosen() {
    if (request.numbers().isEmpty() || !request.recursive()) {
      return List.copyOf(selection.removable().values());
    }
    Map<TaskNumber, Task> chosen = new TreeMap<>();
    Map<TaskNumber, List<Task>> children = childrenByParent();
    for (TaskNumber root : selection.selected()) {
      Task task = selection.removable().get(root);
      if (task != null) {
        subtree(task, children).forEach(one -> chosen.put(one.number(), one));
      }
    }
    return List.copyOf(chosen.values());
  }

  private Map<TaskNumber, List<Task>> childrenByParent() {
    Map<TaskNumber, List<Task>> children = new TreeMap<>();
    for (Task task : selection.removable().values()) {
      TaskNumber parent = task.profile().parent();
      if (parent != null) {
        children.computeIfAbsent(parent, key -> new ArrayList<>()).add(task);
      }
    }
    return children;
  }

  private static List<Task> subtree(Task root, Map<TaskNumber, List<Task>> children) {
    List<Task> members = new ArrayList<>(List.of(root));
    for (int i = 0; i < members.size(); i++) {
      members.addAll(children.getOrDefault(members.get(i).number(), List.of()));
    }
    return members;
  }

  /** How many members the subtree of each task has, itself included. */
  private Map<TaskNumber, Integer> sizes(Map<TaskNumber, List<Task>> children) {
    List<Task> parentsFirst = new ArrayList<>();
    for (Task task : selection.removable().values()) {
      TaskNumber parent = task.profile().parent();
      if (parent == null || !selection.removable().containsKey(parent)) {
        parentsFirst.addAll(subtree(task, children));
      }
    }
    Map<TaskNumber, Integer> sizes = new TreeMap<>();
    for (int i = parentsFirst.size() - 1; i >= 0; i--) {
      Task task = parentsFirst.get(i);
      int size = sizes.merge(task.number(), 1, Integer::sum);
      TaskNumber parent = task.profile().parent();
      if (parent != null) {
        sizes.merge(parent, size, Integer::sum);
      }
    }
    return sizes;
  }

  private List<TaskNumber> limited(List<Task> tasks) {
    if (request.limit() == 0) {
      return tasks.stream().map(Task::number).toList();
    }
    Map<TaskNumber, List<Task>> children = childrenByParent();
    Map<TaskNumber, Integer> sizes = sizes(children);
    Set<TaskNumber> taken = new TreeSet<>();
    List<Task> byEnd =
        tasks.stream()
            .sorted(Comparator.comparing(PruneSelection::end).thenComparing(Task::number))
            .toList();
    for (Task task : byEnd) {
      int room = request.limit() - taken.size();
      // What is larger than the limit has too many left whatever of it was taken.
      boolean fits = sizes.getOrDefault(task.number(), 1) <= request.limit();
      if (room > 0 && fits && !taken.contains(task.number())) {
        List<TaskNumber> more =
            subtree(task, children).stream()
                .map(Task::number)
                .filter(number -> !taken.contains(number))
                .toList();
        if (more.size() <= room) {
          taken.addAll(more);
        }
      }
    }
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
    new Linking(life).refreshDepths(behind);
  }
}
