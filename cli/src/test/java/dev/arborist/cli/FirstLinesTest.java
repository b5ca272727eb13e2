package dev.arborist.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstLinesTest {

  @ParameterizedTest
  @CsvSource({
    "'', 3, ''",
    "a, 3, a",
    "a;, 3, a",
    "a;b;c, 3, a|b|c",
    "a;b;c;, 3, a|b|c",
    "a;b;c;d, 3, a|b|… 2 more lines",
    "a;;;;, 3, a||… 2 more lines",
    "a;b;, 1, … 2 more lines",
    "日;本;茶;x;, 3, 日|本|… 2 more lines",
  })
  void whatDoesNotFitIsCounted(String text, int most, String lines) {
    byte[] bytes = text.replace(';', '\n').getBytes(StandardCharsets.UTF_8);
    for (int pieces : new int[] {1, 2, 100}) {
      FirstLines first = new FirstLines(most);
      for (int at = 0; at < bytes.length; at += pieces) {
        first.write(bytes, at, Math.min(pieces, bytes.length - at));
      }
      assertEquals(
          lines.isEmpty() ? List.of() : List.of(lines.split("\\|", -1)), first.cut(), text);
    }
  }
}
