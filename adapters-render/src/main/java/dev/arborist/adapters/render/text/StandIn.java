package dev.arborist.adapters.render.text;

/** What is shown for a code point that must not be: all in plain characters of one column. */
final class StandIn {

  private static final int DELETE = 0x7F;
  private static final int FIRST_CONTROL_PICTURE = 0x2400;
  private static final int DELETE_PICTURE = 0x2421;
  private static final int DIGITS_MIN = 4;

  private StandIn() {}

  /**
   * Appends the stand-in and returns its columns: a control picture for C0 and U+007F, {@code
   * <U+202E>} for others.
   */
  static int append(int codePoint, StringBuilder safe) {
    int before = safe.length();
    if (codePoint < ' ') {
      safe.append((char) (FIRST_CONTROL_PICTURE + codePoint));
    } else if (codePoint == DELETE) {
      safe.append((char) DELETE_PICTURE);
    } else {
      appendNumber(codePoint, safe);
    }
    return safe.length() - before;
  }

  private static void appendNumber(int codePoint, StringBuilder safe) {
    String digits = Integer.toHexString(codePoint);
    safe.append("<U+").append("0".repeat(Math.max(0, DIGITS_MIN - digits.length())));
    for (int i = 0; i < digits.length(); i++) {
      safe.append(Character.toUpperCase(digits.charAt(i)));
    }
    safe.append('>');
  }
}
