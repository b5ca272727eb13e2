package dev.arborist.domain.task;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which tasks a reader wants, and in which order.
 *
 * @param statuses any of these; empty for all
 * @param order the order, total in each case
 * @param limit how many at most; 0 for all
 */
public record TaskQuery(Set<TaskStatus> statuses, Order order, int limit) {

  /** The orders in which tasks can be listed. */
  public enum Order {
    /** By priority, the highest first, then by number: the order in which they are claimed. */
    PRIORITY,
    /** By number. */
    NUMBER
  }

  /** Every task, by number. */
  public static final TaskQuery ALL =
      new TaskQuery(EnumSet.noneOf(TaskStatus.class), Order.NUMBER, 0);

  /**
   * Checks the limit and keeps its own copy of the statuses.
   *
   * @throws InvalidInputException when the limit is negative
   */
  public TaskQuery {
    if (limit < 0) {
      throw new InvalidInputException("the limit is " + limit + ": give 1 or more, or 0 for all");
    }
    EnumSet<TaskStatus> copy = EnumSet.noneOf(TaskStatus.class);
    copy.addAll(statuses);
    statuses = Collections.unmodifiableSet(copy);
  }
}
