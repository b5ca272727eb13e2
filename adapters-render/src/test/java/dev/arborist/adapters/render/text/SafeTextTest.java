package dev.arborist.adapters.render.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    "가, 2",
    "\u1112\u1161\u11ab, 2",
    "\u1100\u1100\u1161, 4",
    "क\u094d\u200dष, 2",
    "कि, 2",
    "👍🏽, 2",
    "1\ufe0f\u20e3, 2",
    "🇩, 1",
    "a🏽, 3"
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
    "👨\u200d👩\u200d👧x, 2, …",
    "👨\u200d👩\u200d👧xy, 3, 👨\u200d👩\u200d👧…",
    "a🇩🇪🇫🇷, 4, a🇩🇪…",
    "a🇩🇪🇫🇷, 3, a…",
    "aمی\u200cخbc, 4, aم…",
    "क\u094d\u200dषab, 2, …",
    "가나다, 4, 가…"
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
  void malformedBytesAreShownAsSuch() {
    SafeText text = SafeText.of(new byte[] {'a', (byte) 0x9b, 'b'}, 0, 3);
    byte[] shown = new byte[text.byteLength()];
    text.copyTo(shown, 0);
    assertArrayEquals("a\ufffdb".getBytes(StandardCharsets.UTF_8), shown);
  }

  @Test
  void fillersAndBlanksAreShownInstead() {
    for (int blank : new int[] {0x115F, 0x1160, 0x17B4, 0x2800, 0x3164, 0xFFA0, 0x13441, 0x1D159}) {
      assertEquals("a<U+%04X>".formatted(blank), safe("a" + Character.toString(blank)));
    }
  }

  @Test
  void noncharactersAreShownInsteadAndWhatIsUnassignedPasses() {
    assertEquals("<U+FDD0><U+FFFF><U+10FFFE>", safe("\ufdd0\uffff\udbff\udffe"));
    assertEquals("<U+E0FFF><U+2065>", safe("\udb43\udfff\u2065"));
    assertEquals("\u0378", safe("\u0378"));
    assertEquals(1, SafeText.of("\u0378").width());
  }

  @Test
  void aMarkWithoutABaseIsShownInstead() {
    assertEquals("<U+0301>a", safe("\u0301a"));
    assertEquals("a <U+0301>", safe("a \u0301"));
    assertEquals("\u00a0<U+0301>", safe("\u00a0\u0301"));
    assertEquals("<U+200B><U+0301>", safe("\u200b\u0301"));
    assertEquals("␛<U+0301><U+0302>", safe("\u001b\u0301\u0302"));
  }

  @Test
  void aBaseHasEightMarksAtMost() {
    String marks = "\u0301".repeat(8);
    assertEquals("a" + marks + "b" + marks, safe("a" + marks + "b" + marks));
    assertEquals("a" + marks + "<U+0302><U+0303>b", safe("a" + marks + "\u0302\u0303b"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "👩🏽\u200d❤\ufe0f\u200d💋\u200d👨🏿",
        "🏴\u200d☠\ufe0f",
        "1\ufe0f\u20e3",
        "❤\ufe0e",
        "🇩🇪🇫🇷",
        "क\u094d\u200dष",
        "क\u094d\u200cष",
        "ന\u0d4d\u200d",
        "র\u200d\u09cdয",
        "ක\u0dca\u200dෂ",
        "می\u200cخواهم",
        "مَ\u200cم",
        "\u1112\u1161\u11ab",
        "ไม่",
        "שָׁלוֹם"
      })
  void joinersAndSelectorsStayWhereTheyMeanSomething(String text) {
    assertEquals(text, safe(text));
  }

  @Test
  void joinersThatJoinNothingAreShownInstead() {
    assertEquals("👍<U+200D>", safe("👍\u200d"));
    assertEquals("👍<U+200D>a", safe("👍\u200da"));
    assertEquals("👍<U+200D><U+200D>👍", safe("👍\u200d\u200d👍"));
    assertEquals("👍\u0301<U+200D>👍", safe("👍\u0301\u200d👍"));
    assertEquals("क<U+200D>", safe("क\u200d"));
    assertEquals("a\u094d<U+200D>", safe("a\u094d\u200d"));
    assertEquals("क\u094d<U+200C>", safe("क\u094d\u200c"));
    assertEquals("م<U+200C>", safe("م\u200c"));
    assertEquals("<U+200C>م", safe("\u200cم"));
    assertEquals("a<U+200C>b", safe("a\u200cb"));
  }

  @Test
  void fourPictographsJoinAndNoFifth() {
    String four = "👍\u200d👍\u200d👍\u200d👍";
    assertEquals(four + "<U+200D>👍", safe(four + "\u200d👍"));
  }

  @Test
  void selectorsThatSelectNothingAreShownInstead() {
    assertEquals("1<U+FE0F>", safe("1\ufe0f"));
    assertEquals("1<U+FE0E><U+20E3>", safe("1\ufe0e\u20e3"));
    assertEquals("👍\ufe0f<U+FE0F>", safe("👍\ufe0f\ufe0f"));
    assertEquals("葛<U+E0100>", safe("葛\udb40\udd00"));
    assertEquals("≨<U+FE00>", safe("≨\ufe00"));
  }

  @Test
  void tagsStayOnlyInTheFlagsThatFontsDraw() {
    String scotland = "🏴" + tags("gbsct") + Character.toString(0xE007F);
    assertEquals(scotland, safe(scotland));
    assertEquals(2, SafeText.of(scotland).width());
    assertEquals("🏴<U+E0078><U+E007F>", safe("🏴" + tags("x") + Character.toString(0xE007F)));
    assertTrue(safe("🏴" + tags("gbsct")).startsWith("🏴<U+E0067>"));
    assertEquals("a<U+E0067>", safe("a" + tags("g")));
  }

  private static String tags(String letters) {
    StringBuilder tags = new StringBuilder();
    letters.chars().forEach(letter -> tags.appendCodePoint(0xE0000 + letter));
    return tags.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "abc, 3, 3",
    "…, 1, 2",
    "±½α, 3, 6",
    "e\u0301, 1, 1",
    "α\u0301, 1, 2",
    "日本, 4, 4",
    "©\ufe0f, 2, 2",
    "®, 1, 2",
    "├─, 2, 4"
  })
  void ambiguousCharactersTakeOneColumnOrTwo(String text, int narrow, int wide) {
    assertEquals(narrow, SafeText.of(text).width(AmbiguousWidth.NARROW));
    assertEquals(wide, SafeText.of(text).width(AmbiguousWidth.WIDE));
    assertEquals(wide, DisplayWidth.of(text, AmbiguousWidth.WIDE));
  }

  @ParameterizedTest
  @CsvSource({
    "abcdef, 5, abc…",
    "abcdef, 2, …",
    "abcdef, 1, ''",
    "αβγδ, 7, αβ…",
    "αβγδ, 8, αβγδ",
    "日本語, 5, 日…"
  })
  void anAmbiguousEllipsisIsCounted(String text, int columns, String cut) {
    SafeText fitted = SafeText.of(text).fit(columns, AmbiguousWidth.WIDE, SafeText.of("…"));
    assertEquals(cut, fitted.toString());
    assertTrue(fitted.width(AmbiguousWidth.WIDE) <= columns);
  }

  @Test
  void aPartOfAnArrayIsShownAndCopiedAsItIs() {
    byte[] bytes = "xx日本語abcdefghijxx".getBytes(StandardCharsets.UTF_8);
    SafeText text = SafeText.of(bytes, 2, bytes.length - 4);
    assertEquals("日本語abcdefghij", text.toString());
    assertEquals(bytes.length - 4, text.byteLength());
    byte[] copy = new byte[bytes.length];
    copy[0] = copy[1] = copy[copy.length - 1] = copy[copy.length - 2] = 'x';
    text.copyTo(copy, 2);
    assertArrayEquals(bytes, copy);
    assertEquals("日…", text.fit(3).toString());
    assertEquals("bc…", SafeText.of(bytes, 12, 8).fit(3).toString());
    assertThrows(IndexOutOfBoundsException.class, () -> SafeText.of(bytes, 2, bytes.length));
  }

  @Test
  void textsAreEqualIfTheyShowTheSame() {
    byte[] bytes = "xab".getBytes(StandardCharsets.UTF_8);
    assertEquals(SafeText.of("ab"), SafeText.of(bytes, 1, 2));
    assertEquals(SafeText.of("ab").hashCode(), SafeText.of(bytes, 1, 2).hashCode());
    assertNotEquals(SafeText.of("ab"), SafeText.of("ac"));
  }
}
