package dev.arborist.perf;

import java.io.OutputStream;

/** Counts what is written, and takes it no further. */
final class CountingSink extends OutputStream {

  private long count;

  long count() {
    return count;
  }

  @Override
  public void write(int value) {
    count++;
  }

  @Override
  public void write(byte[] source, int from, int length) {
    count += length;
  }
}
