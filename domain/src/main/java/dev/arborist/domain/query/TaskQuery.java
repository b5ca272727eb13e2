package dev.arborist.domain.query;

import dev.arborist.domain.task.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * One page of the tasks that a reader wants, in a total order.
 *
 * @param filter which tasks
 * @param order the order, total in each case
 * @param reversed whether the order is turned round, ties included
 * @param after where the page before ended; null for the first page
 * @param limit how many at most; 0 for all
 */
public record TaskQuery(
    TaskFilter filter, Order order, boolean reversed, @Nullable TaskCursor after, int limit) {

  /** The orders in which tasks can be listed; ties are always broken by number, ascending. */
  public enum Order {
    /** By priority, the highest first: the order in which tasks are claimed. */
    PRIORITY,
    /** By number, the lowest first. */
    NUMBER,
    /** By the time of creation, the earliest first. */
    CREATED,
    /** By the time of the last change, the earliest first. */
    UPDATED,
    /** By deadline, the earliest first; tasks without one come last. */
    DEADLINE
  }

  /** Every task, by number. */
  public static final TaskQuery ALL = new TaskQuery(TaskFilter.ALL, Order.NUMBER, false, null, 0);

  /**
   * Checks the limit and that the cursor belongs to the order.
   *
   * @throws InvalidInputException when the limit is negative or the cursor is of another order
   */
  public TaskQuery {
    if (limit < 0) {
      throw new InvalidInputException("the limit is " + limit + ": give 1 or more, or 0 for all");
    }
    if (after != null && (after.order() != order || after.reversed() != reversed)) {
      throw new InvalidInputException(
          "the cursor " + after + " is of another order: start again without it");
    }
  }

  /** The first page of these tasks. */
  public static TaskQuery of(TaskFilter filter, Order order, int limit) {
    return new TaskQuery(filter, order, false, null, limit);
  }

  /** The same page in the opposite order. */
  public TaskQuery reverse() {
    return new TaskQuery(filter, order, !reversed, null, limit);
  }

  /** The page behind a cursor. */
  public TaskQuery after(TaskCursor cursor) {
    return new TaskQuery(filter, order, reversed, cursor, limit);
  }
}
