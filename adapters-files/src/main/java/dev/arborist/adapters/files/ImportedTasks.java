package dev.arborist.adapters.files;

import dev.arborist.application.port.in.TaskImport;
import dev.arborist.domain.task.TaskId;
import dev.arborist.domain.task.TaskNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * What was read from another tool's file.
 *
 * <p>The tasks have idempotency keys, by which the queue refuses to take a file twice. They have no
 * fingerprint: it would hold the numbers that they have here, and they get others.
 *
 * @param tasks the tasks, to be renumbered
 * @param dropped everything that was dropped, each with its reason
 */
public record ImportedTasks(TaskImport tasks, List<String> dropped) {

  /** Keeps its own copy of the list. */
  public ImportedTasks {
    dropped = List.copyOf(dropped);
  }

  /** How many events come with the tasks, those of pruned ones among them. */
  public long events() {
    return tasks.pruned().size()
        + tasks.tasks().stream().mapToLong(task -> task.events().size()).sum();
  }

  /** How many documents come with the tasks. */
  public int documents() {
    return tasks.specifications().size();
  }

  /** The order in which tasks get their numbers and edges are taken: by creation, then by id. */
  static List<ImportedTask> ordered(List<ImportedTask> tasks) {
    return tasks.stream()
        .sorted(Comparator.comparing(ImportedTask::createdAt).thenComparing(ImportedTask::id))
        .toList();
  }

  /**
   * Numbers tasks from 1.
   *
   * @param tasks the tasks in their order
   * @param edges the edges between them
   * @param ids what gives a task its id
   * @param now the time at which priorities are computed
   */
  static TaskImport number(
      List<ImportedTask> tasks,
      ImportedEdges edges,
      Function<ImportedTask, TaskId> ids,
      Instant now) {
    List<TaskImport.Entry> entries = new ArrayList<>(tasks.size());
    for (int i = 0; i < tasks.size(); i++) {
      ImportedTask task = tasks.get(i);
      List<TaskNumber> prerequisites =
          edges.prerequisitesOf(i).stream().map(position -> TaskNumber.of(position + 1)).toList();
      entries.add(task.toEntry(i + 1, ids.apply(task), edges.parentOf(i) + 1, prerequisites, now));
    }
    return TaskImport.of(entries, true);
  }
}
