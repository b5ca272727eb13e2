package dev.arborist.adapters.render.report;

import dev.arborist.adapters.render.plot.Labels;
import dev.arborist.domain.validation.requirement.Quantity;
import dev.arborist.domain.validation.requirement.Unit;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and times as the page writes them. */
final class HtmlNumbers {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private HtmlNumbers() {}

  /** A count with commas. */
  static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** A count with what is counted, in the plural unless it is one. */
  static String counted(long number, String what) {
    return counted(number, what, what + "s");
  }

  /** A count with what is counted. */
  static String counted(long number, String one, String several) {
    return grouped(number) + " " + (number == 1 ? one : several);
  }

  /** A number without a unit, to three digits. */
  static String plain(double number) {
    return Labels.grouped(new Quantity(number, Unit.NONE).toString());
  }

  /** A share of a whole. */
  static String percent(double percent) {
    return new Quantity(percent, Unit.PERCENT).toString();
  }

  static String time(Instant instant) {
    return TIME.format(instant);
  }
}
