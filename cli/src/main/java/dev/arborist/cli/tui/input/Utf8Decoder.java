package dev.arborist.cli.tui.input;

/**
 * Puts characters together from UTF-8 that comes byte by byte.
 *
 * <p>What is malformed becomes one replacement character for each longest beginning of a character,
 * and the byte that does not fit begins anew, as the Encoding Standard decodes
 * (encoding.spec.whatwg.org, "UTF-8 decoder").
 */
final class Utf8Decoder {

  /** The character needs more bytes. */
  static final int MORE = -1;

  /** The byte does not continue the character, which is malformed; the byte was not taken. */
  static final int MALFORMED = -2;

  static final int REPLACEMENT = 0xFFFD;

  private static final int CONTINUATION_FIRST = 0x80;
  private static final int CONTINUATION_LAST = 0xBF;
  private static final int CONTINUATION_BITS = 6;
  private static final int CONTINUATION_MASK = 0x3F;

  private int codePoint;
  private int missing;
  private int least = CONTINUATION_FIRST;
  private int greatest = CONTINUATION_LAST;

  /** Begins a character with a byte from 0x80 to 0xFF; a byte that cannot begin one is replaced. */
  int begin(int first) {
    least = CONTINUATION_FIRST;
    greatest = CONTINUATION_LAST;
    if (first >= 0xC2 && first <= 0xDF) {
      codePoint = first & 0x1F;
      missing = 1;
    } else if (first >= 0xE0 && first <= 0xEF) {
      least = first == 0xE0 ? 0xA0 : least; // no longer than needed
      greatest = first == 0xED ? 0x9F : greatest; // no surrogates
      codePoint = first & 0xF;
      missing = 2;
    } else if (first >= 0xF0 && first <= 0xF4) {
      least = first == 0xF0 ? 0x90 : least;
      greatest = first == 0xF4 ? 0x8F : greatest; // nothing beyond U+10FFFF
      codePoint = first & 0x7;
      missing = 3;
    } else {
      return REPLACEMENT;
    }
    return MORE;
  }

  /** Continues the character; returns it when it is complete. */
  int next(int b) {
    if (b < least || b > greatest) {
      return MALFORMED;
    }
    least = CONTINUATION_FIRST;
    greatest = CONTINUATION_LAST;
    codePoint = (codePoint << CONTINUATION_BITS) | (b & CONTINUATION_MASK);
    missing--;
    return missing == 0 ? codePoint : MORE;
  }
}
