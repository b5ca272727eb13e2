package dev.arborist.domain.upkeep;

import dev.arborist.domain.task.TaskNumber;
import java.util.List;

/**
 * What was pruned, or would be.
 *
 * @param pruned the tasks, ascending
 * @param partial subtrees that were left because not every member qualifies; only when recursive
 * @param keptForChildren tasks that qualify and were left because a child stays
 * @param keptForDependents tasks that qualify and were left because an open task waits for them
 * @param compacted whether the space was given back; false also when that was asked for and failed,
 *     because another process kept the queue locked or the disk is full
 */
public record PruneReport(
    List<TaskNumber> pruned,
    int partial,
    int keptForChildren,
    int keptForDependents,
    boolean compacted) {

  /** Keeps its own copy of the list. */
  public PruneReport {
    pruned = List.copyOf(pruned);
  }
}
