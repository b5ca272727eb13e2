package dev.arborist.domain.query;

/**
 * Whether one text contains another, whatever the case of their letters.
 *
 * <p>Two code points match when they are equal after simple case folding, upper case then lower
 * case as in {@link String#equalsIgnoreCase}, except that one outside ASCII never matches one
 * within it (the Kelvin sign is no k). So a store may look for the ASCII part of a text by the
 * plain means that every database has, and leave the rest to this.
 */
public final class Caseless {

  private static final int ASCII_END = 0x80;

  private Caseless() {}

  /** Whether the text contains the other one. */
  public static boolean contains(String text, String other) {
    int last = text.length() - other.length();
    for (int from = 0; from <= last; from++) {
      if (matchesAt(text, from, other)) {
        return true;
      }
    }
    return false;
  }

  /** Whether this code point has letters of another case that match it. */
  public static boolean hasCases(int codePoint) {
    return Character.toLowerCase(codePoint) != codePoint
        || Character.toUpperCase(codePoint) != codePoint;
  }

  private static boolean matchesAt(String text, int from, String other) {
    for (int i = 0; i < other.length(); i++) {
      if (fold(text.charAt(from + i)) != fold(other.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Letters outside the basic plane keep their case: their halves have none. */
  private static char fold(char c) {
    char folded = Character.toLowerCase(Character.toUpperCase(c));
    return c >= ASCII_END && folded < ASCII_END ? c : folded;
  }
}
