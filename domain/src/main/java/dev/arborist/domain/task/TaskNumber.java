package dev.arborist.domain.task;

/**
 * The small number that people type for a task; a queue never gives one out twice.
 *
 * @param value one or more
 */
public record TaskNumber(long value) implements Comparable<TaskNumber> {

  /** The greatest number, and the greatest integer that every JSON reader keeps exactly. */
  public static final long MAX = (1L << 53) - 1;

  /**
   * Checks the number.
   *
   * @throws InvalidInputException when the value is below one or above the greatest
   */
  public TaskNumber {
    if (value > MAX) {
      throw new InvalidInputException("a task number is at most " + MAX + ", not " + value);
    }
    if (value < 1) {
      throw new InvalidInputException("a task number is 1 or more, not " + value);
    }
  }

  /** Makes a number from its value. */
  public static TaskNumber of(long value) {
    return new TaskNumber(value);
  }

  /**
   * Reads what a person typed, {@code 17} or {@code #17}.
   *
   * @throws InvalidInputException when it is no whole number from 1
   */
  public static TaskNumber parse(String text) {
    String digits = text.startsWith("#") ? text.substring(1) : text;
    try {
      return new TaskNumber(Long.parseLong(digits));
    } catch (NumberFormatException e) {
      throw new InvalidInputException(
          "'" + TextRules.cut(text) + "' is not a task number: give a whole number such as 17", e);
    }
  }

  @Override
  public int compareTo(TaskNumber other) {
    return Long.compare(value, other.value);
  }

  /** The number as people write it, such as {@code #17}. */
  @Override
  public String toString() {
    return "#" + value;
  }
}
