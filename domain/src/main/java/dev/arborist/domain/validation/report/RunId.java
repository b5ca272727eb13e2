package dev.arborist.domain.validation.report;

import dev.arborist.domain.validation.requirement.InvalidRequirementException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The number of a saved run; numbers grow in the order of saving and are never given twice.
 *
 * @param number 1 or more
 */
public record RunId(int number) implements Comparable<RunId> {

  private static final Pattern WRITTEN = Pattern.compile("0*[1-9][0-9]{0,8}");

  /** Checks the number. */
  public RunId {
    if (number < 1) {
      throw new IllegalArgumentException("runs are numbered from 1, not " + number);
    }
  }

  /** Whether this text is a run's number, such as {@code 0007} or {@code 7}. */
  public static boolean isWritten(String text) {
    return WRITTEN.matcher(text).matches();
  }

  /**
   * Reads a run's number.
   *
   * @throws InvalidRequirementException when it is none
   */
  public static RunId parse(String text) {
    if (!isWritten(text)) {
      throw new InvalidRequirementException(
          "'"
              + text
              + "' is not the number of a run: write it as 'perf history' does, such as 0007");
    }
    return new RunId(Integer.parseInt(text));
  }

  @Override
  public int compareTo(RunId other) {
    return Integer.compare(number, other.number);
  }

  /** The number as people read it, such as {@code 0007}. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%04d", number);
  }
}
