package dev.arborist.perf;

import java.io.OutputStream;

/** Keeps what is written in one array, as a terminal's buffer would; nothing is allocated. */
final class FrameSink extends OutputStream {

  private final byte[] bytes;
  private int length;

  FrameSink(int capacity) {
    bytes = new byte[capacity];
  }

  void reset() {
    length = 0;
  }

  int length() {
    return length;
  }

  @Override
  public void write(int value) {
    bytes[length++] = (byte) value;
  }

  @Override
  public void write(byte[] source, int from, int count) {
    System.arraycopy(source, from, bytes, length, count);
    length += count;
  }
}
