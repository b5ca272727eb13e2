package dev.arborist.adapters.render.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeTextTest {

  private static String safe(String text) {
    return SafeText.of(text).toString();
  }

  @Test
  void whatMovesOrColoursIsShownInstead() {
    assertEquals("a␛[31mb", safe("a\u001b[31mb"));
    assertEquals("a␊b␍c␉d", safe("a\nb\rc\td"));
    assertEquals("␡", safe("\u007f"));
    assertEquals("<U+009B>31m", safe("\u009b31m"));
  }

  @Test
  void whatHidesOrReordersIsShownInstead() {
    assertEquals("<U+202E>x<U+202C>", safe("\u202ex\u202c"));
    assertEquals("<U+2066>x<U+2069>", safe("\u2066x\u2069"));
    assertEquals("a<U+200B>b<U+00AD>c", safe("a\u200bb\u00adc"));
    assertEquals("<U+2028><U+2029>", safe("\u2028\u2029"));
    assertEquals("a<U+E0041>", safe("a\udb40\udc41"));
    assertEquals("<U+FEFF>", safe("\ufeff"));
    assertEquals("<U+D800>", SafeText.of("\ud800").toString());
  }

  @Test
  void joinersAndSelectorsStayOnlyInsideEmoji() {
    String family = "👨\u200d👩\u200d👧";
    assertEquals(family, safe(family));
    assertEquals("❤\ufe0f", safe("❤\ufe0f"));
    assertEquals("a<U+200D>b", safe("a\u200db"));
    assertEquals("a<U+FE0F>", safe("a\ufe0f"));
  }

  @Test
  void ordinaryTextOfAnyScriptStaysAsItIs() {
    for (String text : new String[] {"", "plain", "Grüße", "日本語", "العربية", "e\u0301", "🌳"}) {
      assertEquals(text, safe(text));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "abc, 3",
    "Grüße, 5",
    "日本語, 6",
    "e\u0301, 1",
    "🌳, 2",
    "👨\u200d👩\u200d👧, 2",
    "🇩🇪, 2",
    "❤\ufe0f, 2",
    "❤, 1",
    "가, 2"
  })
  void widthsAreThoseOfATerminal(String text, int columns) {
    assertEquals(columns, SafeText.of(text).width());
  }

  @ParameterizedTest
  @CsvSource({
    "abcdef, 6, abcdef",
    "abcdef, 5, abcd…",
    "abcdef, 1, …",
    "日本語, 5, 日本…",
    "日本語, 4, 日…",
    "e\u0301e\u0301e\u0301, 2, e\u0301…",
    "👨\u200d👩\u200d👧x, 2, …"
  })
  void textsAreCutBetweenClusters(String text, int columns, String cut) {
    SafeText fitted = SafeText.of(text).fit(columns);
    assertEquals(cut, fitted.toString());
    assertTrue(fitted.width() <= columns);
  }

  @Test
  void nothingFitsIntoNoColumns() {
    assertEquals("", SafeText.of("abc").fit(0).toString());
  }

  @Test
  void bytesAndTextsAreMadeSafeAlike() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 2_000; i++) {
      String text = random(random);
      byte[] utf8 = ("x" + text).getBytes(StandardCharsets.UTF_8);
      SafeText fromBytes = SafeText.of(utf8, 1, utf8.length - 1);
      String again = new String(utf8, 1, utf8.length - 1, StandardCharsets.UTF_8);
      assertEquals(SafeText.of(again).toString(), fromBytes.toString());
      assertEquals(SafeText.of(again).width(), fromBytes.width());
      fromBytes.toString().codePoints().forEach(one -> assertHarmless(one, text));
      for (int columns = 0; columns < 12; columns++) {
        SafeText fitted = fromBytes.fit(columns);
        assertTrue(fitted.width() <= columns, text);
        assertEquals(fitted.width(), SafeText.of(fitted.toString()).width(), text);
      }
    }
  }

  @Test
  void malformedBytesAreShownAsSuch() {
    assertEquals("a\ufffdb", SafeText.of(new byte[] {'a', (byte) 0xff, 'b'}, 0, 3).toString());
  }

  private static void assertHarmless(int codePoint, String text) {
    int type = Character.getType(codePoint);
    boolean glue = codePoint == 0x200d;
    assertTrue(
        type != Character.CONTROL
            && (type != Character.FORMAT || glue)
            && type != Character.SURROGATE
            && type != Character.LINE_SEPARATOR
            && type != Character.PARAGRAPH_SEPARATOR,
        () -> Integer.toHexString(codePoint) + " came through from " + text);
  }

  private static String random(SplittableRandom random) {
    int[] bounds = {0x20, 0x100, 0x2100, 0x10000, 0x20000, 0xE0200};
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(8); i > 0; i--) {
      int codePoint = random.nextInt(bounds[random.nextInt(bounds.length)]);
      if (codePoint < 0xD800 || codePoint > 0xDFFF) {
        text.appendCodePoint(codePoint);
      }
    }
    return text.toString();
  }
}
