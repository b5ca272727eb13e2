package dev.arborist.domain.history;

import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.TaskNumber;
import org.jspecify.annotations.Nullable;

/**
 * Which events a reader wants, in the order in which they happened.
 *
 * <p>To follow a queue, ask again with the sequence of the last event that was seen.
 *
 * @param task only the events of this task; null for all
 * @param after only events behind this sequence; 0 from the beginning
 * @param limit how many at most; 0 for all
 * @param newest whether of more than the limit the last are wanted, and not the first
 */
public record EventQuery(@Nullable TaskNumber task, long after, int limit, boolean newest) {

  /**
   * Checks the numbers.
   *
   * @throws InvalidInputException when one is negative
   */
  public EventQuery {
    if (after < 0 || limit < 0) {
      throw new InvalidInputException("give a sequence and a limit of 0 or more");
    }
  }

  /** The first ones behind a sequence, as they are read one after the other. */
  public EventQuery(@Nullable TaskNumber task, long after, int limit) {
    this(task, after, limit, false);
  }
}
