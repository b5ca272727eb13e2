package dev.arborist.cli.tui.input;

import java.io.EOFException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Hands inputs from the threads that learn of them to the one that serves them. */
public final class InputQueue {

  /** How many wait at most; nobody types ahead further, and what comes on top is dropped. */
  static final int INPUTS_MAX = 65_536;

  /** How long a Ctrl-C must have waited in vain for another one to end the process. */
  static final long INTERRUPT_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Queue<Input> waiting = new ArrayDeque<>();
  private final LongSupplier nanos;
  private final Runnable interrupt;
  private boolean woken;
  private boolean ended;
  private boolean interrupting;
  private long interruptedAt;

  /**
   * An empty queue.
   *
   * @param nanos a clock such as {@link System#nanoTime()}
   * @param interrupt what Ctrl-C does when nobody serves the inputs any more
   */
  public InputQueue(LongSupplier nanos, Runnable interrupt) {
    this.nanos = nanos;
    this.interrupt = interrupt;
  }

  /** Adds an input, from any thread. */
  public void put(Input input) {
    if (input == Input.Key.CTRL_C && isInterruptedInVain()) {
      interrupt.run();
    }
    synchronized (this) {
      if (waiting.size() < INPUTS_MAX) {
        waiting.add(input);
        notifyAll();
      }
    }
  }

  private synchronized boolean isInterruptedInVain() {
    if (interrupting) {
      return nanos.getAsLong() - interruptedAt >= INTERRUPT_NANOS;
    }
    interrupting = true;
    interruptedAt = nanos.getAsLong();
    return false;
  }

  /** Ends a wait, or the next one if nobody waits, from any thread. */
  public synchronized void wakeUp() {
    woken = true;
    notifyAll();
  }

  /** Tells that no more inputs will come, from any thread. */
  public synchronized void end() {
    ended = true;
    notifyAll();
  }

  /**
   * Takes the next input, and waits for one.
   *
   * @param timeoutMillis how long at most; 0 not to wait
   * @return null when nothing came in that time, or when woken up
   * @throws EOFException when no more will come
   */
  public synchronized @Nullable Input take(long timeoutMillis)
      throws EOFException, InterruptedException {
    long begin = nanos.getAsLong();
    long patience = TimeUnit.MILLISECONDS.toNanos(timeoutMillis); // without overflow
    while (waiting.isEmpty()) {
      long left = patience - (nanos.getAsLong() - begin);
      if (ended) {
        throw new EOFException("the terminal is gone");
      }
      if (woken || left <= 0) {
        woken = false;
        return null;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    Input next = waiting.remove();
    if (next == Input.Key.CTRL_C) {
      interrupting = false;
    }
    return next;
  }
}
