package dev.arborist.domain.query;

import dev.arborist.domain.query.TaskQuery.Order;
import dev.arborist.domain.task.EpochMicros;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskNumber;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The place in an order behind which the next page begins.
 *
 * <p>A page that begins behind a cursor costs what it holds, wherever it is: nothing is counted or
 * skipped. Tasks that change their place between two pages may be seen twice or not at all; tasks
 * that do not are seen once.
 *
 * @param order the order
 * @param reversed whether it is turned round
 * @param key the value that the order sorts by: a priority, a number or microseconds since 1970
 * @param number the number of the last task of the page
 */
public record TaskCursor(Order order, boolean reversed, long key, TaskNumber number) {

  /** The key of a task without a deadline: behind every deadline. */
  public static final long NO_DEADLINE = Long.MAX_VALUE;

  private static final Pattern TEXT =
      Pattern.compile("(priority|number|created|updated|deadline)(-?):(\\d{1,19}):(\\d{1,16})");

  /** The cursor of a page that ends with this task. */
  public static TaskCursor at(Task task, Order order, boolean reversed) {
    return new TaskCursor(order, reversed, keyOf(task, order), task.number());
  }

  /** What an order sorts a task by, ascending but for priorities. */
  public static long keyOf(Task task, Order order) {
    return switch (order) {
      case PRIORITY -> task.rank().priority();
      case NUMBER -> task.number().value();
      case CREATED -> EpochMicros.of(task.createdAt());
      case UPDATED -> EpochMicros.of(task.updatedAt());
      case DEADLINE -> {
        Instant deadline = task.schedule().deadline();
        yield deadline == null ? NO_DEADLINE : EpochMicros.of(deadline);
      }
    };
  }

  /**
   * Reads what {@link #toString} writes.
   *
   * @throws InvalidInputException when it is no cursor
   */
  public static TaskCursor parse(String text) {
    Matcher parts = TEXT.matcher(text);
    if (parts.matches()) {
      try {
        return new TaskCursor(
            Order.valueOf(parts.group(1).toUpperCase(Locale.ROOT)),
            !parts.group(2).isEmpty(),
            Long.parseLong(parts.group(3)),
            TaskNumber.of(Long.parseLong(parts.group(4))));
      } catch (NumberFormatException e) {
        throw malformed(text, e);
      }
    }
    throw malformed(text, null);
  }

  private static InvalidInputException malformed(
      String text, @Nullable NumberFormatException cause) {
    String message = "'" + text + "' is not a cursor: give the one that the page before ended with";
    return cause == null
        ? new InvalidInputException(message)
        : new InvalidInputException(message, cause);
  }

  /** The cursor as text, such as {@code priority:7350:17}; {@link #parse} reads it. */
  @Override
  public String toString() {
    String name = order.name().toLowerCase(Locale.ROOT);
    return name + (reversed ? "-" : "") + ":" + key + ":" + number.value();
  }
}
