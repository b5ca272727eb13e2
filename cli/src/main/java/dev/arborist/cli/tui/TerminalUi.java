package dev.arborist.cli.tui;

import dev.arborist.Arborist;
import dev.arborist.cli.tui.draw.Layout;
import dev.arborist.cli.tui.draw.TuiSettings;
import dev.arborist.cli.tui.terminal.JlineTerminal;
import dev.arborist.cli.tui.terminal.TuiTerminal;
import dev.arborist.domain.query.TaskFilter;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.tree.TreeView;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** The terminal UI, for the command that starts it. */
public final class TerminalUi {

  private final TuiSettings settings;
  private final FutureTask<JlineTerminal> opening;

  /**
   * A terminal UI that has not begun; to look at the terminal takes as long as to open a queue, so
   * it is done in the background meanwhile.
   *
   * @param settings what the terminal can show
   * @param mouse whether the mouse does something, which a terminal then does not select text with
   */
  public TerminalUi(TuiSettings settings, boolean mouse) {
    this.settings = settings;
    opening = new FutureTask<>(() -> JlineTerminal.open(mouse));
    Thread thread = new Thread(opening, "arborist-terminal-open");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Shows a queue in the terminal that this process was started in, until a person leaves. The
   * terminal is given back whatever ends that, and before an exception is passed on.
   *
   * @param name how the queue is called in the header
   * @param view what is shown first
   * @param filter which tasks are shown first
   * @return the exit code
   * @throws InvalidInputException when the terminal is too small, or of a kind that is not known
   */
  public int run(Arborist arborist, String name, TreeView view, TaskFilter filter)
      throws IOException {
    JlineTerminal terminal = opened();
    requireRoom(terminal);
    InstantSource clock = arborist.clock();
    try (TuiSession session = new TuiSession(arborist, name, settings, clock, System::nanoTime)) {
      session.begin(view, filter);
      try (terminal) {
        terminal.enter();
        return new MainLoop(terminal, session, settings.ambiguous(), System::nanoTime).run();
      }
    }
  }

  private JlineTerminal opened() throws IOException {
    try {
      return opening.get();
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof InvalidInputException refused) {
        throw refused;
      }
      throw new IOException("the terminal cannot be looked at: " + cause, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while looking at the terminal");
    }
  }

  private static void requireRoom(TuiTerminal terminal) throws IOException {
    int columns = terminal.columns();
    int rows = terminal.rows();
    if (!Layout.fits(columns, rows)) {
      throw new InvalidInputException(
          "the terminal is too small for its UI ("
              + columns
              + " by "
              + rows
              + "): make it at least "
              + Layout.COLUMNS_MIN
              + " by "
              + Layout.ROWS_MIN
              + ", or use 'arborist tree'");
    }
  }
}
