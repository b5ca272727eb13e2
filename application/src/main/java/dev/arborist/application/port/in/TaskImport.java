package dev.arborist.application.port.in;

import dev.arborist.domain.history.TaskEvent;
import dev.arborist.domain.specification.SpecificationDocument;
import dev.arborist.domain.task.TaskDetails;
import java.util.List;

/**
 * Tasks that were read from elsewhere and refer to each other by the numbers they have here.
 *
 * @param tasks the tasks, in any order
 * @param renumber whether the queue gives them numbers of its own, in the order of those they have;
 *     otherwise they keep theirs
 * @param pruned what is left of pruned tasks; only for a queue that keeps the numbers
 * @param specifications documents, by namespace, key and version
 */
public record TaskImport(
    List<Entry> tasks, boolean renumber, List<Pruned> pruned, List<Document> specifications) {

  /** Keeps its own copies of the lists. */
  public TaskImport {
    tasks = List.copyOf(tasks);
    pruned = List.copyOf(pruned);
    specifications = List.copyOf(specifications);
  }

  /** Tasks alone. */
  public static TaskImport of(List<Entry> tasks, boolean renumber) {
    return new TaskImport(tasks, renumber, List.of(), List.of());
  }

  /**
   * One task and where it was read.
   *
   * @param line the line of the input, for messages
   * @param details the task; its rank is computed afresh
   * @param events its history, ascending; empty when none is known
   */
  public record Entry(int line, TaskDetails details, List<TaskEvent> events) {

    /** Keeps its own copy of the list. */
    public Entry {
      events = List.copyOf(events);
    }

    /** A task without a history. */
    public static Entry of(int line, TaskDetails details) {
      return new Entry(line, details, List.of());
    }
  }

  /**
   * What is left of a pruned task and where it was read.
   *
   * @param line the line of the input, for messages
   * @param event the task's last
   */
  public record Pruned(int line, TaskEvent event) {}

  /**
   * A version of a document and where it was read.
   *
   * @param line the line of the input, for messages
   * @param content the version
   */
  public record Document(int line, SpecificationDocument content) {}
}
