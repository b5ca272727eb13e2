package dev.arborist.adapters.render.screen;

import dev.arborist.adapters.render.text.SafeText;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Reads a line of text with colour sequences piece by piece, each of one style.
 *
 * <p>A piece is made safe whatever it holds: an escape that is no colour is refused, and any other
 * control could come only from a fault of ours, and shows as what it is.
 */
final class StyledLine {

  private static final byte ESCAPE = 0x1B;

  private final byte[] line;
  private final int end;
  private int at;
  private long style = Style.NONE;
  private SafeText text = SafeText.of("");

  StyledLine(byte[] line, int start, int length) {
    Objects.checkFromIndexSize(start, length, line.length);
    this.line = line;
    at = start;
    end = start + length;
  }

  /** Steps to the next piece, which is not empty; false at the end of the line. */
  boolean next() {
    while (at < end && line[at] == ESCAPE) {
      readStyle();
    }
    if (at == end) {
      return false;
    }
    int start = at;
    while (at < end && line[at] != ESCAPE) {
      at++;
    }
    text = SafeText.of(line, start, at - start);
    return true;
  }

  SafeText text() {
    return text;
  }

  long style() {
    return style;
  }

  private void readStyle() {
    int start = at + 2;
    if (start >= end || line[at + 1] != '[') {
      throw noStyle();
    }
    at = start;
    while (at < end && (line[at] == ';' || (line[at] >= '0' && line[at] <= '9'))) {
      at++;
    }
    if (at == end || line[at] != 'm') {
      throw noStyle();
    }
    String parameters = new String(line, start, at - start, StandardCharsets.US_ASCII);
    style = Style.added(style, parameters);
    at++;
  }

  private static IllegalArgumentException noStyle() {
    return new IllegalArgumentException("a line of a screen may hold no escapes but colours");
  }
}
