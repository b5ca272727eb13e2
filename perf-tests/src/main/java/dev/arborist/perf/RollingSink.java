package dev.arborist.perf;

import java.io.OutputStream;

/**
 * Takes any number of bytes into one array, over and over, as a pipe's buffer would; it is larger
 * than the caches of a core.
 */
final class RollingSink extends OutputStream {

  private static final int CAPACITY = 1 << 23;

  private final byte[] bytes = new byte[CAPACITY];
  private int at;
  private long count;

  void reset() {
    at = 0;
    count = 0;
  }

  /** How many bytes were written since the start. */
  long count() {
    return count;
  }

  byte[] bytes() {
    return bytes;
  }

  @Override
  public void write(int value) {
    at = at == CAPACITY ? 0 : at;
    bytes[at++] = (byte) value;
    count++;
  }

  @Override
  public void write(byte[] source, int from, int length) {
    at = at + length > CAPACITY ? 0 : at;
    System.arraycopy(source, from, bytes, at, length);
    at += length;
    count += length;
  }
}
