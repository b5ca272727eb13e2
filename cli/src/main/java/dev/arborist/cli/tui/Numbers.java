package dev.arborist.cli.tui;

import java.util.Locale;

/** Counts as people read them. */
final class Numbers {

  private Numbers() {}

  /** With a comma before every three digits. */
  static String grouped(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** With one decimal below ten. */
  static String tenths(long tenths) {
    return tenths < 100 && tenths % 10 != 0
        ? tenths / 10 + "." + tenths % 10
        : grouped((tenths + 5) / 10);
  }

  /** How many of a thing, such as {@code 1 task} or {@code 1,200 tasks}. */
  static String of(long count, String thing) {
    return grouped(count) + " " + thing + (count == 1 ? "" : "s");
  }
}
