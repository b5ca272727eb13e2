package dev.arborist.adapters.files;

import dev.arborist.domain.task.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** Reads a stream line by line as strict UTF-8 and says in which line something is wrong. */
final class TextLines {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private TextLines() {}

  /** A line that is not blank. */
  record Line(int number, String text) {}

  /**
   * Gives every line that is not blank to the consumer.
   *
   * @param progress told the number of each line that was read
   * @throws InvalidInputException naming the line, for whatever the consumer refuses as well
   */
  static void read(InputStream in, IntConsumer progress, Consumer<Line> consumer)
      throws IOException {
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    BoundedLineReader reader = new BoundedLineReader(new InputStreamReader(in, decoder));
    int number = 0;
    try {
      for (String text = reader.next(); text != null; text = reader.next()) {
        number++;
        String line = number == 1 && text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        if (!line.isBlank()) {
          accept(new Line(number, line), consumer);
        }
        progress.accept(number);
      }
    } catch (CharacterCodingException e) {
      throw new InvalidInputException(
          "line " + (number + 1) + " or one soon after it is not UTF-8: convert the file", e);
    }
  }

  private static void accept(Line line, Consumer<Line> consumer) {
    try {
      consumer.accept(line);
    } catch (InvalidInputException e) {
      throw new InvalidInputException("line " + line.number() + ": " + e.getMessage(), e);
    }
  }
}
