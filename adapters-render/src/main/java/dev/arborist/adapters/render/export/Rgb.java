package dev.arborist.adapters.render.export;

import dev.arborist.adapters.render.text.Colours;
import dev.arborist.domain.task.TaskStatus;

/** The colours of statuses as pages and drawings write them. */
final class Rgb {

  private static final int DIGITS = 6;

  /** Below this brightness, of 255, black is harder to read than white. */
  private static final int DARK = 110;

  private Rgb() {}

  /** {@code #16a34a}. */
  static String of(TaskStatus status) {
    String hex = Integer.toHexString(Colours.hex(status));
    return "#" + "0".repeat(DIGITS - hex.length()) + hex;
  }

  /** What can be read on the colour of a status: black or white, by the weights of Rec. 601. */
  static String textOn(TaskStatus status) {
    int rgb = Colours.hex(status);
    int brightness = (299 * (rgb >> 16) + 587 * (rgb >> 8 & 0xFF) + 114 * (rgb & 0xFF)) / 1_000;
    return brightness < DARK ? "#ffffff" : "#000000";
  }
}
