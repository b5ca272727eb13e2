package dev.arborist.cli.work;

import dev.arborist.adapters.files.TaskJson;
import dev.arborist.domain.task.Claim;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A program that works on one task, with everything that it starts.
 *
 * <p>It gets the task on its standard input; what it writes is read by threads that end with it.
 * Safe for use by several threads.
 */
final class Program {

  private static final Duration LOOK = Duration.ofMillis(50);

  /** How long the output of a program that was stopped is waited for. */
  private static final Duration OUTPUT_OF_STOPPED = Duration.ofSeconds(1);

  private final Process process;
  private final ProcessTree tree;
  private final Duration grace;
  private final Pump out;
  private final Pump err;
  private boolean stopped;
  private volatile boolean killed;

  private Program(Process process, Duration grace, Pump out, Pump err) {
    this.process = process;
    this.grace = grace;
    this.out = out;
    this.err = err;
    tree = new ProcessTree(process.toHandle());
  }

  /**
   * Starts the program for a task.
   *
   * @param grace how long it has to end when it is asked to
   * @param out takes its standard output
   * @param err takes its standard error
   * @throws IOException when it cannot be started
   */
  static Program start(
      Invocation invocation, Claim claim, Duration grace, Pump.Sink out, Pump.Sink err)
      throws IOException {
    ByteArrayOutputStream input = new ByteArrayOutputStream();
    TaskJson.writeClaim(claim, input);
    Process process = invocation.process(claim).start();
    String name = " " + claim.details().task().number();
    feed("arborist-in" + name, process.getOutputStream(), input);
    return new Program(
        process,
        grace,
        Pump.start("arborist-out" + name, process.getInputStream(), out),
        Pump.start("arborist-err" + name, process.getErrorStream(), err));
  }

  /** Writes the task to a program, which may take its time, or never read it at all. */
  private static void feed(String name, OutputStream to, ByteArrayOutputStream input) {
    Thread thread =
        new Thread(
            () -> {
              try (to) {
                input.writeTo(to);
              } catch (IOException e) {
                return; // it has ended, or closed its input: nobody has to read the task
              }
            },
            name);
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Waits until it has ended and its output has been read; if it was stopped, until everything that
   * it started has ended as well.
   *
   * <p>Something that it left behind may hold its output open; that is waited for as long as the
   * grace.
   *
   * @return its exit code; 128 and the signal when a signal ended it
   */
  int await() throws InterruptedException {
    int code = process.waitFor();
    while (isStopped() && !killed && !tree.isGone()) {
      tree.look();
      TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
    }
    long end = System.nanoTime();
    while (!(out.awaitEnd(LOOK) && err.awaitEnd(LOOK))) {
      Duration patience = isStopped() ? OUTPUT_OF_STOPPED : grace;
      if (System.nanoTime() - end > patience.toNanos()) {
        break;
      }
    }
    return code;
  }

  /** Asks it to end, and kills it when it has not after the grace; to repeat it does nothing. */
  void terminate() {
    synchronized (this) {
      if (stopped) {
        return;
      }
      stopped = true;
    }
    tree.terminate();
    CompletableFuture.delayedExecutor(grace.toNanos(), TimeUnit.NANOSECONDS).execute(this::kill);
  }

  /** Ends it and everything that it started. */
  void kill() {
    synchronized (this) {
      stopped = true;
    }
    tree.kill();
    killed = true;
  }

  private synchronized boolean isStopped() {
    return stopped;
  }
}
