package dev.arborist.adapters.render.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphemesTest {

  /** One code point of every kind, and of every kind of width. */
  private static final String[] KINDS = {
    "a", "1", " ", "日", "α", "\u200b", "\u0301", "\u0903", "\u094d", "\u200d", "\u200c", "\ufe0f",
    "\ufe0e", "❤", "👍", "🏽", "🇩", "\u20e3", "م", "क", "\u1100", "\u1161", "\u11a8", "가", "각"
  };

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a/b/ /c",
        "e\u0301\u0302/e",
        "👨\u200d👩\u200d👧/👧",
        "👍🏽/🏽/a/🏽",
        "❤\ufe0f/❤\ufe0e/1\ufe0f\u20e3/1\u20e3",
        "🇩🇪/🇫🇷/🇬/a",
        "🏴\u200d☠\ufe0f/🏴",
        "कि/न\u094dद\u0940",
        "क\u094d\u200dष/ष",
        "র\u200d\u09cdয\u09be",
        "م/ی\u200cخ/و",
        "\u1112\u1161\u11ab/\u1112\u1161/\u1112",
        "가\u11a8/각\u11a8/각/\u1161\u11a8",
        "\u1100\u1100가/\u1100",
        "日/本"
      })
  void clustersAreWhatIsDrawnAsOne(String marked) {
    Graphemes clusters = new Graphemes(marked.replace("/", ""));
    for (String cluster : marked.split("/", -1)) {
      assertTrue(clusters.next() && clusters.isShown());
      assertEquals(cluster, marked.replace("/", "").substring(clusters.start(), clusters.end()));
    }
    assertFalse(clusters.next());
  }

  /** A word of them would be cut whole. */
  @ParameterizedTest
  @ValueSource(strings = {"م\u200c", "क\u094d", "\u1100"})
  void lettersAreJoinedAsManyAsAWordNeeds(String letter) {
    int width = DisplayWidth.of(letter.substring(0, 1), AmbiguousWidth.NARROW);
    Graphemes clusters = new Graphemes(letter.repeat(20) + letter.charAt(0));
    for (int left = 21; left > 0; left -= 8) {
      assertTrue(clusters.next() && clusters.isShown());
      assertEquals(Math.min(left, 8), clusters.columns(AmbiguousWidth.NARROW) / width);
    }
  }

  @Test
  void everySequenceOfFourKindsIsSafeAtOnceWholeAndCut() {
    int kinds = KINDS.length;
    for (int i = 0; i < kinds * kinds * kinds * kinds; i++) {
      String text =
          KINDS[i % kinds]
              + KINDS[i / kinds % kinds]
              + KINDS[i / kinds / kinds % kinds]
              + KINDS[i / kinds / kinds / kinds];
      SafeText safe = SafeText.of(text);
      assertSafe(safe);
      assertSafe(safe.fit(safe.width() / 2));
    }
  }

  private static void assertSafe(SafeText text) {
    SafeText again = SafeText.of(text.toString());
    assertEquals(text, again);
    assertEquals(text.width(), again.width());
    assertEquals(text.width(AmbiguousWidth.WIDE), again.width(AmbiguousWidth.WIDE));
  }
}
