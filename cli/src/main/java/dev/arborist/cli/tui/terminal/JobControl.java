package dev.arborist.cli.tui.terminal;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/**
 * The signals by which a shell and a terminal direct their jobs.
 *
 * <p>JLine's {@code terminal.handle} would take SIGINT and SIGQUIT from the JVM along with the
 * others, so the handlers are set one by one. SIGINT, SIGTERM and SIGHUP stay the JVM's: it runs
 * the shutdown hooks and exits with 130, 143 and 129.
 */
final class JobControl implements AutoCloseable {

  /** How long to wait for a stop that the system may have refused. */
  private static final int REFUSED_MILLIS = 500;

  /** How long a job that was continued in the background may take to be ended or put in front. */
  private static final int BACKGROUND_MILLIS = 1_000;

  private static final int BACKGROUND_POLL_MILLIS = 10;

  private static final Redirect NOTHING = Redirect.from(new File("/dev/null"));

  private static final Path STAT = Path.of("/proc/self/stat");
  private static final int GROUP = 2;
  private static final int FOREGROUND_GROUP = 5;
  private static final String NO_TERMINAL = "-1";

  private static final String WINDOW_CHANGED = "WINCH";
  private static final String CONTINUE = "CONT";
  private static final String STOP = "TSTP";
  private static final String BACKGROUND_OUTPUT = "TTOU";
  private static final String IGNORED = "SIG_IGN";

  private final Runnable stop;
  private final @Nullable Object windowBefore;
  private final @Nullable Object continueBefore;
  private final @Nullable Object stopBefore;
  private volatile @Nullable CountDownLatch continued;
  private volatile boolean ending;

  /**
   * Listens to signals; each is told on a thread of its own.
   *
   * @param resized the window has another size
   * @param resumed the process goes on, though nothing here stopped it
   * @param stop somebody wants the process stopped
   */
  JobControl(Runnable resized, Runnable resumed, Runnable stop) {
    this.stop = stop;
    windowBefore = Signals.register(WINDOW_CHANGED, resized);
    continueBefore = Signals.register(CONTINUE, () -> onContinue(resumed));
    stopBefore = Signals.register(STOP, stop);
  }

  private void onContinue(Runnable resumed) {
    CountDownLatch waiting = continued;
    if (waiting == null) {
      resumed.run();
    } else {
      waiting.countDown();
    }
  }

  /** Whether whoever started this process does not want it to be stopped. */
  boolean isStopIgnored() {
    return IGNORED.equals(String.valueOf(stopBefore));
  }

  /** Tells that this process ends, and is not to be stopped any more; from any thread. */
  void end() {
    ending = true;
  }

  /** Stops this process and all others of its job, and returns when it has the terminal again. */
  void stop() throws InterruptedException {
    Signals.registerDefault(STOP);
    try {
      signalJob(STOP);
    } finally {
      Signals.register(STOP, stop);
    }
    awaitForeground();
  }

  /**
   * Returns when the terminal belongs to this job; until then it is stopped.
   *
   * <p>A job that is continued in the background gets a moment first, for it may be about to end:
   * {@code kill %1} continues what it kills. To touch the terminal from there would stop it before.
   */
  void awaitForeground() throws InterruptedException {
    boolean stopped = true;
    while (stopped) {
      for (int i = 0; i < BACKGROUND_MILLIS / BACKGROUND_POLL_MILLIS && isInBackground(); i++) {
        TimeUnit.MILLISECONDS.sleep(BACKGROUND_POLL_MILLIS);
      }
      stopped = !ending && isInBackground() && signalJob(BACKGROUND_OUTPUT);
    }
  }

  /**
   * Sends a signal that stops to each process of this job, as a terminal's driver does: a shell
   * that waits for a script, not for this process, would not notice the stop of this process alone.
   *
   * @return whether it was stopped, and now goes on; the system refuses where nobody could continue
   *     the job
   */
  private boolean signalJob(String signal) throws InterruptedException {
    CountDownLatch latch = new CountDownLatch(1);
    continued = latch;
    try {
      new ProcessBuilder("sh", "-c", "kill -s " + signal + " 0")
          .redirectInput(NOTHING)
          .redirectOutput(Redirect.DISCARD)
          .redirectError(Redirect.DISCARD)
          .start()
          .waitFor();
      return latch.await(REFUSED_MILLIS, TimeUnit.MILLISECONDS);
    } catch (IOException e) {
      return false; // nothing can be started, so nothing is stopped
    } finally {
      continued = null;
    }
  }

  /**
   * Whether the terminal is known to belong to another job; only Linux tells. A terminal that does
   * not control this process, as after setsid, directs no jobs.
   */
  static boolean isInBackground() {
    try {
      String stat = Files.readString(STAT);
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      String foreground = fields[FOREGROUND_GROUP];
      return !foreground.equals(NO_TERMINAL) && !foreground.equals(fields[GROUP]);
    } catch (IOException e) {
      return false; // there is no such file elsewhere
    }
  }

  @Override
  public void close() {
    Signals.unregister(WINDOW_CHANGED, windowBefore);
    Signals.unregister(CONTINUE, continueBefore);
    Signals.unregister(STOP, stopBefore);
  }
}
