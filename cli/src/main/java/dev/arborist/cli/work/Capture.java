package dev.arborist.cli.work;

import dev.arborist.adapters.files.TaskJson;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.TextRules;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The standard output of a program that is to be the task's result. */
final class Capture {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private boolean tooLong;

  synchronized void add(byte[] more, int length) {
    int room = TextRules.TEXT_BYTES_MAX - bytes.size();
    bytes.write(more, 0, Math.min(room, length));
    tooLong |= length > room;
  }

  /**
   * The result; null when nothing was written.
   *
   * @throws InvalidInputException when it is no result: not JSON, not UTF-8 or too long
   */
  synchronized @Nullable String json() {
    if (tooLong) {
      throw new InvalidInputException(
          "the standard output is too long for a result: at most "
              + TextRules.TEXT_BYTES_MAX
              + " bytes are kept");
    }
    String text = decoded().strip();
    if (text.isEmpty()) {
      return null;
    }
    TaskJson.requireJson("standard output", text);
    return text;
  }

  private String decoded() {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      throw new InvalidInputException("the standard output is not UTF-8", e);
    }
  }
}
