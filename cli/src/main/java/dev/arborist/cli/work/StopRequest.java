package dev.arborist.cli.work;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The wish that the worker ends; each signal makes it more urgent. */
final class StopRequest {

  /** How urgent it is. */
  enum Urgency {
    /** Nobody wishes it. */
    NONE,
    /** No more tasks are taken. */
    FINISH,
    /** Running programs are asked to end. */
    TERMINATE,
    /** Running programs are ended. */
    KILL
  }

  /** What the exit code of a process that ends by a signal begins at. */
  private static final int SIGNALLED = 128;

  private final boolean drains;
  private final CountDownLatch requested = new CountDownLatch(1);
  private Urgency urgency = Urgency.NONE;
  private int signal;

  /**
   * Nobody wishes it yet.
   *
   * @param drains whether running programs may finish after the first signal
   */
  StopRequest(boolean drains) {
    this.drains = drains;
  }

  /** Somebody sent a signal. */
  void signalled(int number) {
    synchronized (this) {
      if (urgency == Urgency.NONE) {
        signal = number;
      }
      urgency =
          switch (urgency) {
            case NONE -> drains ? Urgency.FINISH : Urgency.TERMINATE;
            case FINISH -> Urgency.TERMINATE;
            case TERMINATE, KILL -> Urgency.KILL;
          };
    }
    requested.countDown();
  }

  synchronized Urgency urgency() {
    return urgency;
  }

  boolean isRequested() {
    return urgency() != Urgency.NONE;
  }

  /** Whether running programs are to end. */
  boolean interruptsPrograms() {
    return switch (urgency()) {
      case NONE, FINISH -> false;
      case TERMINATE, KILL -> true;
    };
  }

  /** Waits for the wish, at most so long. */
  boolean await(Duration time) throws InterruptedException {
    return requested.await(time.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** The exit code by which the worker says which signal came first. */
  synchronized int exitCode() {
    return SIGNALLED + signal;
  }
}
