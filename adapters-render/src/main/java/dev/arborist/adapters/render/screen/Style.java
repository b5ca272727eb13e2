package dev.arborist.adapters.render.screen;

/**
 * How a cell looks, in the bits of a {@code long}: two styles look alike if and only if they are
 * equal. 0 is the terminal's own.
 *
 * <p>From the low bits: the foreground in 26, the background in 26, then one for each attribute
 * from bold (1) to crossed out (9). A colour is a value in 24 bits and what kind it is in two.
 * Source: ECMA-48, 8.3.117, and xterm for the colours of 256 and of 24 bits.
 */
final class Style {

  static final long NONE = 0;

  private static final int COLOUR_BITS = 26;
  static final long FOREGROUND = (1L << COLOUR_BITS) - 1;
  static final long BACKGROUND = FOREGROUND << COLOUR_BITS;
  private static final int KIND_SHIFT = 24;
  static final int BASIC = 1;
  static final int INDEXED = 2;
  static final int DIRECT = 3;

  static final int BOLD = 1;
  static final int DIM = 2;
  static final int UNDERLINED = 4;
  static final int REVERSE = 7;
  static final int CROSSED_OUT = 9;
  static final int ATTRIBUTES = 9;

  private static final int NORMAL_INTENSITY = 22;
  private static final int OFF = 20;

  /** From what sets a colour of the letters to what sets the same behind them. */
  static final int TO_BACKGROUND = 10;

  private Style() {}

  /** The bit of an attribute, which is the number that sets it. */
  static long bit(int attribute) {
    return 1L << (2 * COLOUR_BITS + attribute - 1);
  }

  static boolean has(long style, int attribute) {
    return (style & bit(attribute)) != 0;
  }

  /** The kind and the value of the foreground; 0 for the terminal's own. */
  static int foreground(long style) {
    return (int) (style & FOREGROUND);
  }

  /** The kind and the value of the background; 0 for the terminal's own. */
  static int background(long style) {
    return (int) ((style & BACKGROUND) >> COLOUR_BITS);
  }

  static int kind(int colour) {
    return colour >> KIND_SHIFT;
  }

  static int value(int colour) {
    return colour & ((1 << KIND_SHIFT) - 1);
  }

  /** What a blank shows of a style: its letters have neither colour nor weight. */
  static long ofBlank(long style) {
    if (has(style, REVERSE)) {
      return style;
    }
    long line = style & (bit(UNDERLINED) | bit(CROSSED_OUT));
    return line | (style & BACKGROUND) | (line == 0 ? 0 : style & FOREGROUND);
  }

  static long of(String parameters) {
    return added(NONE, parameters);
  }

  static long added(long style, String parameters) {
    SgrParameters read = new SgrParameters(parameters);
    long result = style;
    while (read.hasNext()) {
      result = added(result, read.next(), read);
    }
    return result;
  }

  /** What ends an attribute; bold and dim end together. */
  static int off(int attribute) {
    return attribute <= DIM ? NORMAL_INTENSITY : OFF + attribute;
  }

  /** The style after the end of an attribute. */
  static long without(long style, int attribute) {
    return attribute <= DIM ? style & ~(bit(BOLD) | bit(DIM)) : style & ~bit(attribute);
  }

  private static long added(long style, int code, SgrParameters rest) {
    if (code >= BOLD && code <= ATTRIBUTES && code != 6) {
      return style | bit(code);
    }
    if (code >= NORMAL_INTENSITY && code <= OFF + ATTRIBUTES && code != OFF + 6) {
      return without(style, code - OFF);
    }
    return switch (code) {
      case 0 -> NONE;
      case 38 -> foreground(style, rest.colour());
      case 39 -> foreground(style, 0);
      case 48 -> background(style, rest.colour());
      case 49 -> background(style, 0);
      default -> basic(style, code, rest);
    };
  }

  private static long basic(long style, int code, SgrParameters rest) {
    boolean isLetters = (code >= 30 && code <= 37) || (code >= 90 && code <= 97);
    boolean isGround = (code >= 40 && code <= 47) || (code >= 100 && code <= 107);
    if (isLetters) {
      return foreground(style, colour(BASIC, code));
    }
    if (isGround) {
      return background(style, colour(BASIC, code - TO_BACKGROUND));
    }
    throw rest.unknown();
  }

  static int colour(int kind, int value) {
    return kind << KIND_SHIFT | value;
  }

  private static long foreground(long style, int colour) {
    return (style & ~FOREGROUND) | colour;
  }

  private static long background(long style, int colour) {
    return (style & ~BACKGROUND) | (long) colour << COLOUR_BITS;
  }
}
