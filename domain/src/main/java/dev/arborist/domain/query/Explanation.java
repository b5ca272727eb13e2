package dev.arborist.domain.query;

import dev.arborist.domain.task.Task;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a task is not running, or who runs it.
 *
 * <p>What applies depends on the status in effect: a BLOCKED task has prerequisites and root
 * causes, a READY one its rank in line; a PENDING one its {@code progress().dueAt()}, a RUNNING one
 * its worker and lease, a terminal one its end, all in the task.
 *
 * @param task the task, with the status in effect
 * @param openPrerequisites the open tasks that it waits for directly, ascending
 * @param rootCauses the tasks at the end of every chain that it waits for: open, and themselves
 *     waiting for no other; ascending
 * @param ahead how many READY tasks are claimed before it; only for a READY task, else 0
 * @param lostPrerequisites prerequisites that are FAILED or CANCELLED, ascending: a retry would be
 *     refused for them, and a task that is still open is cancelled by the next claim
 * @param causedBy the task whose end cancelled this one, unless it has been pruned
 */
public record Explanation(
    Task task,
    List<Task> openPrerequisites,
    List<Task> rootCauses,
    long ahead,
    List<Task> lostPrerequisites,
    @Nullable Task causedBy) {

  /** Keeps its own copies of the lists. */
  public Explanation {
    openPrerequisites = List.copyOf(openPrerequisites);
    rootCauses = List.copyOf(rootCauses);
    lostPrerequisites = List.copyOf(lostPrerequisites);
  }
}
