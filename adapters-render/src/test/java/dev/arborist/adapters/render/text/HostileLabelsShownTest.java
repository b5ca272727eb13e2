package dev.arborist.adapters.render.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.testkit.HostileLabels;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What holds for every label, on a hundred thousand that are meant to break it. */
@Tag("once")
class HostileLabelsShownTest {

  private static final int LABELS = 100_000;

  private static void forEachLabel(Consumer<String> check) {
    HostileLabels.of(1, LABELS / 2).forEach(check);
    HostileLabels.withWhatNoStoreTakes(2, LABELS / 2).forEach(check);
  }

  @Test
  void nothingThatHidesMovesOrReordersComesThrough() {
    forEachLabel(label -> assertHarmless(SafeText.of(label).toString()));
  }

  private static void assertHarmless(String safe) {
    int[] text = withoutFlags(safe).codePoints().toArray();
    int marks = 0;
    for (int i = 0; i < text.length; i++) {
      int before = i == 0 ? ' ' : text[i - 1];
      int after = i + 1 == text.length ? ' ' : text[i + 1];
      int codePoint = text[i];
      boolean allowed =
          switch (codePoint) {
            case 0x200C -> mayStandApart(before, after);
            case 0x200D -> mayJoin(before, after);
            case 0xFE0E, 0xFE0F -> mayBeSelected(before, after);
            default -> isVisible(codePoint);
          };
      if (isMark(codePoint)) {
        allowed &= ++marks <= 8 && Character.getType(before) != Character.SPACE_SEPARATOR;
      } else if (codePoint != 0x200D) {
        marks = 0;
      }
      int at = i;
      assertTrue(allowed, () -> "U+%04X at %d of %s".formatted(codePoint, at, safe));
    }
  }

  /** Valid flags lose their tags, so that no tag at all may be left. */
  private static String withoutFlags(String safe) {
    StringBuilder flags = new StringBuilder();
    for (String region : new String[] {"gbeng", "gbsct", "gbwls"}) {
      flags.append(flags.isEmpty() ? "🏴(?:" : "|");
      region.chars().forEach(letter -> flags.appendCodePoint(0xE0000 + letter));
    }
    flags.append(")").appendCodePoint(0xE007F);
    return safe.replaceAll(flags.toString(), "🏴"); // each once, so that more tags stay
  }

