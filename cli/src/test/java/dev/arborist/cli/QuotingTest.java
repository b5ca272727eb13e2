package dev.arborist.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
      assertEquals(Optional.of(read), Quoting.read(typed), typed);
    }
  }

  @Test
  void aQuoteThatIsStillOpenIsReadAsFarAsItGoes() {
    assertEquals(Optional.of("a b"), Quoting.read("'a b"));
    assertEquals(Optional.of("a b"), Quoting.read("\"a b"));
    assertEquals(Optional.of("a"), Quoting.read("a\\"));
  }

  @Test
  void whatOnlyTheShellKnowsIsNotRead() {
    for (String typed : List.of("$HOME", "\"$HOME\"", "`pwd`", "\"`pwd`\"", "a$(x)")) {
      assertEquals(Optional.empty(), Quoting.read(typed), typed);
    }
  }

  /** Readline puts the answer behind the quote that was typed, and closes it. */
  @Test
  void anAnswerIsNeverCarriedOutWhateverQuoteIsOpen() throws Exception {
    for (String value : HostileCompletionTest.HOSTILE) {
      String escaped = Quoting.escape(value);
      assertEquals(Optional.of(value), Quoting.read(escaped));
      for (String quote : List.of("", "\"", "'")) {
        String line = "printf '%s' " + quote + escaped + quote;
        RealTool.Result result = RealTool.run(directory, List.of("bash", "-c", line));
        assertFalse(Files.exists(directory.resolve("pwned")), line);
        if (quote.isEmpty()) {
          assertEquals(value, result.out(), line);
        }
      }
    }
  }
}
