package dev.arborist.domain.task;

import java.util.List;

/**
 * What an operator's retry did.
 *
 * @param retried the task as it is now
 * @param revived the tasks that its end had cancelled and that are open again, in the order in
 *     which they were revived: always the lowest number whose prerequisites had been decided
 * @param left the tasks that its end had cancelled and that stay so, because another prerequisite
 *     is FAILED or CANCELLED; their cause is now the lowest-numbered of those
 */
public record Revival(Task retried, List<Task> revived, List<Task> left) {

  /** Keeps its own copies of the lists. */
  public Revival {
    revived = List.copyOf(revived);
    left = List.copyOf(left);
  }
}
