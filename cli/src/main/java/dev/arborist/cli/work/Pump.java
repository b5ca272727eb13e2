package dev.arborist.cli.work;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Reads an output of a program, in a thread of its own so that the program is never held up, to its
 * end or until it is closed.
 *
 * <p>The thread ends then for certain, but for one thing: while a sink takes what was read, as when
 * nobody reads the worker's own output, it waits for that.
 */
final class Pump implements AutoCloseable {

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

  private final FileChannel from;
  private final Sink sink;
  private final Thread thread;
  private long givenBytes;
  private long heldUpNanos;
  private @Nullable Long givingSince;

  /**
   * Begins to read.
   *
   * @param from is closed at its end
   * @throws IOException when the machine has no thread for it
   */
  Pump(Machine machine, String name, FileChannel from, Sink sink) throws IOException {
    this.from = from;
    this.sink = sink;
    thread = machine.start(name, this::copy);
  }

  private void copy() {
    ByteBuffer buffer = ByteBuffer.allocate(CHUNK_BYTES);
    boolean wanted = true;
    try (from) {
      while (from.read(buffer.clear()) >= 0) {
        wanted = wanted && give(buffer.array(), buffer.position());
      }
    } catch (IOException e) {
      end(); // closed, because nobody waits for more
      return;
    }
    end();
  }

  private void end() {
    beginGiving();
    try {
      sink.end();
    } finally {
      endGiving(0);
    }
  }

  private boolean give(byte[] buffer, int length) {
    beginGiving();
    try {
      sink.take(buffer, length);
      return true;
    } catch (IOException e) {
      return false; // whoever reads the worker has seen enough; the program goes on
    } finally {
      endGiving(length);
    }
  }

  private synchronized void beginGiving() {
    givingSince = System.nanoTime();
  }

  private synchronized void endGiving(int bytes) {
    givenBytes += bytes;
    heldUpNanos = heldUpNanos();
    givingSince = null;
  }

  /** How much the sink has taken, in all. */
  synchronized long givenBytes() {
    return givenBytes;
  }

  /** For how long the sink has been taking what was read, in all. */
  synchronized long heldUpNanos() {
    return givingSince == null ? heldUpNanos : heldUpNanos + System.nanoTime() - givingSince;
  }

  /** Waits for the end of the output, at most so long; returns whether it has come. */
  boolean awaitEnd(Duration time) throws InterruptedException {
    thread.join(Math.max(1, time.toMillis()));
    return !thread.isAlive();
  }

  /**
   * Reads no more, which ends the thread; who writes on gets SIGPIPE, as from any reader who has
   * seen enough.
   */
  @Override
  public void close() {
    try {
      from.close();
    } catch (IOException e) {
      return; // what was read is read
    }
  }
}
