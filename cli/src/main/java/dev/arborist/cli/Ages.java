package dev.arborist.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Ages as people type them: a number of days, weeks, months of 30 or years of 365 days. */
final class Ages implements ITypeConverter<Duration> {

  private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,5})([dwmy])");
  private static final int DAYS_PER_WEEK = 7;
  private static final int DAYS_PER_MONTH = 30;
  private static final int DAYS_PER_YEAR = 365;

  @Override
  public Duration convert(String text) {
    Matcher matcher = WRITTEN.matcher(text);
    if (!matcher.matches()) {
      throw new TypeConversionException(
          "'" + text + "' is not an age: write a number and d, w, m or y, such as 30d");
    }
    long amount = Long.parseLong(matcher.group(1));
    return Duration.ofDays(
        switch (matcher.group(2)) {
          case "d" -> amount;
          case "w" -> amount * DAYS_PER_WEEK;
          case "m" -> amount * DAYS_PER_MONTH;
          default -> amount * DAYS_PER_YEAR;
        });
  }
}
