package dev.arborist.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuotingTest {

  @TempDir Path directory;

  @Test
  void quotesAreReadAsBashReadsThem() throws Exception {
    for (String typed :
        List.of(
            "plain",
            "a\\ b",
            "'a b'",
            "\"a b\"",
            "a'b c'\"d e\"f",
            "'a\\b'",
            "\"a\\b\\\"c\\\\d\\$\"",
            "'$x`y`'",
            "\\$x",
            "grün/日本",
            "''",
            "\\\\",
            "\"it's\"")) {
      String read = RealTool.accepted(directory, List.of("bash", "-c", "printf '%s' " + typed));
      assertEquals(Optional.of(read), Quoting.BASH.read(typed), typed);
    }
  }

  @Test
  void aQuoteThatIsStillOpenIsReadAsFarAsItGoes() {
    assertEquals(Optional.of("a b"), Quoting.BASH.read("'a b"));
    assertEquals(Optional.of("a b"), Quoting.BASH.read("\"a b"));
    assertEquals(Optional.of("a"), Quoting.BASH.read("a\\"));
  }

  @Test
  void whatOnlyTheShellKnowsIsNotRead() {
    for (String typed : List.of("$HOME", "\"$HOME\"", "`pwd`", "\"`pwd`\"", "a$(x)")) {
      assertEquals(Optional.empty(), Quoting.BASH.read(typed), typed);
    }
  }

  @Test
  void whatStandsBehindAnOpenQuoteIsReadSo() {
    assertEquals(Optional.of("a b"), Quoting.DOUBLE.read("a b"));
    assertEquals(Optional.of("a\\"), Quoting.SINGLE.read("a\\"));
    assertEquals(Optional.empty(), Quoting.DOUBLE.read("$x"));
    assertEquals(Optional.of("$x"), Quoting.SINGLE.read("$x"));
  }

  /** Readline puts the answer behind the quote that was typed, and closes it. */
  @Test
  void anAnswerIsReadAsItWasWhateverQuoteIsOpen() throws Exception {
    for (String value : HostileCompletionTest.HOSTILE) {
      assertEquals(value, Quoting.PLAIN.write(value));
      assertEquals(Optional.of(value), Quoting.BASH.read(Quoting.BASH.write(value)));
      Map.of(Quoting.BASH, "", Quoting.DOUBLE, "\"", Quoting.SINGLE, "'")
          .forEach((quoting, quote) -> assertEquals(value, printed(quoting, quote, value)));
    }
    assertFalse(Files.exists(directory.resolve("pwned")));
  }

  private String printed(Quoting quoting, String quote, String value) {
    String line = "printf '%s' " + readline(quoting.write(value), quote);
    try {
      return RealTool.accepted(directory, List.of("bash", "-c", line));
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What stands on the line when readline puts a word behind a quote that is open. */
  private static String readline(String word, String quote) {
    boolean isOpened = !quote.isEmpty() && word.startsWith(quote);
    boolean isClosed = !quote.isEmpty() && word.endsWith(quote);
    return (isOpened ? "" : quote) + word + (isClosed ? "" : quote);
  }
}
