package dev.arborist.cli;

import dev.arborist.Arborist;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * Shows an answer again whenever it has changed, until the process ends or the reader of the output
 * has gone.
 */
final class Watching {

  private static final int POLL_MILLIS = 200;

  private final Terminal terminal;
  private final Arborist arborist;
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
   * @param reading reads the same again
   */
  Watching(Terminal terminal, Arborist arborist, Reading reading) {
    this.terminal = terminal;
    this.arborist = arborist;
    this.reading = reading;
  }

  void run() throws IOException {
    WindowChanges.listen(() -> windowChanged = true);
    WatchScreen screen = new WatchScreen(terminal);
    WatchLog log = new WatchLog(terminal);
    while (!Thread.currentThread().isInterrupted()) {
      if (windowChanged) {
        windowChanged = false;
        screen.forget();
      }
      terminal.window().forget();
      Printout answer = reading.read();
      boolean drawn = terminal.isScreen() && terminal.window().size().rows() > 0;
      (drawn && !answer.isJson() ? screen : log).show(answer);
      await();
    }
  }

  private void await() {
    try {
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