  private static boolean isVisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> !isBlankOrIgnored(c) && (c & 0xFFFE) != 0xFFFE && (c < 0xFDD0 || c > 0xFDEF);
    };
  }

  private static boolean isBlankOrIgnored(int c) {
    return c == 0x34F
        || (c >= 0x115F && c <= 0x1160)
        || (c >= 0x17B4 && c <= 0x17B5)
        || (c >= 0x180B && c <= 0x180F)
        || (c >= 0x2060 && c <= 0x206F)
        || (c == 0x2800 || c == 0x3164 || c == 0xFFA0)
        || (c >= 0xFE00 && c <= 0xFE0F)
        || (c >= 0xFFF0 && c <= 0xFFFB)
        || (c >= 0xE0000 && c <= 0xE0FFF);
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return (type == Character.NON_SPACING_MARK && c != 0xFE0E && c != 0xFE0F)
        || type == Character.ENCLOSING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean mayStandApart(int before, int after) {
    return (isArabic(before) && isArabic(after)) // letters that this JDK may not know yet
        || (Character.isLetter(after) && isMark(before));
  }

  private static boolean isArabic(int c) {
    return (c >= 0x600 && c <= 0x8FF) || (c >= 0x10EC0 && c <= 0x10EFF);
  }

  private static boolean mayJoin(int before, int after) {
    boolean pictographs = (before >= 0x203C || before == 0xA9 || before == 0xAE) && after >= 0xA9;
    return isMark(before) || isMark(after) || pictographs;
  }

  private static boolean mayBeSelected(int before, int after) {
    boolean key = before == '#' || before == '*' || (before >= '0' && before <= '9');
    return key ? after == 0x20E3 : before == 0xA9 || before == 0xAE || before >= 0x203C;
  }

  @Test
  void whatIsSafeStaysAsItIs() {
    forEachLabel(
        label -> {
          SafeText safe = SafeText.of(label);
          SafeText again = SafeText.of(safe.toString());
          assertEquals(safe, again);
          assertSameWidths(safe, again);
        });
  }

  @Test
  void bytesAndTextsAreMadeSafeAlike() {
    forEachLabel(
        label -> {
          byte[] utf8 = ("x" + label + "x").getBytes(StandardCharsets.UTF_8);
          SafeText fromBytes = SafeText.of(utf8, 1, utf8.length - 2);
          String text = new String(utf8, 1, utf8.length - 2, StandardCharsets.UTF_8);
          assertEquals(SafeText.of(text), fromBytes);
          assertSameWidths(SafeText.of(text), fromBytes);
        });
  }

  @Test
  void whatIsFittedFitsAndIsSafeAndWhole() {
    for (AmbiguousWidth ambiguous : AmbiguousWidth.values()) {
      forEachLabel(
          label -> {
            SafeText safe = SafeText.of(label);
            for (int columns = 0; columns < safe.width(ambiguous); columns = 2 * columns + 1) {
              SafeText fitted = safe.fit(columns, ambiguous, SafeText.of("…"));
              assertTrue(fitted.width(ambiguous) <= columns, label);
              assertSameWidths(SafeText.of(fitted.toString()), fitted);
              assertEquals(SafeText.of(fitted.toString()), fitted);
              assertCutBetweenClusters(safe.toString(), fitted.toString());
            }
            assertEquals(safe, safe.fit(safe.width(ambiguous), ambiguous, safe));
          });
    }
  }

  private static void assertCutBetweenClusters(String whole, String fitted) {
    if (fitted.isEmpty()) {
      return;
    }
    String kept = fitted.substring(0, fitted.length() - 1);
    assertEquals(kept + "…", fitted);
    assertTrue(whole.startsWith(kept), whole);
    int next = whole.codePointAt(kept.length());
    boolean joins = isMark(next) || next == 0x200C || next == 0x200D || next >> 4 == 0xFE0;
    boolean splitsFlag = isRegional(next) && regionalsAtTheEnd(kept) % 2 == 1;
    boolean pending = kept.endsWith("\u200c") || kept.matches("(?s).*[\\x{2190}-\\x{1FFFF}]\u200d");
    assertTrue(!joins && !splitsFlag && !pending, () -> kept + " cut from " + whole);
  }

  private static boolean isRegional(int codePoint) {
    return codePoint >= 0x1F1E6 && codePoint <= 0x1F1FF;
  }

  private static int regionalsAtTheEnd(String kept) {
    int count = 0;
    for (int i = kept.length(); i > 0 && isRegional(kept.codePointBefore(i)); i -= 2) {
      count++;
    }
    return count;
  }

  private static void assertSameWidths(SafeText expected, SafeText actual) {
    assertEquals(expected.width(), actual.width());
    assertEquals(expected.width(AmbiguousWidth.WIDE), actual.width(AmbiguousWidth.WIDE));
  }

  /** The sum changes with the policy, the tables and the labels; never with the JDK. */
  @Test
  void everyJdkShowsTheSame() {
    CRC32 sum = new CRC32();
    forEachLabel(
        label -> {
          SafeText safe = SafeText.of(label);
          byte[] utf8 = new byte[safe.byteLength() + 2];
          safe.copyTo(utf8, 0);
          utf8[safe.byteLength()] = (byte) safe.width();
          utf8[safe.byteLength() + 1] = (byte) safe.width(AmbiguousWidth.WIDE);
          sum.update(utf8);
        });
    assertEquals("e9f766ca", Long.toHexString(sum.getValue()));
  }
}
