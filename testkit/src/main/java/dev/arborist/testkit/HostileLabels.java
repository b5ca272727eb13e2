package dev.arborist.testkit;

import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Labels made by somebody who wants to break whatever shows them: terminals, pages, graphs, tables.
 *
 * <p>They mix controls and escape sequences, invisible and reordering characters, marks without
 * end, valid and broken emoji, scripts whose letters join, and the syntax of the formats that
 * labels are written into. The same seed gives the same labels on every JDK, and each has 0 to 140
 * code points.
 */
public final class HostileLabels {

  private static final int CODE_POINTS_MAX = 140;

  /** What a format would take for its own. */
  private static final String[] SYNTAX = {
    "\u001b[31m",
    "\u001b[2J",
    "\u001b]0;title\u0007",
    "\u001b]8;;https://example.org\u001b\\",
    "\u001bP$q",
    "\u009b31m",
    "\r\n",
    "\n",
    "\t",
    "\b\b",
    "=1+1",
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1)",
    "\",\"",
    "<b>",
    "</script>",
    "<!--",
    "]]>",
    "&amp;",
    "&#x202e;",
    "%%{init: {}}%%",
    "-->",
    "subgraph x",
    "end",
    "\\N",
    "\\l\\r",
    "\"];",
    "[label=\"",
    "{|}",
    "\"",
    "'",
    "\\",
    "|",
    "`",
    "```",
    "${x}",
    "$(x)",
    "; rm -rf /",
    "%s%n",
    "# ",
    "* [ ] ",
    "[a](javascript:b)",
    "---",
    "<U+202E>",
    "␛",
    "…"
  };

  /** Sequences that a shower must keep whole, and the like that are not valid. */
  private static final String[] SEQUENCES = {
    "👨\u200d👩\u200d👧\u200d👦",
    "👩🏽\u200d❤\ufe0f\u200d💋\u200d👨🏿",
    "🏴\u200d☠\ufe0f",
    "❤\ufe0f",
    "❤\ufe0e",
    "1\ufe0f\u20e3",
    "#\ufe0f",
    "👍🏽",
    "a🏽",
    "🇩🇪",
    "🇩",
    "🇩🇪🇫",
    "👍\u200d👍\u200d👍\u200d👍\u200d👍\u200d👍",
    "👍\u200d",
    "👍\ufe0f\ufe0f",
    "👍\u0301\u200d👍",
    "क\u094d\u200dष",
    "क\u094dष",
    "क\u094d\u200cष",
    "क\u094d\u200c",
    "क\u200d",
    "र\u200d\u09cd",
    "র\u200d\u09cdয",
    "ක\u0dca\u200dෂ",
    "கி",
    "กำ",
    "می\u200cخواهم",
    "می\u200c",
    "\u200cم",
    "م\u064e\u200cم",
    "اَلسَّلَامُ",
    "שָׁלוֹם",
    "\u1112\u1161\u11ab",
    "\u1100\u1100\u1161\u1161\u11a8",
    "\u1161\u11a8",
    "가\u11a8",
    "각\u1161",
    "한국어",
    "日本語",
    "葛\udb40\udd00",
    "e\u0301",
    " \u0301",
    "\u0301",
    "\u200b\u0301",
    "\u20dd",
    "か\u3099",
    "Ａ１",
    "ｶﾞ",
    "½±§",
    flag("gbeng") + tags("gbsct"),
    flag("gbwls") + tags("gbwls") + tags("gbeng")
  };

  /** A black flag with the tags of a region. */
  private static String flag(String region) {
    return "🏴" + tags(region);
  }

  /** The letters of a region as tags, ended as those of a flag. */
  private static String tags(String region) {
    StringBuilder tags = new StringBuilder();
    region.chars().forEach(letter -> tags.appendCodePoint(0xE0000 + letter));
    return tags.appendCodePoint(0xE007F).toString();
  }

  /** First and last code points of what is invisible, reorders, or is no character. */
  private static final int[] RANGES = {
    0x01, 0x1F, 0x7F, 0x9F, 0xAD, 0xAD, 0x34F, 0x34F, 0x61C, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5,
    0x180B, 0x180F, 0x2000, 0x200A, 0x200B, 0x200F, 0x2028, 0x202E, 0x2060, 0x206F, 0x2800, 0x2800,
    0x3000, 0x3000, 0x3164, 0x3164, 0xE000, 0xE00F, 0xFDD0, 0xFDEF, 0xFE00, 0xFE0F, 0xFEFF, 0xFEFF,
    0xFFA0, 0xFFA0, 0xFFF0, 0xFFFF, 0x13430, 0x13442, 0x1BCA0, 0x1BCA3, 0x1D159, 0x1D159, 0x1D173,
    0x1D17A, 0x1FFFE, 0x1FFFF, 0xE0000, 0xE007F, 0xE0100, 0xE01EF, 0x10FFFE, 0x10FFFF
  };

  private static final String[] REGIONS = {
    "gbeng", "gbsct", "gbwls", "ustx", "x", "hiddentext", ""
  };

  private final SplittableRandom random;
  private final boolean storable;
  private final StringBuilder label = new StringBuilder();

  private HostileLabels(SplittableRandom random, boolean storable) {
    this.random = random;
    this.storable = storable;
  }

  /** So many labels without NUL and lone surrogates, which no store takes; some are blank. */
  public static Stream<String> of(long seed, int count) {
    return labels(seed, count, true);
  }

  /** So many labels, NUL and lone surrogates among what they hold. */
  public static Stream<String> withWhatNoStoreTakes(long seed, int count) {
    return labels(seed, count, false);
  }

  private static Stream<String> labels(long seed, int count, boolean storable) {
    return new SplittableRandom(seed)
        .longs(count)
        .mapToObj(own -> new HostileLabels(new SplittableRandom(own), storable).make());
  }

  private String make() {
    int codePoints = random.nextInt(CODE_POINTS_MAX + 1) >> random.nextInt(4);
    while (label.codePointCount(0, label.length()) < codePoints) {
      addPiece();
    }
    return label.substring(0, label.offsetByCodePoints(0, codePoints));
  }

  private void addPiece() {
    switch (random.nextInt(12)) {
      case 0, 1 -> label.append(SYNTAX[random.nextInt(SYNTAX.length)]);
      case 2, 3 -> label.append(SEQUENCES[random.nextInt(SEQUENCES.length)]);
      case 4 -> addOf(RANGES);
      case 5 -> addOf(RANGES, random.nextInt(4));
      case 6 -> addOf(new int[] {0x300, 0x36F, 0x483, 0x489, 0x20D0, 0x20F0}, random.nextInt(14));
      case 7 -> addOf(new int[] {0x4E00, 0x9FFF, 0xAC00, 0xD7A3, 0x3040, 0x30FF}, 2);
      case 8 -> addOf(new int[] {0x1100, 0x11FF, 0xA960, 0xA97C, 0xD7B0, 0xD7FB}, 4);
      case 9 -> addFlag();
      case 10 -> addAnything();
      default -> addOf(new int[] {'a', 'z', ' ', '~'}, 6);
    }
  }

  private void addOf(int[] ranges, int count) {
    for (int i = 0; i < count; i++) {
      addOf(ranges);
    }
  }

  private void addOf(int[] ranges) {
    int range = 2 * random.nextInt(ranges.length / 2);
    label.appendCodePoint(random.nextInt(ranges[range], ranges[range + 1] + 1));
  }

  private void addFlag() {
    label.append("🏴");
    REGIONS[random.nextInt(REGIONS.length)]
        .chars()
        .forEach(letter -> label.appendCodePoint(0xE0000 + letter));
    if (random.nextInt(4) > 0) {
      label.appendCodePoint(0xE007F);
    }
  }

  /** Any code point at all, of the low planes more often than of the high ones. */
  private void addAnything() {
    int codePoint = random.nextInt(1 + (Character.MAX_CODE_POINT >> random.nextInt(12)));
    boolean lone = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    if (storable && (codePoint == 0 || lone)) {
      return;
    }
    label.appendCodePoint(codePoint);
    if (!storable && random.nextInt(4) == 0) {
      label.append((char) (Character.MIN_SURROGATE + random.nextInt(0x800))).append('\0');
    }
  }
}
