package dev.arborist.adapters.render.tree;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Points in time as people read them, in UTC. */
public final class Times {

  private static final int MICROS = 1_000_000;
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  private Times() {}

  /** To the minute. */
  public static String minutes(long epochMicros) {
    long seconds = Math.floorDiv(epochMicros, MICROS);
    return MINUTES.format(LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC));
  }
}
