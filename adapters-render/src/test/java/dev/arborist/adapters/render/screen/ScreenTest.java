package dev.arborist.adapters.render.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.adapters.render.text.AmbiguousWidth;
import dev.arborist.adapters.render.text.SafeText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScreenTest {

  private static final String FAMILY = "👨\u200d👩\u200d👧";

  private final Screen screen = new Screen(10, 3, AmbiguousWidth.NARROW);

  private int write(int column, int limit, String text) {
    return screen.write(0, column, limit, SafeText.of(text), "");
  }

  private int writeLine(int column, int limit, String line) {
    byte[] bytes = ("<" + line + ">").getBytes(StandardCharsets.UTF_8);
    return screen.writeLine(0, column, limit, bytes, 1, bytes.length - 2);
  }

  /** The styles of the first cells of the first row. */
  private List<Long> styles(int columns) {
    List<Long> styles = new ArrayList<>();
    for (int column = 0; column < columns; column++) {
      styles.add(screen.cells().styles[column]);
    }
    return styles;
  }

  private static List<Long> styles(String... parameters) {
    return Arrays.stream(parameters).map(Style::of).toList();
  }

  @Test
  void aNewScreenIsBlank() {
    assertEquals(10, screen.columns());
    assertEquals(3, screen.rows());
    assertEquals("", screen.text(0));
    assertEquals("", screen.text(2));
    assertEquals(styles("", ""), styles(2));
  }

  @Test
  void aScreenHasAtLeastOneCell() {
    assertThrows(IllegalArgumentException.class, () -> new Screen(0, 3, AmbiguousWidth.NARROW));
    assertThrows(IllegalArgumentException.class, () -> new Screen(3, 0, AmbiguousWidth.NARROW));
  }

  @Test
  void aTextStandsWhereItWasWritten() {
    assertEquals(5, write(2, 10, "abc"));
    assertEquals("  abc", screen.text(0));
    assertEquals("", screen.text(1));
  }

  @Test
  void aTextThatIsTooLongEndsInAnEllipsis() {
    assertEquals(5, write(2, 5, "abcd"));
    assertEquals("  ab…", screen.text(0));
    assertEquals(10, write(2, 99, "abcdefghijk"));
    assertEquals("  abcdefg…", screen.text(0));
  }

  @Test
  void nothingIsWrittenWhereThereIsNoRoom() {
    assertEquals(5, write(5, 5, "abc"));
    assertEquals(7, write(7, 3, "abc"));
    assertEquals(10, write(10, 10, "日"));
    assertEquals(5, writeLine(5, 5, "abc"));
    assertEquals("", screen.text(0));
  }

  @Test
  void aPlaceOffTheScreenIsAFault() {
    assertThrows(
        IndexOutOfBoundsException.class, () -> screen.write(3, 0, 9, SafeText.of("a"), ""));
    assertThrows(IndexOutOfBoundsException.class, () -> write(-1, 9, "a"));
    assertThrows(IndexOutOfBoundsException.class, () -> screen.fill(-1, 0, 9, ""));
    assertThrows(IndexOutOfBoundsException.class, () -> screen.text(3));
  }

  @Test
  void aWideClusterTakesTwoCells() {
    assertEquals(4, write(0, 10, "日" + FAMILY));
    assertEquals(5, write(4, 10, "x"));
    assertEquals("日" + FAMILY + "x", screen.text(0));
  }

  @Test
  void ambiguousCharactersAreAsWideAsTheTerminalMakesThem() {
    Screen wide = new Screen(10, 1, AmbiguousWidth.WIDE);
    assertEquals(4, wide.write(0, 0, 10, SafeText.of("├─"), ""));
    assertEquals(2, write(0, 10, "├─"));
  }

  @Test
  void aWideClusterThatDoesNotFitLeavesABlank() {
    write(0, 10, "0123456789");
    assertEquals(3, writeLine(1, 4, "ab日c"));
    assertEquals("0ab 456789", screen.text(0));
  }

  @Test
  void overwritingOneHalfBlanksTheOther() {
    write(0, 10, "日本語");
    write(1, 2, "x");
    assertEquals(" x本語", screen.text(0));
    write(4, 5, "y");
    assertEquals(" x本y", screen.text(0));
    write(1, 10, FAMILY);
    assertEquals(" " + FAMILY + " y", screen.text(0));
  }

  @Test
  void aClusterOfThreeColumnsIsBlankedWhole() {
    String three = "र\u094dस्का"; // consonants that join, and a vowel that takes a column
    int width = SafeText.of(three).width();
    assertTrue(width >= 3, "of " + width + " columns");
    write(0, 10, three);
    write(1, 2, "x");
    assertEquals(" x", screen.text(0));
  }

  @Test
  void filledCellsAreBlankInTheirStyle() {
    write(0, 10, "日本語xyz");
    screen.fill(0, 1, 3, "7");
    assertEquals("    語xyz", screen.text(0));
    assertEquals(styles("", "7", "7", ""), styles(4));
    screen.fill(0, 5, 99, "");
    assertEquals("", screen.text(0).strip());
    screen.fill(0, 5, 2, "7");
    assertEquals(styles("", "7", "7", ""), styles(4));
  }

  @Test
  void clearingBlanksAllCells() {
    screen.write(0, 0, 9, SafeText.of("日本"), "7");
    screen.clear();
    assertEquals("", screen.text(0));
    assertEquals(styles("", ""), styles(2));
  }

  @Test
  void aLineBringsItsColours() {
    assertEquals(4, writeLine(0, 10, "a\u001b[1mb\u001b[35mc\u001b[0md"));
    assertEquals("abcd", screen.text(0));
    assertEquals(styles("", "1", "1;35", "", ""), styles(5));
    writeLine(0, 10, "\u001b[31m\u001b[mx\u001b[0;2my");
    assertEquals(styles("", "2"), styles(2));
  }

  @Test
  void aLineIsClippedAtItsLimit() {
    assertEquals(3, writeLine(0, 3, "a\u001b[1mbcd\u001b[0mef"));
    assertEquals("abc", screen.text(0));
    assertEquals(10, writeLine(0, 99, "│  ├─ ◉ abcdefgh"));
    assertEquals("│  ├─ ◉ ab", screen.text(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u001b[2J",
        "\u001b",
        "\u001b[",
        "\u001b[1",
        "\u001b]0;t\u0007",
        "\u001bM",
        "\u001b[?25lm",
        "\u001b[6m",
        "\u001b[21m",
        "\u001b[38m",
        "\u001b[38;5m",
        "\u001b[38;5;256m",
        "\u001b[48;2;1;2m",
        "\u001b[38;3;1m",
        "\u001b[99999999999m",
        "\u001b[1 m"
      })
  void anyEscapeButAColourIsRefused(String line) {
    assertThrows(IllegalArgumentException.class, () -> writeLine(0, 10, "a" + line + "b"));
  }

  @Test
  void otherControlsOfALineAreShownAsWhatTheyAre() {
    writeLine(0, 10, "a\tb\r\u202e");
    assertEquals("a␉b␍<U+202", screen.text(0));
  }

  @Test
  void restylingAddsToWhatIsThere() {
    writeLine(0, 10, "\u001b[35ma日\u001b[0mb");
    screen.restyle(0, 1, 4, "7");
    assertEquals(styles("35", "35;7", "35;7", "7", ""), styles(5));
    screen.restyle(0, 0, 99, "");
    assertEquals(styles("35", "35;7", "35;7", "7", ""), styles(5));
    screen.restyle(0, 2, 3, "4");
    assertEquals(styles("35", "35;7", "35;7", "7", ""), styles(5), "the cluster begins before");
    screen.restyle(0, 1, 2, "4");
    assertEquals(styles("35", "35;7;4", "35;7;4", "7", ""), styles(5));
  }

  @Test
  void clustersOfThePastAreForgotten() {
    String kept = "a" + Character.toString(0x300) + "x";
    write(7, 10, kept);
    for (int i = 0; i < 10_000; i++) {
      write(0, 5, "b" + Character.toString(0x300 + i % 100) + Character.toString(0x300 + i / 100));
    }
    assertTrue(screen.cells().clusters() < 5_000);
    assertTrue(screen.text(0).endsWith(kept), screen.text(0));
  }
}
