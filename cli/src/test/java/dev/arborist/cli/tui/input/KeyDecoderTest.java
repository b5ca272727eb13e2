package dev.arborist.cli.tui.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.cli.tui.input.Input.Alt;
import dev.arborist.cli.tui.input.Input.Mouse;
import dev.arborist.cli.tui.input.Input.Pasted;
import dev.arborist.cli.tui.input.Input.Typed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyDecoderTest {

  private static final Input Q = new Typed('q');

  private final List<Input> inputs = new ArrayList<>();
  private final KeyDecoder decoder = new KeyDecoder(inputs::add);

  private void send(byte[] bytes) {
    for (byte b : bytes) {
      decoder.accept(b);
    }
  }

  private void send(String text) {
    send(text.replace("ESC", "\u001b").getBytes(StandardCharsets.UTF_8));
  }

  private List<Input> of(String text) {
    inputs.clear();
    send(text);
    return List.copyOf(inputs);
  }

  @ParameterizedTest
  @CsvSource({
    "ESC[A, UP",
    "ESC[B, DOWN",
    "ESC[C, RIGHT",
    "ESC[D, LEFT",
    "ESCOA, UP",
    "ESCOB, DOWN",
    "ESCOC, RIGHT",
    "ESCOD, LEFT",
    "ESC[a, UP",
    "ESC[H, HOME",
    "ESC[1~, HOME",
    "ESC[7~, HOME",
    "ESCOH, HOME",
    "ESC[F, END",
    "ESC[4~, END",
    "ESC[8~, END",
    "ESCOF, END",
    "ESC[5~, PAGE_UP",
    "ESC[6~, PAGE_DOWN",
    "ESC[3~, DELETE",
    "ESC[Z, BACK_TAB",
    "ESCOP, F1",
    "ESC[11~, F1",
    "ESC[[A, F1",
    "ESC[1;2P, F1",
    "ESC[1;5A, UP",
    "ESC[1;3H, HOME",
    "ESC[5;5~, PAGE_UP",
    "ESC[3;2:1~, DELETE",
    "ESCO5A, UP",
    "ESCOM, ENTER"
  })
  void aSequenceIsAKey(String sequence, Input.Key key) {
    assertEquals(List.of(key, Q), of(sequence + "q"));
  }

  @Test
  void controlCharactersAreKeys() {
    assertEquals(
        List.of(
            Input.Key.ENTER,
            Input.Key.ENTER,
            Input.Key.TAB,
            Input.Key.BACKSPACE,
            Input.Key.BACKSPACE),
        of("\r\n\t\b\u007f"));
    assertEquals(
        List.of(
            Input.Key.CTRL_A,
            Input.Key.CTRL_B,
            Input.Key.CTRL_C,
            Input.Key.CTRL_D,
            Input.Key.CTRL_E,
            Input.Key.CTRL_F),
        of("\u0001\u0002\u0003\u0004\u0005\u0006"));
    assertEquals(
        List.of(Input.Key.CTRL_L, Input.Key.CTRL_U, Input.Key.CTRL_W, Input.Key.CTRL_Z),
        of("\f\u0015\u0017\u001a"));
    assertEquals(List.of(Q), of("\u0000\u0007\u001c\u001d\u001e\u001fq"));
  }

  @Test
  void charactersAreTypedOneByOne() {
    String text = "aß日👩\u200D🌾";
    assertEquals(text.codePoints().<Input>mapToObj(Typed::new).toList(), of(text));
    assertEquals(List.of(Q), of("\u0085\u009bq"));
  }

  @Test
  void anEscapeAloneIsAKeyOnceItsTimeIsOver() {
    assertEquals(List.of(), of("ESC"));
    assertEquals(KeyDecoder.ESCAPE_MILLIS, decoder.patienceMillis());
    decoder.expire();
    assertEquals(List.of(Input.Key.ESCAPE), inputs);
    assertEquals(0, decoder.patienceMillis());
    decoder.expire();
    assertEquals(List.of(Input.Key.ESCAPE), inputs);
  }

  @Test
  void anEscapeBeforeAnotherKeyIsAKey() {
    assertEquals(List.of(Input.Key.ESCAPE, Input.Key.ENTER), of("ESC\r"));
    assertEquals(List.of(Input.Key.ESCAPE, Input.Key.UP), of("ESCESC[A"));
    assertEquals(List.of(Input.Key.ESCAPE, Input.Key.CTRL_C), of("ESC\u0003"));
  }

  @Test
  void altIsToldFromNoAlt() {
    assertEquals(List.of(new Alt('q'), new Alt('é'), Q), of("ESCqESCéq"));
    assertEquals(List.of(Input.Key.CTRL_W, Input.Key.CTRL_W), of("ESC\u007fESC\b"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "O", "]", "P", "X", "^", "_"})
  void altWithWhatBeginsASequenceIsToldByTime(String key) {
    assertEquals(List.of(), of("ESC" + key));
    decoder.expire();
    assertEquals(List.of(new Alt(key.codePointAt(0))), inputs);
    assertEquals(List.of(Q), of("q"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ESC[I",
        "ESC[O",
        "ESC[2~",
        "ESC[24~",
        "ESC[24;5R",
        "ESC[?1;2c",
        "ESC[>0;115;0c",
        "ESC[97;5u",
        "ESC[27;5;13~",
        "ESC[?2026;2$y",
        "ESC[201~",
        "ESC[[B",
        "ESCOj",
        "ESC[99999999999999999999~",
        "ESC]11;rgb:0000/0000/0000\u0007",
        "ESC]52;c;cXFxcQ==ESC\\",
        "ESCP1$r0mESC\\",
        "ESC_GOKESC\\",
        "ESC[<99999999999;1;1M",
        "ESC[<;;M",
        "ESC[<0M",
        "ESC[<0;1M",
        "ESC[<0;0;0M"
      })
  void whatMeansNothingIsSwallowedWhole(String sequence) {
    assertEquals(List.of(Q), of(sequence + "q"));
  }

  @Test
  void aSequenceThatIsTooLongMeansNothing() {
    assertEquals(List.of(Q), of("ESC[3" + ";".repeat(10_000) + "~q"));
    assertEquals(List.of(Q), of("ESC[<0;1;1" + ";1".repeat(100) + "Mq"));
    assertEquals(List.of(Q), of("ESC]" + "x".repeat(10_000) + "\u0007q"));
  }

  @Test
  void aBrokenSequenceEndsWhereAnotherKeyBegins() {
    assertEquals(List.of(Input.Key.DOWN), of("ESC[1;ESC[B"));
    assertEquals(List.of(Input.Key.CTRL_C), of("ESC[1;\u0003"));
    assertEquals(List.of(new Typed('é')), of("ESC[1é"));
    assertEquals(List.of(Input.Key.DOWN), of("ESC]0;titleESC[B"));
    assertEquals(List.of(Input.Key.DOWN), of("ESC[[ESC[B"));
  }

  @Test
  void whatStopsInTheMiddleIsForgotten() {
    for (String beginning :
        new String[] {"ESC[1;", "ESC[[", "ESC[M!", "ESCO5", "ESC]0;a", "ESC[<0;1"}) {
      assertEquals(List.of(), of(beginning));
      assertEquals(KeyDecoder.ESCAPE_MILLIS, decoder.patienceMillis());
      decoder.expire();
      assertEquals(List.of(), inputs);
      assertEquals(List.of(Q), of("q"));
    }
  }

  static Stream<Arguments> mice() {
    return Stream.of(
        Arguments.of("ESC[<0;1;1M", new Mouse(Mouse.Action.PRESS, 0, 0)),
        Arguments.of("ESC[<0;200;50M", new Mouse(Mouse.Action.PRESS, 49, 199)),
        Arguments.of("ESC[<16;3;4M", new Mouse(Mouse.Action.PRESS, 3, 2)),
        Arguments.of("ESC[<64;3;4M", new Mouse(Mouse.Action.WHEEL_UP, 3, 2)),
        Arguments.of("ESC[<65;3;4M", new Mouse(Mouse.Action.WHEEL_DOWN, 3, 2)),
        Arguments.of("ESC[M !\"", new Mouse(Mouse.Action.PRESS, 1, 0)),
        Arguments.of("ESC[M`!!", new Mouse(Mouse.Action.WHEEL_UP, 0, 0)));
  }

  @ParameterizedTest
  @MethodSource("mice")
  void theMousePressesAndRolls(String sequence, Input expected) {
    assertEquals(List.of(expected, Q), of(sequence + "q"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ESC[<0;1;1m",
        "ESC[<1;1;1M",
        "ESC[<2;1;1M",
        "ESC[<32;1;1M",
        "ESC[<35;1;1M",
        "ESC[<66;1;1M",
        "ESC[<128;1;1M",
        "ESC[M#!!"
      })
  void whatElseTheMouseDoesIsIgnored(String sequence) {
    assertEquals(List.of(Q), of(sequence + "q"));
  }

  @Test
  void aPasteIsOneInputWithLineFeeds() {
    assertEquals(
        List.of(new Pasted("one\ntwo\n\u001b[Aq\n日"), Q),
        of("ESC[200~one\rtwo\r\nESC[Aq\n日ESC[201~q"));
    assertEquals(List.of(new Pasted("")), of("ESC[200~ESC[201~"));
    assertEquals(
        List.of(new Pasted("\u001b[20\u001b\u001b[2")), of("ESC[200~ESC[20ESCESC[2ESC[201~"));
  }

  @Test
  void ofAHugePasteWhatFitsIsKept() {
    String half = "日".repeat(PasteBuffer.BYTES_MAX / 3);
    assertEquals(
        List.of(new Pasted(half), Q), of("ESC[200~" + half + "日本".repeat(50_000) + "ESC[201~q"));
  }

  @Test
  void aPasteWithoutAnEndEndsByTime() {
    assertEquals(List.of(), of("ESC[200~half"));
    assertEquals(KeyDecoder.PASTE_MILLIS, decoder.patienceMillis());
    decoder.expire();
    assertEquals(List.of(new Pasted("half")), inputs);
    assertEquals(List.of(Q), of("q"));
  }

  /** The JDK keeps the same characters; it counts replacements of surrogates otherwise. */
  @Test
  void malformedCharactersAreReplacedWhereTheJdkDoes() {
    Random random = new Random(7);
    for (int round = 0; round < 20_000; round++) {
      byte[] bytes = new byte[1 + random.nextInt(8)];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) (random.nextInt(8) == 0 ? 'a' : 0x80 + random.nextInt(0x80));
      }
      inputs.clear();
      send(bytes);
      decoder.expire();
      StringBuilder typed = new StringBuilder();
      inputs.forEach(input -> typed.appendCodePoint(((Typed) input).codePoint()));
      String expected = new String(bytes, StandardCharsets.UTF_8).replaceAll("[\\x7f-\\x9f]", "");
      assertEquals(once(expected), once(typed.toString()), () -> Arrays.toString(bytes));
    }
  }

  private static String once(String text) {
    return text.replaceAll("\uFFFD+", "\uFFFD");
  }

  /** Whatever comes, the next key is understood once the time of what came is over. */
  @Test
  void noSequenceOfBytesLeavesItStuck() {
    byte[] likely =
        "\u001b\u001b\u001b[[[]]OPMmAH<;;0123456789~200~201~\\\u0007\u0003\rq"
            .getBytes(StandardCharsets.US_ASCII);
    Random random = new Random(11);
    for (int round = 0; round < 50_000; round++) {
      inputs.clear();
      int length = 1 + random.nextInt(40);
      for (int i = 0; i < length; i++) {
        decoder.accept(
            random.nextInt(3) == 0
                ? (byte) random.nextInt(256)
                : likely[random.nextInt(likely.length)]);
        if (random.nextInt(16) == 0) {
          decoder.expire();
        }
      }
      assertTrue(inputs.size() <= 2 * length);
      decoder.expire();
      assertEquals(0, decoder.patienceMillis());
      assertEquals(List.of(Q), of("q"));
    }
  }
}
