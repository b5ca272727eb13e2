package dev.arborist.cli.work;

import dev.arborist.adapters.files.TaskJson;
import dev.arborist.domain.task.Claim;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A program that works on one task, with everything that it starts.
 *
 * <p>It gets the task on its standard input; what it writes is read by two threads. When it has
 * ended, what it left behind may write on until the grace is over; then the threads end as well.
 * Time in which nobody reads the worker's own output does not count. Safe for use by several
 * threads.
 */
final class Program {

  private static final Duration LOOK = Duration.ofMillis(50);

  /** How long the output of a program that was stopped is waited for. */
  private static final Duration OUTPUT_OF_STOPPED = Duration.ofSeconds(1);

  /** What a pipe of Linux holds, and what was read of it and not passed on yet. */
  private static final long IN_PIPE_BYTES_MAX = (64 + 8) * 1024;

  private final Process process;
  private final ProcessTree tree;
  private final Duration grace;
  private final Pump out;
  private final Pump err;
  private boolean stopped;
  private long stoppedAt;
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
   * @throws IOException when it cannot be started; nothing is left of it
   */
  static Program start(
      Machine machine,
      Invocation invocation,
      Claim claim,
      Duration grace,
      Pump.Sink out,
      Pump.Sink err)
      throws IOException, InterruptedException {
    ByteArrayOutputStream input = new ByteArrayOutputStream();
    TaskJson.writeClaim(claim, input);
    String name = " " + claim.details().task().number();
    // The process comes last: nothing that fails can leave one behind that nobody knows.
    try (Wiring wiring = Wiring.make(machine, input)) {
      Pump outPump = new Pump(machine, "arborist-out" + name, wiring.out(), out);
      Pump errPump = new Pump(machine, "arborist-err" + name, wiring.err(), err);
      return new Program(wiring.start(invocation.process(claim)), grace, outPump, errPump);
    }
  }

  /**
   * Waits until it has ended; if it was stopped, until everything that it started has ended as
   * well, which is killed after the grace.
   *
   * @return its exit code; 128 and the signal when a signal ended it
   */
  int await() throws InterruptedException {
    while (!process.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
      killWhenOverdue();
    }
    while (isStopped() && !killed && !tree.isGone()) {
      tree.look();
      TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
      killWhenOverdue();
    }
    return process.exitValue();
  }

  /**
   * Waits until its output has been read, once it has ended. Something that it left behind may hold
   * the output open; that is waited for as long as the grace, and then nothing more is read. Until
   * it is stopped, the grace does not run while whoever reads the worker's own output keeps it
   * waiting.
   *
   * @return whether the output came to its end
   */
  boolean awaitOutput() throws InterruptedException {
    Holdup ofOut = new Holdup(out);
    Holdup ofErr = new Holdup(err);
    long waited = 0;
    boolean ended;
    try (out;
        err) {
      do {
        long from = System.nanoTime();
        ended = awaitReaders();
        long heldUp = Math.max(ofOut.nanosSinceLast(), ofErr.nanosSinceLast());
        waited += System.nanoTime() - from - (isStopped() ? 0 : heldUp);
      } while (!ended && waited < patience().toNanos());
    }
    if (!ended) {
      awaitReaders(); // what was read last is passed on
    }
    return ended;
  }

  private boolean awaitReaders() throws InterruptedException {
    return out.awaitEnd(LOOK) && err.awaitEnd(LOOK);
  }

  private Duration patience() {
    return isStopped() ? OUTPUT_OF_STOPPED : grace;
  }

  /** Asks it to end; when it has not after the grace, it is killed; to repeat it does nothing. */
  void terminate() {
    synchronized (this) {
      if (stopped) {
        return;
      }
      stopped = true;
      stoppedAt = System.nanoTime();
    }
    tree.terminate();
  }

  private void killWhenOverdue() {
    synchronized (this) {
      if (!stopped || killed || System.nanoTime() - stoppedAt < grace.toNanos()) {
        return;
      }
    }
    kill();
  }

  /** Ends it and everything that it started. */
  void kill() {
    synchronized (this) {
      stopped = true; // since when does not matter any more
    }
    tree.kill();
    killed = true;
  }

  private synchronized boolean isStopped() {
    return stopped;
  }

  /** For how long a reader is held up by what was written before the program ended. */
  private static final class Holdup {

    private final Pump reader;
    private final long bytesBefore;
    private long nanosBefore;

    Holdup(Pump reader) {
      this.reader = reader;
      bytesBefore = reader.givenBytes();
      nanosBefore = reader.heldUpNanos();
    }

    /** The time since this was asked last; what comes later than a full pipe is of others. */
    long nanosSinceLast() {
      long nanos = reader.heldUpNanos();
      long since = nanos - nanosBefore;
      nanosBefore = nanos;
      return reader.givenBytes() - bytesBefore > IN_PIPE_BYTES_MAX ? 0 : since;
    }
  }
}
