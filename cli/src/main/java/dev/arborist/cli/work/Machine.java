package dev.arborist.cli.work;

import java.io.IOException;
import java.util.concurrent.ThreadFactory;

/**
 * What a worker has from the machine that it runs on.
 *
 * @param threads makes its threads
 */
record Machine(ThreadFactory threads) {

  /** The one that this process runs on. */
  static final Machine OWN = new Machine(Thread::new);

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
