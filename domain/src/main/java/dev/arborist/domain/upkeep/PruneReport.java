package dev.arborist.domain.upkeep;

import dev.arborist.domain.task.TaskNumber;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was pruned, or would be.
 *
 * @param pruned the tasks, ascending
 * @param partial subtrees that were left because not every member qualifies; only when recursive
 * @param keptForChildren tasks that qualify and were left because a child stays
 * @param keptForDependents tasks that qualify and were left because an open task waits for them
 * @param compacted whether the space was given back
 * @param compactionFailure why the space was not given back although that was asked for; null when
 *     it was, or was not asked for
 */
public record PruneReport(
    List<TaskNumber> pruned,
    int partial,
    int keptForChildren,
    int keptForDependents,
    boolean compacted,
    @Nullable String compactionFailure) {

  /** The report of a prune that has not given space back, or not yet. */
  public PruneReport(
      List<TaskNumber> pruned, int partial, int keptForChildren, int keptForDependents) {
    this(pruned, partial, keptForChildren, keptForDependents, false, null);
  }

  /** Keeps its own copy of the list. */
  public PruneReport {
    pruned = List.copyOf(pruned);
  }

  /**
   * The same after an attempt to give the space back.
   *
   * @param failure why that failed; null when it did not
   */
  public PruneReport afterCompaction(@Nullable String failure) {
    return new PruneReport(
        pruned, partial, keptForChildren, keptForDependents, failure == null, failure);
  }
}
