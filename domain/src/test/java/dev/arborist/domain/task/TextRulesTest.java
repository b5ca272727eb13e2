package dev.arborist.domain.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class TextRulesTest {

  private static void refused(String message, Executable rule) {
    assertEquals(message, assertThrows(InvalidInputException.class, rule).getMessage());
  }

  @Test
  void aTextThatIsKeptIsKeptAsItIs() {
    assertEquals(" s ", TextRules.summary(" s "));
    assertEquals(" p\n", TextRules.prompt(" p\n"));
    assertEquals("", TextRules.longText("error", ""));
    assertNull(TextRules.longText("error", null));
    assertEquals("n", TextRules.name("branch", "n"));
    assertNull(TextRules.name("branch", null));
    assertEquals("w", TextRules.worker("w"));
    assertEquals("a", TextRules.actor("a"));
  }

  @Test
  void aNameIsNotEmptyAndNotTooLong() {
    refused("the worker is empty: give it some text", () -> TextRules.worker(" "));
    refused("the actor is empty: give it some text", () -> TextRules.actor(""));
    String longest = "🌳".repeat(255);
    assertEquals(longest, TextRules.name("branch", longest));
    refused(
        "the branch has 256 characters: at most 255 are kept",
        () -> TextRules.name("branch", longest + "x"));
  }

  @Test
  void halfASurrogatePairIsFoundWhereverItStands() {
    String message = "the error holds half a surrogate pair: give well-formed Unicode";
    for (String half : new String[] {"\ud83c", "a\ud83c", "\ud83cb", "\udf33", "\ud83c\ud83c"}) {
      refused(message, () -> TextRules.longText("error", half));
    }
    refused(message, () -> TextRules.longText("error", "🌳\ud83c"));
    assertEquals("🌳🌳", TextRules.longText("error", "🌳🌳"));
    refused(
        "the error holds a NUL character: remove it", () -> TextRules.longText("error", "🌳\0"));
  }

  @Test
  void bytesAreCountedAsUtf8HasThem() {
    String[] oneToFourBytes = {"\u007f", "\u0080", "\u07ff", "\u0800", "\uffff", "🌳"};
    int[] bytes = {1, 2, 2, 3, 3, 4};
    for (int i = 0; i < bytes.length; i++) {
      String most = oneToFourBytes[i].repeat(TextRules.TEXT_BYTES_MAX / bytes[i]);
      String full = most + "x".repeat(TextRules.TEXT_BYTES_MAX % bytes[i]);
      assertEquals(full, TextRules.longText("result", full));
      refused(
          "the result has 1048577 bytes: at most 1048576 are kept",
          () -> TextRules.longText("result", full + "x"));
    }
  }

  @Test
  void aLongLineIsCutAtTheLengthOfASummary() {
    String longest = "x".repeat(140);
    assertEquals(longest, TextRules.cut(longest));
    assertEquals("x".repeat(139) + "…", TextRules.cut(longest + "x"));
    assertEquals("a b", TextRules.summarise("\n\n a  b \n c"));
  }
}
