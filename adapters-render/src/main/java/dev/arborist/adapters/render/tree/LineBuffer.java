package dev.arborist.adapters.render.tree;

import dev.arborist.adapters.render.text.AmbiguousWidth;
import dev.arborist.adapters.render.text.SafeText;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Collects lines as bytes and counts their columns; what would exceed the width is left out.
 *
 * <p>Texts from outside can enter only as {@link SafeText}. A line is collected whole; lines are
 * given to the stream some kilobytes at a time. Not safe for use by several threads.
 */
final class LineBuffer {

  private static final int CAPACITY = 1 << 15;

  /** What a line of a screen mostly takes: a buffer for a screen costs less than its clearing. */
  private static final int BYTES_A_LINE = 100;

  private static final int FLUSH_AT = CAPACITY - (1 << 12);
  private static final int LONGEST_NUMBER = 27;

  /** Of the greatest long; the power behind it is none. */
  private static final int DIGITS_MAX = 19;

  private final OutputStream out;
  private final AmbiguousWidth ambiguous;
  private final SafeText ellipsis;
  private final int width;
  private byte[] bytes;
  private int length;
  private int column;
  private boolean full;

  /** A buffer for at most so many lines. */
  LineBuffer(OutputStream out, TreeStyle style, int lines) {
    this.out = out;
    bytes = new byte[(int) Math.min(CAPACITY, (Math.max(0, lines) + 1L) * BYTES_A_LINE)];
    ambiguous = style.ambiguous();
    ellipsis = style.ellipsis();
    width = style.width() == 0 ? Integer.MAX_VALUE : style.width();
  }

  /** The columns left on this line. */
  int left() {
    return width - column;
  }

  /** Appends a mark of ours. */
  void mark(Mark mark) {
    if (full || mark.width > left()) {
      full = true;
      return;
    }
    append(mark.bytes);
    column += mark.width;
  }

  /** Appends a sequence of ours, also on a line that is full. */
  void sequence(Mark sequence) {
    append(sequence.bytes);
  }

  /** Appends a text, or as much of it as fits into so many columns. */
  void text(SafeText text, int columns) {
    SafeText fitted = text.fit(columns, ambiguous, ellipsis);
    int textWidth = fitted.width(ambiguous);
    if (full || textWidth > left()) {
      full = true;
      return;
    }
    room(fitted.byteLength());
    fitted.copyTo(bytes, length);
    length += fitted.byteLength();
    column += textWidth;
  }

  /** Appends one character of ASCII. */
  void character(char ascii) {
    if (full || left() < 1) {
      full = true;
      return;
    }
    room(1);
    bytes[length++] = (byte) ascii;
    column++;
  }

  /** Appends a number that is not negative. */
  void number(long value) {
    number(value, digits(value), 0);
  }

  /** Appends a number that is not negative, with a comma before every three digits. */
  void groupedNumber(long value) {
    int digits = digits(value);
    number(value, digits, (digits - 1) / 3);
  }

  static int digits(long value) {
    int digits = 1;
    for (long power = 10; digits < DIGITS_MAX && value >= power; power *= 10) {
      digits++;
    }
    return digits;
  }

  private void number(long value, int digits, int commas) {
    if (full || digits + commas > left()) {
      full = true;
      return;
    }
    room(LONGEST_NUMBER);
    long rest = value;
    int at = length + digits + commas;
    for (int digit = 0; digit < digits; digit++) {
      if (commas > 0 && digit > 0 && digit % 3 == 0) {
        bytes[--at] = ',';
      }
      bytes[--at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length += digits + commas;
    column += digits + commas;
  }

  /** Ends the line, and gives the lines to the stream when there are enough. */
  void endLine() throws IOException {
    room(1);
    bytes[length++] = '\n';
    column = 0;
    full = false;
    if (length > FLUSH_AT) {
      out.write(bytes, 0, length);
      length = 0;
    }
  }

  void flush() throws IOException {
    out.write(bytes, 0, length);
    length = 0;
    out.flush();
  }

  private void append(byte[] more) {
    room(more.length);
    byte[] target = bytes;
    int at = length;
    for (byte one : more) { // shorter than what System.arraycopy is good at
      target[at++] = one;
    }
    length = at;
  }

  /** A line is longer than the buffer only by its text. */
  private void room(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, (length + more) * 2);
    }
  }
}
