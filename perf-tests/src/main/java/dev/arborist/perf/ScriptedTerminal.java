package dev.arborist.perf;

import dev.arborist.cli.tui.input.Input;
import dev.arborist.cli.tui.terminal.TuiTerminal;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A terminal without a person: it has keys to give when it is told to press them, and counts and
 * times what is written to it.
 *
 * <p>Used by the thread of the UI's loop and by the one that measures.
 */
final class ScriptedTerminal implements TuiTerminal {

  /** What says that the queue is being loaded takes less, and fifty rows take more. */
  private static final int FULL_FRAME_BYTES = 1_500;

  private final Deque<Input> keys = new ArrayDeque<>();
  private final Frames out = new Frames();
  private boolean awake;
  private long wokenNanos;
  private long answeredNanos;
  private long lastFrameNanos;
  private long servedNanos;
  private long waits;
  private long bytes;
  private long bytesBefore;
  private long frames;
  private long firstFullNanos;

  /** Bytes go nowhere; a flush ends a frame. */
  private final class Frames extends OutputStream {

    @Override
    public void write(int value) {
      count(1);
    }

    @Override
    public void write(byte[] source, int from, int length) {
      count(length);
    }

    @Override
    public void flush() {
      flushed();
    }
  }

  private synchronized void count(int written) {
    bytes += written;
  }

  private synchronized void flushed() {
    lastFrameNanos = System.nanoTime();
    if (firstFullNanos == 0 && bytes - bytesBefore > FULL_FRAME_BYTES) {
      firstFullNanos = lastFrameNanos - answeredNanos;
    }
    bytesBefore = bytes;
    frames++;
    notifyAll();
  }

  /** Presses a key, and returns how long it took to be served and its frame flushed. */
  synchronized long press(Input key) {
    keys.add(key);
    long begin = System.nanoTime();
    long before = waits;
    notifyAll();
    try {
      while (waits == before || !keys.isEmpty()) {
        wait();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while measuring", e);
    }
    return Math.max(lastFrameNanos, servedNanos) - begin;
  }

  /** Presses a key after which nothing is waited for. */
  synchronized void pressLast(Input key) {
    keys.add(key);
    notifyAll();
  }

  /** Waits until nothing has been written for a while, but something has. */
  synchronized void awaitRest(long millis) {
    long seen;
    do {
      seen = frames;
      rest(millis);
    } while (seen == 0 || seen != frames);
  }

  /** Does nothing for a while. */
  synchronized void rest(long millis) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    for (long left = millis; left > 0; left = (end - System.nanoTime()) / 1_000_000) {
      try {
        wait(left);
      } catch (InterruptedException e) {
        throw new IllegalStateException("interrupted while measuring", e);
      }
    }
  }

  synchronized long bytes() {
    return bytes;
  }

  /**
   * From when the background had something for the UI to the first frame that fills the screen.
   *
   * @throws IllegalStateException when there was none
   */
  synchronized long nanosFromDataToFrame() {
    if (firstFullNanos == 0) {
      throw new IllegalStateException("no frame filled the screen");
    }
    return firstFullNanos;
  }

  @Override
  public int columns() {
    return 200;
  }

  @Override
  public int rows() {
    return 50;
  }

  @Override
  public void enter() {
    // there is nothing to take
  }

  @Override
  public OutputStream out() {
    return out;
  }

  @Override
  public synchronized @Nullable Input read(long timeoutMillis) {
    if (timeoutMillis > 0 && keys.isEmpty()) { // every key before has been served and drawn
      servedNanos = System.nanoTime();
      waits++;
      notifyAll();
    }
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(Math.min(timeoutMillis, 60_000));
    try {
      long left = end - System.nanoTime();
      while (keys.isEmpty() && !awake && left > 0) {
        wait(left / 1_000_000, (int) (left % 1_000_000));
        left = end - System.nanoTime();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while measuring", e);
    }
    if (awake) {
      answeredNanos = wokenNanos; // what comes in while it is being served is not what it shows
    }
    awake = false;
    return keys.poll();
  }

  @Override
  public synchronized void wakeUp() {
    if (!awake) {
      wokenNanos = System.nanoTime();
    }
    awake = true;
    notifyAll();
  }

  @Override
  public void suspend() {
    throw new IllegalStateException("nobody asked to suspend");
  }

  @Override
  public void close() {
    // there is nothing to give back
  }
}
