package dev.arborist.adapters.render.export;

import dev.arborist.adapters.render.text.SafeText;
import java.util.HexFormat;

/** Texts as strings of JSON that are safe to look at and read back as they were. */
final class JsonString {

  private static final int FIRST_PRINTABLE = 0x20;
  private static final int LAST_PRINTABLE = 0x7E;
  private static final HexFormat HEX = HexFormat.of();

  private JsonString() {}

  /** The string with its quotes. */
  static String of(String stored) {
    boolean safe = SafeText.of(stored).toString().equals(stored);
    StringBuilder text = new StringBuilder(stored.length() + 2).append('"');
    int at = 0;
    while (at < stored.length()) {
      int codePoint = stored.codePointAt(at);
      int next = at + Character.charCount(codePoint);
      if (codePoint == '"' || codePoint == '\\') {
        text.append('\\').append((char) codePoint);
      } else if (isPrintableAscii(codePoint) || safe || isSafeAlone(stored.substring(at, next))) {
        text.appendCodePoint(codePoint);
      } else {
        escape(stored, at, next, text);
      }
      at = next;
    }
    return text.append('"').toString();
  }

  private static boolean isPrintableAscii(int codePoint) {
    return codePoint >= FIRST_PRINTABLE && codePoint <= LAST_PRINTABLE;
  }

  private static boolean isSafeAlone(String character) {
    return SafeText.of(character).toString().equals(character);
  }

  private static void escape(String stored, int from, int to, StringBuilder text) {
    for (int i = from; i < to; i++) {
      text.append("\\u").append(HEX.toHexDigits(stored.charAt(i)));
    }
  }
}
