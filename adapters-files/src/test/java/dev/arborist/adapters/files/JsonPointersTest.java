package dev.arborist.adapters.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.domain.task.InvalidInputException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPointersTest {

  /** The document of RFC 6901, section 5. */
  private static final String RFC =
      """
      {
        "foo": ["bar", "baz"],
        "": 0,
        "a/b": 1,
        "c%d": 2,
        "e^f": 3,
        "g|h": 4,
        "i\\\\j": 5,
        "k\\"l": 6,
        " ": 7,
        "m~n": 8
      }
      """;

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "/foo;[\"bar\", \"baz\"]",
        "/foo/0;\"bar\"",
        "/;0",
        "/a~1b;1",
        "/c%d;2",
        "/e^f;3",
        "/g|h;4",
        "/i\\j;5",
        "/k\"l;6",
        "`/ `;7",
        "/m~0n;8",
      },
      delimiter = ';')
  void theExamplesOfTheStandardHold(String pointer, String value) {
    assertEquals(Optional.of(value), JsonPointers.at(RFC, pointer));
  }

  @Test
  void theEmptyPointerIsTheWholeDocumentAsItWasWritten() {
    assertEquals(Optional.of(RFC.strip()), JsonPointers.at(RFC, ""));
    assertEquals(Optional.of("1.50"), JsonPointers.at(" 1.50 ", ""));
  }

  @Test
  void aValueComesOutAsItWasWritten() {
    String plan = "{\"phases\": [1, {\"a\" : [1.50,\n \"\\u00e9\"]}, -1e5, null, true, \"x\"]}";
    assertEquals(
        Optional.of("{\"a\" : [1.50,\n \"\\u00e9\"]}"), JsonPointers.at(plan, "/phases/1"));
    assertEquals(Optional.of("\"\\u00e9\""), JsonPointers.at(plan, "/phases/1/a/1"));
    assertEquals(Optional.of("-1e5"), JsonPointers.at(plan, "/phases/2"));
    assertEquals(Optional.of("null"), JsonPointers.at(plan, "/phases/3"));
    assertEquals(Optional.of("true"), JsonPointers.at(plan, "/phases/4"));
    assertEquals(Optional.of("\"x\""), JsonPointers.at(plan, "/phases/5"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/none",
        "/foo/2",
        "/foo/-",
        "/foo/00",
        "/foo/-1",
        "/foo/bar",
        "/foo/0/0",
        "/a/b",
        "/foo/",
        "/foo/99999999999999999999"
      })
  void whatIsNotThereIsNothing(String pointer) {
    assertEquals(Optional.empty(), JsonPointers.at(RFC, pointer));
  }

  @ParameterizedTest
  @ValueSource(strings = {"foo", "phases/3", "#/foo", "$.foo", "/m~n", "/m~2", "/~", " /foo"})
  void aMalformedPointerIsRefusedWithWhatToWrite(String pointer) {
    var refused =
        assertThrows(InvalidInputException.class, () -> JsonPointers.at(RFC, pointer), pointer);
    assertEquals(
        "'"
            + pointer
            + "' is not a JSON pointer: begin with / and separate names by it, such as /phases/3;"
            + " in a name write / as ~1 and ~ as ~0",
        refused.getMessage());
  }

  @Test
  void aDocumentIsJsonToItsEndWhereverThePointerLeads() {
    for (String bad : new String[] {"", "{\"a\":1", "{\"a\":1}{}", "text", "[1,]"}) {
      var refused =
          assertThrows(InvalidInputException.class, () -> JsonPointers.at(bad, "/a"), bad);
      assertTrue(refused.getMessage().startsWith("the document is not"), refused.getMessage());
    }
  }

  @Test
  void ofANameThatStandsTwiceTheFirstCounts() {
    assertEquals(Optional.of("1"), JsonPointers.at("{\"a\":1,\"a\":2}", "/a"));
    assertEquals(Optional.empty(), JsonPointers.at("{\"a\":1,\"a\":{\"b\":2}}", "/a/b"));
  }

  @Test
  void depthAndLengthAreNoProblem() {
    String deep = "{\"a\":".repeat(999) + "[7]" + "}".repeat(999);
    assertEquals(Optional.of("7"), JsonPointers.at(deep, "/a".repeat(999) + "/0"));
    String wide = "[" + ("{\"x\":\"" + "y".repeat(100_000) + "\"},").repeat(9) + "42]";
    assertEquals(Optional.of("42"), JsonPointers.at(wide, "/9"));
    assertThrows(
        InvalidInputException.class, () -> JsonPointers.at("[".repeat(100_000), "/0".repeat(9)));
    assertEquals(Optional.empty(), JsonPointers.at("{}", "/x".repeat(100_000)));
    var refused =
        assertThrows(InvalidInputException.class, () -> JsonPointers.at("{}", "x".repeat(100_000)));
    assertTrue(refused.getMessage().length() < 400, refused.getMessage());
  }
}
