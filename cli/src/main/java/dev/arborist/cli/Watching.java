package dev.arborist.cli;

import dev.arborist.Arborist;
import dev.arborist.application.port.in.TaskBrowser;
import dev.arborist.cli.signal.Signals;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Shows an answer again whenever it has changed, until the process ends or the reader of the output
 * has gone.
 */
final class Watching {

  private static final int POLL_MILLIS = 200;

  /** The window has another size, and this process goes on after a stop. */
  private static final List<String> REDRAWING_SIGNALS = List.of("WINCH", "CONT");

  private final Terminal terminal;
  private final TaskBrowser browser;
  private final InstantSource clock;
  private final boolean changesByItself;
  private final Reading reading;
  private volatile boolean windowChanged;

  /** What reads the queue. */
  interface Reading {
    /** The answer as it is now. */
    Printout read() throws IOException;
  }

  /** What shows answers, and knows which it showed last. */
  interface Display {
    /** Shows the answer if it is another. */
    void show(Printout answer) throws IOException;
  }

  /**
   * A watch.
   *
   * @param changesByItself whether it is also read again every second
   * @param reading reads the same again
   */
  Watching(Terminal terminal, Arborist arborist, boolean changesByItself, Reading reading) {
    this.terminal = terminal;
    this.changesByItself = changesByItself;
    browser = arborist.browser();
    clock = arborist.clock();
    this.reading = reading;
  }

  /** Returns when this thread is interrupted. */
  void run() throws IOException {
    Signals signals = Signals.receive(REDRAWING_SIGNALS, signal -> windowChanged = true);
    try {
      watch();
    } finally {
      signals.close();
    }
  }

  private void watch() throws IOException {
    WatchScreen screen = new WatchScreen(terminal);
    WatchLog log = new WatchLog(terminal);
    while (!Thread.currentThread().isInterrupted()) {
      if (windowChanged) {
        windowChanged = false;
        screen.forget();
      }
      terminal.window().forget();
      long started = System.nanoTime();
      long revision = browser.revision(); // asked first: what changes meanwhile is read again
      Instant due = nextReading();
      Printout answer = reading.read();
      boolean drawn = terminal.isScreen() && terminal.window().size().rows() > 0;
      (drawn && !answer.isJson() ? screen : log).show(answer);
      long spentMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
      await(revision, due, Math.max(POLL_MILLIS, spentMillis));
    }
  }

  private Instant nextReading() {
    Instant due = browser.nextDue().orElse(Instant.MAX);
    Instant soon = changesByItself ? clock.instant().plusSeconds(1) : due;
    return due.isBefore(soon) ? due : soon;
  }

  /**
   * Until something was committed, the time has come, or the window is another.
   *
   * @param pauseMillis as long as the work took or longer, so that a busy queue leaves half a core
   */
  private void await(long revision, Instant due, long pauseMillis) {
    try {
      TimeUnit.MILLISECONDS.sleep(pauseMillis);
      while (!windowChanged && browser.revision() == revision && clock.instant().isBefore(due)) {
        TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
