package dev.arborist.adapters.render.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.testkit.HostileLabels;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WrappedTextTest {

  private static List<String> wrapped(String text, int columns) {
    return WrappedText.lines(text, columns, AmbiguousWidth.NARROW).stream()
        .map(SafeText::toString)
        .toList();
  }

  @Test
  void linesBreakBetweenWords() {
    assertEquals(List.of("one two", "three"), wrapped("one two three", 9));
    assertEquals(List.of("one two", "three"), wrapped("one two three", 7));
    assertEquals(List.of("one", "two", "three"), wrapped("one two three", 6));
    assertEquals(List.of("one two three"), wrapped("one two three", 13));
  }

  @Test
  void aWordThatIsTooLongIsCut() {
    assertEquals(List.of("a", "bcdef", "ghi j"), wrapped("a bcdefghi j", 5));
    assertEquals(List.of("日本", "語"), wrapped("日本語", 5));
    assertEquals(List.of("日", "本"), wrapped("日本", 1));
  }

  @Test
  void lineBreaksAreKeptAndIndentsGoOn() {
    assertEquals(List.of("a", "", "b"), wrapped("a\n\nb", 5));
    assertEquals(List.of("  one", "  two", "x"), wrapped("  one two\nx", 6));
    assertEquals(List.of(""), wrapped("\n", 5));
    assertEquals(List.of(), wrapped("", 5));
  }

  @Test
  void whatIsWrappedFitsAndIsAllThere() {
    for (AmbiguousWidth ambiguous : AmbiguousWidth.values()) {
      HostileLabels.withWhatNoStoreTakes(3, 10_000)
          .forEach(
              label -> {
                for (int columns : new int[] {1, 9, 40}) {
                  List<SafeText> lines = WrappedText.lines(label, columns, ambiguous);
                  for (SafeText line : lines) {
                    assertTrue(line.width(ambiguous) <= columns || isOneCluster(line), label);
                    assertEquals(line, SafeText.of(line.toString()), label);
                  }
                  String all = lines.stream().map(SafeText::toString).collect(Collectors.joining());
                  String safe =
                      label
                          .lines()
                          .map(line -> SafeText.of(line).toString())
                          .collect(Collectors.joining());
                  assertEquals(safe.replace(" ", ""), all.replace(" ", ""), label);
                }
              });
    }
  }

  private static boolean isOneCluster(SafeText line) {
    Graphemes clusters = new Graphemes(line.toString());
    return clusters.next() && !clusters.next();
  }

  /** The longest text that a task may have; anything but one pass would take minutes. */
  @Test
  void theLongestLineIsWrappedInOnePass() {
    String text = "日本 é ".repeat(100_000);
    assertTrue(wrapped(text, 40).size() > 10_000);
    assertEquals(12_500, wrapped("x".repeat(1_000_000), 80).size());
  }
}
