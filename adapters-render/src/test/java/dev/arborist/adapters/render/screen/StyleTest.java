package dev.arborist.adapters.render.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StyleTest {

  static final String[] PARTS = {
    "0",
    "1",
    "2",
    "3",
    "4",
    "5",
    "7",
    "8",
    "9",
    "22",
    "23",
    "24",
    "25",
    "27",
    "28",
    "29",
    "30",
    "37",
    "39",
    "40",
    "47",
    "49",
    "90",
    "97",
    "100",
    "107",
    "38;5;0",
    "38;5;255",
    "48;5;16",
    "38;2;0;0;0",
    "38;2;1;22;255",
    "48;2;255;128;0"
  };

  /** Some of the above, as parameters. */
  static String random(SplittableRandom random) {
    StringBuilder parameters = new StringBuilder();
    for (int i = random.nextInt(4); i >= 0; i--) {
      parameters.append(parameters.isEmpty() ? "" : ";");
      parameters.append(PARTS[random.nextInt(PARTS.length)]);
    }
    return parameters.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "1;35, 35;1",
    "1;1, 1",
    "31;35, 35",
    "31;0;1, 1",
    "31;;1, 1",
    "1;2;22, ''",
    "1;2;22;2, 2",
    "31;39, ''",
    "41;49;7;27, ''",
    "38;5;9;31, 31",
    "'', 0",
    "01;035, 1;35",
    "38;2;1;2;3;4, 4;38;2;1;2;3",
    "4;3;5;8;9;23;24;25;28;29, ''",
  })
  void whatLooksAlikeIsEqual(String one, String other) {
    assertEquals(Style.of(other), Style.of(one));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 2",
    "31, 91",
    "31, 41",
    "38;5;1, 31",
    "38;5;1, 48;5;1",
    "38;2;0;0;1, 38;5;1",
    "38;5;0, ''",
    "38;2;0;0;0, 38;2;0;0;1",
    "91, 101",
    "8, 9"
  })
  void whatLooksOtherwiseDiffers(String one, String other) {
    assertNotEquals(Style.of(other), Style.of(one));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2;31", "3", "38;5;7", "38;2;9;9;9", "8", "5"})
  void aBlankHidesColourAndWeight(String parameters) {
    assertEquals(Style.NONE, Style.ofBlank(Style.of(parameters)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"7;31;1", "4;31", "41", "9;38;5;7;100"})
  void aBlankShowsItsGroundAndLines(String parameters) {
    assertEquals(Style.of(parameters), Style.ofBlank(Style.of(parameters)));
  }

  @Test
  void thePenLeadsFromEveryStyleToEveryOther() {
    SplittableRandom random = new SplittableRandom(7);
    Sequences out = new Sequences();
    Pen pen = new Pen(out);
    long style = Style.NONE;
    for (int i = 0; i < 20_000; i++) {
      long next = Style.of(random(random));
      out.clear();
      pen.set(next);
      String sent = new String(out.bytes(), 0, out.length(), StandardCharsets.US_ASCII);
      assertEquals(next == style, sent.isEmpty());
      if (next != style) {
        long led = style;
        for (String sequence : sent.split("(?<=m)", -1)) {
          led = sequence.isEmpty() ? led : Style.added(led, parameters(sequence));
        }
        assertEquals(next, led, sent);
      }
      style = next;
    }
  }

  private static String parameters(String sequence) {
    assertTrue(sequence.startsWith("\u001b[") && sequence.length() <= 32, sequence);
    return sequence.substring(2, sequence.length() - 1);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 1;35, 1;35",
    "1;35, '', ''",
    "1;35, 35, 22",
    "1;35, 1;32, 32",
    "1;2;3;4;35, 9, 0;9",
    "1;2, 1, 0;1",
    "7;38;2;1;2;3, 38;2;1;2;3, 27",
    "31;44, 44, 39"
  })
  void theShorterSequenceIsSent(String from, String to, String sent) {
    Sequences out = new Sequences();
    Pen pen = new Pen(out);
    pen.assume(Style.of(from));
    pen.set(Style.of(to));
    assertEquals(
        "\u001b[" + sent + "m",
        new String(out.bytes(), 0, out.length(), StandardCharsets.US_ASCII));
  }
}
