package dev.arborist.cli.work;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Renews the leases of all tasks that a worker holds, in one thread. */
final class Heartbeat implements AutoCloseable {

  /** The clock may jump while a thread sleeps, as when a laptop wakes up: it looks this often. */
  private static final long SLEEP_MILLIS_MAX = 1_000;

  private final Consumer<Throwable> whenBroken;
  private final List<Hold> holds = new ArrayList<>();
  private @Nullable Thread thread;
  private boolean closed;

  /**
   * A heart that does not beat yet.
   *
   * @param whenBroken is told what should never happen: it ends the thread
   */
  Heartbeat(Consumer<Throwable> whenBroken) {
    this.whenBroken = whenBroken;
  }

  /**
   * Starts it.
   *
   * @throws IOException when the machine has no thread for it
   */
  void start(Machine machine) throws IOException {
    thread = machine.start("arborist-heartbeat", this::run);
  }

  synchronized void add(Hold hold) {
    holds.add(hold);
    notifyAll();
  }

  synchronized void remove(Hold hold) {
    holds.remove(hold);
  }

  private void run() {
    try {
      for (Hold due = awaitDue(); due != null; due = awaitDue()) {
        due.beat();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      whenBroken.accept(e);
    }
  }

  /** The hold whose turn it is; null when there will be none any more. */
  private synchronized @Nullable Hold awaitDue() throws InterruptedException {
    while (!closed) {
      Optional<Hold> first =
          holds.stream()
              .filter(hold -> hold.end() == null)
              .min(Comparator.comparing(Hold::untilNextBeat));
      if (first.isEmpty()) {
        wait();
      } else {
        Duration time = first.get().untilNextBeat();
        if (time.isNegative()) {
          return first.get();
        }
        wait(Math.min(time.toMillis() + 1, SLEEP_MILLIS_MAX));
      }
    }
    return null;
  }

  /** Ends the thread, once a renewal under way is done. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    Thread beating = thread;
    boolean interrupted = false;
    while (beating != null && beating.isAlive()) {
      try {
        beating.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
