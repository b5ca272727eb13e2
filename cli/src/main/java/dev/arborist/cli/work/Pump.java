package dev.arborist.cli.work;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** Reads an output of a program to its end, in a thread of its own, so that it is never held up. */
final class Pump {

  private static final int CHUNK_BYTES = 8_192;

  /** Takes what was read. */
  interface Sink {

    /**
     * Takes the first bytes of a buffer, which is used again.
     *
     * @throws IOException when it takes no more; the rest is read and dropped
     */
    void take(byte[] buffer, int length) throws IOException;

    /** Nothing more comes. */
    default void end() {}
  }

  private final InputStream from;
  private final Sink sink;
  private final Thread thread;

  private Pump(String name, InputStream from, Sink sink) {
    this.from = from;
    this.sink = sink;
    thread = new Thread(this::copy, name);
    thread.setDaemon(true);
  }

  static Pump start(String name, InputStream from, Sink sink) {
    Pump pump = new Pump(name, from, sink);
    pump.thread.start();
    return pump;
  }

  private void copy() {
    byte[] buffer = new byte[CHUNK_BYTES];
    boolean wanted = true;
    for (int length = read(buffer); length >= 0; length = read(buffer)) {
      if (wanted) {
        wanted = give(buffer, length);
      }
    }
    sink.end();
  }

  private int read(byte[] buffer) {
    try {
      return from.read(buffer);
    } catch (IOException e) {
      return -1; // closed because the program has ended
    }
  }

  private boolean give(byte[] buffer, int length) {
    try {
      sink.take(buffer, length);
      return true;
    } catch (IOException e) {
      return false; // whoever reads the worker has seen enough; the program goes on
    }
  }

  /** Waits for the end of the output, at most so long; returns whether it has come. */
  boolean awaitEnd(Duration time) throws InterruptedException {
    thread.join(Math.max(1, time.toMillis()));
    return !thread.isAlive();
  }
}
