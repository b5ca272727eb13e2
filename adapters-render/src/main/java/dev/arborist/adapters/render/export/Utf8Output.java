package dev.arborist.adapters.render.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Collects text and gives it to a stream some kilobytes at a time. */
final class Utf8Output {

  private static final int CHUNK = 1 << 15;

  private final OutputStream out;
  private long written;
  private final StringBuilder text = new StringBuilder(CHUNK + CHUNK / 4);

  Utf8Output(OutputStream out) {
    this.out = out;
  }

  Utf8Output put(String part) {
    text.append(part);
    return this;
  }

  Utf8Output put(char one) {
    text.append(one);
    return this;
  }

  Utf8Output put(long number) {
    text.append(number);
    return this;
  }

  /** Where escaped text is appended. */
  StringBuilder text() {
    return text;
  }

  /** Ends a line or a row, after which nothing is cut in two. */
  void end(String terminator) throws IOException {
    text.append(terminator);
    if (text.length() >= CHUNK) {
      write();
    }
  }

  /** How many characters were put in all. */
  long characters() {
    return written + text.length();
  }

  void flush() throws IOException {
    write();
    out.flush();
  }

  private void write() throws IOException {
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    written += text.length();
    text.setLength(0);
  }
}
