package dev.arborist.cli;

import dev.arborist.domain.task.InvalidInputException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shares as people type them: {@code 3%}, or {@code 0.03}. */
final class Shares {

  private static final double PERCENT = 100;
  private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?)(%?)");

  private Shares() {}

  /**
   * The share that an option names; a plain number of 1 or more would be taken for a percentage.
   */
  static double parse(String option, String text) {
    Matcher matcher = WRITTEN.matcher(text);
    if (matcher.matches()) {
      boolean isPercentage = !matcher.group(2).isEmpty();
      double number = Double.parseDouble(matcher.group(1));
      if (isPercentage || number < 1) {
        return isPercentage ? number / PERCENT : number;
      }
    }
    throw new InvalidInputException(
        option + " '" + text + "' is not a share: write a percentage such as 3%, or 0.03");
  }
}
