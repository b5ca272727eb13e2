package dev.arborist.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Times as people type them: {@code 2026-12-01T08:00:00Z}, {@code 2026-12-01} for midnight UTC,
 * {@code +2d} or {@code -90m} seen from now.
 */
final class Times implements ITypeConverter<TypedTime> {

  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  @Override
  public TypedTime convert(String text) {
    try {
      if (text.startsWith("+")) {
        return new TypedTime(null, duration(text));
      }
      if (text.startsWith("-")) {
        return new TypedTime(null, duration(text).negated());
      }
      if (DATE.matcher(text).matches()) {
        return TypedTime.of(LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
      }
      return TypedTime.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      throw new TypeConversionException(
          "'" + text + "' is not a time: write 2026-12-01T08:00:00Z, 2026-12-01, +2d or -2d");
    }
  }

  private static Duration duration(String text) {
    return new Durations().convert(text.substring(1));
  }
}
