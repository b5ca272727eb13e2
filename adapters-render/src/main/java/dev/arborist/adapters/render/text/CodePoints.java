package dev.arborist.adapters.render.text;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * What the segmenter and the measure must know of a code point, in one byte: its kind in the five
 * low bits and how wide it is in the others.
 *
 * <p>A page of 256 code points is painted from {@link UnicodeTables} when it is first asked for: a
 * program that starts, shows a few labels and ends pays for the few pages it needs, and any other
 * gets an answer for two loads instead of a search.
 */
final class CodePoints {

  static final int PLAIN = 0;
  static final int HIDDEN = 1;
  static final int SPACE = 2;
  static final int MARK = 3;
  static final int VIRAMA = 4;
  static final int JOINER = 5;
  static final int NON_JOINER = 6;

  /** U+FE0E and U+FE0F: text or emoji presentation. */
  static final int SELECTOR = 7;

  static final int PICTOGRAPH = 8;

  /** A pictograph that can have a skin tone. */
  static final int MODIFIABLE = 9;

  /** A skin tone. */
  static final int MODIFIER = 10;

  /** One letter of a flag of two. */
  static final int REGIONAL = 11;

  /** Becomes a keycap with U+FE0F and U+20E3. */
  static final int KEY = 12;

  static final int ARABIC = 13;
  static final int INDIC = 14;
  static final int HANGUL_LEADING = 15;
  static final int HANGUL_VOWEL = 16;
  static final int HANGUL_TRAILING = 17;
  static final int HANGUL_SYLLABLE = 18;

  /** Takes no column; counts before the other two. */
  static final int ZERO = 0x20;

  static final int WIDE = 0x40;
  static final int AMBIGUOUS = 0x80;

  private static final int KIND_BITS = 0x1F;
  private static final int PAGE_BITS = 8;
  private static final int PAGE_SIZE = 1 << PAGE_BITS;
  private static final int PAGES = (Character.MAX_CODE_POINT + 1) / PAGE_SIZE;

  private static final Layer[] LAYERS = {
    new Layer(HIDDEN, UnicodeTables.HIDDEN),
    new Layer(SPACE, ' ', ' ', 0xA0, 0xA0, 0x1680, 0x1680, 0x2000, 0x200A, 0x202F, 0x202F),
    new Layer(SPACE, 0x205F, 0x205F, 0x3000, 0x3000),
    new Layer(MARK | ZERO, UnicodeTables.NON_SPACING_MARKS),
    new Layer(MARK, UnicodeTables.SPACING_MARKS),
    new Layer(VIRAMA | ZERO, UnicodeTables.NON_SPACING_VIRAMAS),
    new Layer(VIRAMA, UnicodeTables.SPACING_VIRAMAS),
    new Layer(NON_JOINER | ZERO, 0x200C, 0x200C),
    new Layer(JOINER | ZERO, 0x200D, 0x200D),
    new Layer(SELECTOR | ZERO, 0xFE0E, 0xFE0F),
    new Layer(PICTOGRAPH, UnicodeTables.PICTOGRAPHS),
    new Layer(MODIFIABLE, UnicodeTables.MODIFIABLE_PICTOGRAPHS),
    new Layer(MODIFIER, 0x1F3FB, 0x1F3FF),
    new Layer(REGIONAL, 0x1F1E6, 0x1F1FF),
    new Layer(KEY, '#', '#', '*', '*', '0', '9'),
    new Layer(ARABIC, UnicodeTables.ARABIC_LETTERS),
    new Layer(INDIC, UnicodeTables.INDIC_LETTERS),
    new Layer(HANGUL_LEADING, 0x1100, 0x115E, 0xA960, 0xA97C),
    new Layer(HANGUL_VOWEL, 0x1161, 0x11A7, 0xD7B0, 0xD7C6),
    new Layer(HANGUL_TRAILING, 0x11A8, 0x11FF, 0xD7CB, 0xD7FB),
    new Layer(HANGUL_SYLLABLE, 0xAC00, 0xD7A3),
    new Layer(WIDE, UnicodeTables.WIDE),
    new Layer(AMBIGUOUS, UnicodeTables.AMBIGUOUS),
  };

  private static final AtomicReferenceArray<byte[]> PAINTED = new AtomicReferenceArray<>(PAGES);

  private CodePoints() {}

  /** The properties of a code point: its kind and its width. */
  static int of(int codePoint) {
    byte[] page = PAINTED.getAcquire(codePoint >> PAGE_BITS);
    if (page == null) {
      page = paint(codePoint >> PAGE_BITS);
    }
    return page[codePoint & (PAGE_SIZE - 1)] & 0xFF;
  }

  static int kind(int properties) {
    return properties & KIND_BITS;
  }

  /** Two threads that paint the same page paint it alike. */
  private static byte[] paint(int number) {
    byte[] page = new byte[PAGE_SIZE];
    for (Layer layer : LAYERS) {
      layer.paint(page, number << PAGE_BITS);
    }
    PAINTED.setRelease(number, page);
    return page;
  }

  /** Ranges of code points, ascending, that have something in common. */
  private static final class Layer {
    private final byte bits;
    private final int[] ranges;

    Layer(int bits, int... ranges) {
      this.bits = (byte) bits;
      this.ranges = ranges;
    }

    void paint(byte[] page, int base) {
      int found = Arrays.binarySearch(ranges, base);
      // Firsts have even indices: the range that holds the base, or else the one after it.
      for (int i = (found < 0 ? ~found : found) & ~1; i < ranges.length; i += 2) {
        int last = Math.min(ranges[i + 1] - base, page.length - 1);
        for (int at = Math.max(ranges[i] - base, 0); at <= last; at++) {
          page[at] |= bits;
        }
        if (ranges[i] - base >= page.length) {
          return;
        }
      }
    }
  }
}
