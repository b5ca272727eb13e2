package dev.arborist.domain.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaselessTest {

  @ParameterizedTest
  @CsvSource({
    "Write the parser, PARSER, true",
    "Write the parser, parsers, false",
    "École buissonnière, éCOLE, true",
    "STRASSE, straße, false",
    "Straße, STRAßE, true",
    "STRAẞE, straße, true",
    "ΣΊΣΥΦΟΣ, σίσυφος, true",
    "日本茶, 本, true",
    "300 \u212A, k, false",
    "k, \u212A, false",
    "\uD801\uDC00, \uD801\uDC28, true",
    "\uD83D\uDE00 smile, \uD83D\uDE01, false",
    "'', a, false"
  })
  void lettersMatchWhateverTheirCase(String text, String other, boolean contained) {
    assertEquals(contained, Caseless.contains(text, other));
  }

  /** Whoever looks for a letter that has none takes it as it is written. */
  @Test
  void whatMatchesAnotherLetterHasCases() {
    for (int letter = 0; letter <= Character.MAX_CODE_POINT; letter++) {
      int other = Character.toLowerCase(Character.toUpperCase(letter));
      if (other != letter
          && Caseless.contains(Character.toString(letter), Character.toString(other))) {
        assertTrue(Caseless.hasCases(letter), Integer.toHexString(letter));
        assertTrue(Caseless.hasCases(other), Integer.toHexString(other));
      }
    }
  }
}
