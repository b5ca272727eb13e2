package dev.arborist.cli.work;

import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.ThreadFactory;
import java.util.function.LongSupplier;

/**
 * What a worker has from the machine that it runs on.
 *
 * @param threads makes its threads
 * @param nanoTime how much time has passed, in nanoseconds since some moment; it never goes back,
 *     but may stand while the machine sleeps
 * @param clock what time it is, which may be set forward and back
 */
record Machine(ThreadFactory threads, LongSupplier nanoTime, InstantSource clock) {

  /** The one that this process runs on. */
  static final Machine OWN = with(InstantSource.system());

  /** This machine, with the clock of the queue. */
  static Machine with(InstantSource clock) {
    return new Machine(Thread::new, System::nanoTime, clock);
  }

  /**
   * Starts a thread that does not keep the process alive.
   *
   * @throws IOException when the machine has no more threads to give
   */
  Thread start(String name, Runnable work) throws IOException {
    Thread thread = threads.newThread(work);
    thread.setName(name);
    thread.setDaemon(true);
    try {
      thread.start();
    } catch (OutOfMemoryError e) { // what the JVM calls it, though there may be memory enough
      throw new IOException(e.getMessage(), e);
    }
    return thread;
  }

  /**
   * Starts a process.
   *
   * @throws IOException when it cannot be started, also for want of the JDK's thread that waits for
   *     its end
   */
  Process start(ProcessBuilder builder) throws IOException {
    try {
      return builder.start();
    } catch (OutOfMemoryError e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
