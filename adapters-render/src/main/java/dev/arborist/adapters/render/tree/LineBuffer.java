package dev.arborist.adapters.render.tree;

import dev.arborist.adapters.render.text.SafeText;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Collects lines as bytes and counts their columns; what would exceed the width is left out.
 *
 * <p>Texts from outside can enter only as {@link SafeText}. Not safe for use by several threads.
 */
final class LineBuffer {

  private static final int CAPACITY = 1 << 13;
  private static final int LONGEST_NUMBER = 20;

  private final OutputStream out;
  private final int width;
  private byte[] bytes = new byte[CAPACITY];
  private int length;
  private int column;
  private boolean full;

  LineBuffer(OutputStream out, int width) {
    this.out = out;
    this.width = width == 0 ? Integer.MAX_VALUE : width;
  }

  /** The columns left on this line. */
  int left() {
    return width - column;
  }

  /** Appends a mark of ours that takes so many columns. */
  void mark(byte[] mark, int columns) throws IOException {
    if (!full && columns <= left()) {
      append(mark);
      column += columns;
    } else {
      full = true;
    }
  }

  /** Appends a sequence of ours that takes no column, also on a line that is full. */
  void sequence(byte[] sequence) throws IOException {
    append(sequence);
  }

  void text(SafeText text) throws IOException {
    if (!full && text.width() <= left()) {
      room(text.byteLength());
      text.copyTo(bytes, length);
      length += text.byteLength();
      column += text.width();
    } else {
      full = true;
    }
  }

  /** Appends one character of ASCII. */
  void character(char ascii) throws IOException {
    if (full || left() < 1) {
      full = true;
      return;
    }
    room(1);
    bytes[length++] = (byte) ascii;
    column++;
  }

  /** Appends a number that is not negative. */
  void number(long value) throws IOException {
    int digits = 1;
    for (long rest = value; rest >= 10; rest /= 10) {
      digits++;
    }
    if (full || digits > left()) {
      full = true;
      return;
    }
    room(LONGEST_NUMBER);
    long rest = value;
    for (int i = length + digits - 1; i >= length; i--) {
      bytes[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length += digits;
    column += digits;
  }

  void endLine() throws IOException {
    room(1);
    bytes[length++] = '\n';
    column = 0;
    full = false;
  }

  void flush() throws IOException {
    out.write(bytes, 0, length);
    length = 0;
    out.flush();
  }

  private void append(byte[] more) throws IOException {
    room(more.length);
    System.arraycopy(more, 0, bytes, length, more.length);
    length += more.length;
  }

  private void room(int more) throws IOException {
    if (length + more > bytes.length) {
      out.write(bytes, 0, length);
      length = 0;
      if (more > bytes.length) {
        bytes = new byte[more];
      }
    }
  }
}
