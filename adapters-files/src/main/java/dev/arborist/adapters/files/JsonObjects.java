package dev.arborist.adapters.files;

import dev.arborist.domain.task.InvalidInputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * Splits a stream into JSON objects that stand in one array, or one after another with or without
 * commas, over any number of lines each.
 *
 * <p>Only braces and quotes are looked at, so that an object of any size is collected once; what is
 * in it is for {@link JsonRecord} to judge.
 */
final class JsonObjects {

  private static final int END = -1;

  private final Reader reader;
  private final IntConsumer progress;
  private int line = 1;

  private JsonObjects(Reader reader, IntConsumer progress) {
    this.reader = reader;
    this.progress = progress;
  }

  /**
   * Gives every object, with the line that it begins in, to the consumer.
   *
   * @param progress told the number of each line that was read
   * @throws InvalidInputException naming the line, for whatever the consumer refuses as well
   */
  static void read(InputStream in, IntConsumer progress, Consumer<TextLines.Line> consumer)
      throws IOException {
    JsonObjects objects = new JsonObjects(new BufferedReader(TextLines.strictUtf8(in)), progress);
    try {
      objects.readAll(consumer);
    } catch (CharacterCodingException e) {
      throw TextLines.notUtf8(objects.line, e);
    }
  }

  private void readAll(Consumer<TextLines.Line> consumer) throws IOException {
    int c = nextToken();
    if (c == TextLines.BYTE_ORDER_MARK) {
      c = nextToken();
    }
    boolean array = c == '[';
    if (array) {
      c = nextToken();
    }
    boolean open = !array || c != ']';
    while (open && c != END) {
      if (c != '{') {
        throw at(line, "here should be a task as {...}: give what 'task export' writes");
      }
      object().giveTo(consumer);
      c = nextToken();
      boolean comma = c == ',';
      if (comma) {
        c = nextToken();
      } else if (array && c == '{') {
        throw at(line, "a comma is missing before this task");
      }
      open = !array || c != ']' || comma;
    }
    requireEnd(array, c);
  }

  private void requireEnd(boolean array, int c) throws IOException {
    if (array && c == END) {
      throw at(line, "the file ends before its last ']': it is not whole, so export it again");
    }
    if (array && nextToken() != END) {
      throw at(line, "something follows the last ']': give what 'task export' writes");
    }
  }

  /** The object whose first brace has just been read. */
  private TextLines.Line object() throws IOException {
    int begin = line;
    StringBuilder text = new StringBuilder("{");
    int depth = 1;
    boolean quoted = false;
    while (depth > 0) {
      int c = next();
      if (c == END) {
        throw at(begin, "the file ends within this task: it is not whole, so export it again");
      }
      text.append((char) c);
      if (text.length() > BoundedLineReader.TASK_CHARS_MAX) {
        throw at(begin, "this is longer than any task: give what 'task export' writes");
      }
      if (c == '"') {
        quoted = !quoted;
      } else if (quoted) {
        if (c == '\\') {
          text.append((char) next());
        }
      } else if (c == '{') {
        depth++;
      } else if (c == '}') {
        depth--;
      }
    }
    return new TextLines.Line(begin, text.toString());
  }

  /** The next character that is no white space. */
  private int nextToken() throws IOException {
    int c = next();
    while (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
      c = next();
    }
    return c;
  }

  private int next() throws IOException {
    int c = reader.read();
    if (c == '\n') {
      progress.accept(line);
      line++;
    }
    return c;
  }

  private static InvalidInputException at(int line, String problem) {
    return new InvalidInputException("line " + line + ": " + problem);
  }
}
