package dev.arborist.adapters.files;

import dev.arborist.domain.task.InvalidInputException;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines that end in LF or CR LF, and refuses one that is longer than is allowed.
 *
 * <p>Without the bound a file that has no line breaks would be collected in memory until there is
 * none.
 */
final class BoundedLineReader {

  /** Four texts of 1 MiB each, every character of them escaped as six, and the other fields. */
  static final int TASK_CHARS_MAX = 32 << 20;

  /** The same with a history of two million events, which nothing but patience ends. */
  static final int HISTORY_CHARS_MAX = 256 << 20;

  private static final int BUFFER_CHARS = 1 << 13;

  private final Reader reader;
  private final int charsMax;
  private final char[] buffer = new char[BUFFER_CHARS];
  private int position;
  private int filled;
  private int lines;

  BoundedLineReader(Reader reader, int charsMax) {
    this.reader = reader;
    this.charsMax = charsMax;
  }

  /** The next line without its end, or null after the last. */
  @Nullable String next() throws IOException {
    StringBuilder line = new StringBuilder();
    while (position < filled || fill()) {
      int end = position;
      while (end < filled && buffer[end] != '\n') {
        end++;
      }
      line.append(buffer, position, end - position);
      if (line.length() > charsMax) {
        throw new InvalidInputException(
            "line " + (lines + 1) + " is longer than any task: write one task a line");
      }
      position = end + 1;
      if (end < filled) {
        return ended(line);
      }
    }
    return line.isEmpty() ? null : ended(line);
  }

  private boolean fill() throws IOException {
    filled = reader.read(buffer, 0, buffer.length);
    position = 0;
    return filled > 0;
  }

  private String ended(StringBuilder line) {
    lines++;
    int last = line.length() - 1;
    if (last >= 0 && line.charAt(last) == '\r') {
      line.setLength(last);
    }
    return line.toString();
  }
}
