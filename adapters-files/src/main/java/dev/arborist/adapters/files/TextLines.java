package dev.arborist.adapters.files;

import dev.arborist.domain.task.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** Reads a stream line by line as strict UTF-8 and says in which line something is wrong. */
final class TextLines {

  static final char BYTE_ORDER_MARK = '\uFEFF';

  private TextLines() {}

  /** A line that is not blank, or a text that begins in this line. */
  record Line(int number, String text) {

    /** Gives the line to the consumer; whatever it refuses is named by the line. */
    void giveTo(Consumer<Line> consumer) {
      try {
        consumer.accept(this);
      } catch (InvalidInputException e) {
        throw at(number, e);
      }
    }
  }

  /**
   * Gives every line that is not blank to the consumer.
   *
   * @param charsMax how long a line may be
   * @param progress told the number of each line that was read
   * @throws InvalidInputException naming the line, for whatever the consumer refuses as well
   */
  static void read(InputStream in, int charsMax, IntConsumer progress, Consumer<Line> consumer)
      throws IOException {
    BoundedLineReader reader = new BoundedLineReader(strictUtf8(in), charsMax);
    int number = 0;
    try {
      for (String text = reader.next(); text != null; text = reader.next()) {
        number++;
        boolean marked = number == 1 && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
        String line = marked ? text.substring(1) : text;
        if (!line.isBlank()) {
          new Line(number, line).giveTo(consumer);
        }
        progress.accept(number);
      }
    } catch (CharacterCodingException e) {
      throw notUtf8(number + 1, e);
    }
  }

  /** A reader that throws CharacterCodingException at bytes that are not UTF-8. */
  static Reader strictUtf8(InputStream in) {
    return new InputStreamReader(
        in,
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  static InvalidInputException notUtf8(int line, CharacterCodingException cause) {
    return new InvalidInputException(
        "line " + line + " or one soon after it is not UTF-8: convert the file", cause);
  }

  /** The same error, named by its line. */
  static InvalidInputException at(int line, InvalidInputException error) {
    return new InvalidInputException("line " + line + ": " + error.getMessage(), error);
  }
}
