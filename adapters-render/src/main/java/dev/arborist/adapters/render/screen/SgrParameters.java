package dev.arborist.adapters.render.screen;

/** Reads the parameters of a sequence that selects a style, such as {@code 1;38;5;160}. */
final class SgrParameters {

  private static final int MAX = 255;

  private final String text;
  private int at;

  SgrParameters(String text) {
    this.text = text;
  }

  /** An empty text has one parameter, as an empty parameter is one: 0. */
  boolean hasNext() {
    return at <= text.length();
  }

  int next() {
    int value = 0;
    while (at < text.length() && text.charAt(at) != ';') {
      int digit = text.charAt(at) - '0';
      value = value * 10 + digit;
      if (digit < 0 || digit > 9 || value > MAX) {
        throw unknown();
      }
      at++;
    }
    at++;
    return value;
  }

  /** What follows 38 or 48. */
  int colour() {
    int kind = needed();
    return switch (kind) {
      case 5 -> Style.colour(Style.INDEXED, needed());
      case 2 -> Style.colour(Style.DIRECT, needed() << 16 | needed() << 8 | needed());
      default -> throw unknown();
    };
  }

  private int needed() {
    if (!hasNext()) {
      throw unknown();
    }
    return next();
  }

  IllegalArgumentException unknown() {
    return new IllegalArgumentException("not a style that a screen knows: '" + text + "'");
  }
}
