package dev.arborist.adapters.render.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Widths as EastAsianWidth.txt and emoji-test.txt of Unicode 16 have them, written out by hand. */
class DisplayWidthTest {

  @ParameterizedTest
  @CsvSource({
    "a, 1, 1",
    "é, 1, 2", // A
    "ü, 1, 2", // A
    "ñ, 1, 1", // N
    "Ω, 1, 2", // A
    "Ж, 1, 2", // A
    "א, 1, 1", // N
    "ب, 1, 1", // N
    "क, 1, 1", // N
    "ก, 1, 1", // N
    "日, 2, 2", // W
    "あ, 2, 2", // W
    "가, 2, 2", // W
    "Ａ, 2, 2", // F
    "ｱ, 1, 1", // H
    "、, 2, 2", // W
    "…, 1, 2", // A
    "—, 1, 2", // A
    "→, 1, 2", // A
    "─, 1, 2", // A
    "├, 1, 2", // A
    "○, 1, 2", // A
    "◎, 1, 2", // A
    "◉, 1, 1", // N
    "⊗, 1, 1", // N
    "⊘, 1, 1", // N
    "✓, 1, 1", // N
    "✗, 1, 1", // N
    "▸, 1, 1", // N
    "⋯, 1, 1", // N
    "€, 1, 2", // A
    "£, 1, 1", // Na
    "⌚, 2, 2", // W
    "✅, 2, 2", // W
    "❤, 1, 1", // N
    "❤️, 2, 2", // emoji presentation
    "😀, 2, 2", // W
    "👍🏽, 2, 2", // emoji modifier sequence
    "👩‍👩‍👧, 2, 2", // emoji ZWJ sequence
    "🇳🇵, 2, 2", // emoji flag sequence
    "1️⃣, 2, 2", // emoji keycap sequence
    "𠀀, 2, 2", // W
    "𝔸, 1, 1", // N
    "e\u0301, 1, 1" // a mark takes nothing
  })
  void textsTakeAsManyColumnsAsUnicodeSays(String text, int narrow, int wide) {
    assertEquals(narrow, DisplayWidth.of(text, AmbiguousWidth.NARROW));
    assertEquals(wide, DisplayWidth.of(text, AmbiguousWidth.WIDE));
  }
}
