package dev.arborist.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Durations as people type them: a whole number and a unit, such as {@code 10m}. */
final class Durations implements ITypeConverter<Duration> {

  private static final Pattern WRITTEN = Pattern.compile("([0-9]+)(ms|s|m|h|d|w)");
  private static final int DIGITS_MAX = 9;
  private static final int DAYS_PER_WEEK = 7;

  @Override
  public Duration convert(String text) {
    Matcher matcher = WRITTEN.matcher(text);
    if (!matcher.matches()) {
      throw new TypeConversionException(
          "'" + text + "' is not a duration: write a number and ms, s, m, h, d or w, such as 10m");
    }
    if (matcher.group(1).length() > DIGITS_MAX) {
      throw new TypeConversionException(
          "'" + text + "' is too large: write at most " + DIGITS_MAX + " digits");
    }
    long amount = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      case "d" -> Duration.ofDays(amount);
      default -> Duration.ofDays(amount * DAYS_PER_WEEK);
    };
  }
}
