package dev.arborist.domain.query;

import java.util.Arrays;

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

  /** It has a capital letter, of which it is the small one, and does not know it. */
  private static final int SHARP_S = 'ß';

  private Caseless() {}

  /** Whether the text contains the other one. */
  public static boolean contains(String text, String other) {
    int[] sought = other.codePoints().map(Caseless::fold).toArray();
    int[] folded = text.codePoints().map(Caseless::fold).toArray();
    for (int from = 0; from <= folded.length - sought.length; from++) {
      if (Arrays.equals(folded, from, from + sought.length, sought, 0, sought.length)) {
        return true;
      }
    }
    return false;
  }

  /** Whether this code point has letters of another case that match it. */
  public static boolean hasCases(int codePoint) {
    return codePoint == SHARP_S
        || Character.toLowerCase(codePoint) != codePoint
        || Character.toUpperCase(codePoint) != codePoint;
  }

  private static int fold(int codePoint) {
    int folded = Character.toLowerCase(Character.toUpperCase(codePoint));
    return codePoint >= ASCII_END && folded < ASCII_END ? codePoint : folded;
  }
}
