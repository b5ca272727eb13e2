package dev.arborist.adapters.files;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Passes JSON on without the white space between its tokens, so that a value takes one line; the
 * line break at its end is left out too.
 */
public final class OneLineJson extends FilterOutputStream {

  private boolean inString;
  private boolean escaped;

  /** A filter before a stream. */
  public OneLineJson(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int value) throws IOException {
    if (inString || !isSpace(value)) {
      out.write(value);
    }
    follow(value);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    int start = from;
    for (int at = from; at < from + length; at++) {
      if (!inString && isSpace(bytes[at])) {
        out.write(bytes, start, at - start);
        start = at + 1;
      }
      follow(bytes[at]);
    }
    out.write(bytes, start, from + length - start);
  }

  private void follow(int value) {
    if (escaped) {
      escaped = false;
    } else if (value == '"') {
      inString = !inString;
    } else {
      escaped = inString && value == '\\';
    }
  }

  private static boolean isSpace(int value) {
    return value == ' ' || value == '\n' || value == '\r' || value == '\t';
  }
}
