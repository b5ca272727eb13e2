package dev.arborist.adapters.postgres;

import java.util.concurrent.locks.LockSupport;

/** Rests for a moment, also when interrupted, which is kept for later. */
final class Pause {

  private Pause() {}

  static void nanos(long nanos) {
    boolean interrupted = false;
    long end = System.nanoTime() + nanos;
    for (long left = nanos; left > 0; left = end - System.nanoTime()) {
      interrupted |= Thread.interrupted();
      LockSupport.parkNanos(left);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
