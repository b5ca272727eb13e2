package dev.arborist.cli.tui;

import dev.arborist.adapters.render.screen.Screen;
import dev.arborist.adapters.render.screen.ScreenUpdate;
import dev.arborist.adapters.render.text.AmbiguousWidth;
import dev.arborist.cli.tui.input.Input;
import dev.arborist.cli.tui.terminal.TuiTerminal;
import java.io.EOFException;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Passes inputs to a session and frames to a terminal, until the session leaves or the terminal is
 * gone.
 *
 * <p>All inputs that wait are served before a frame is drawn, so a key that is held down never lags
 * behind; a flood of them gets a frame now and then. Nothing is written when nothing changed, and
 * nothing runs until something comes or the session's clock is due.
 */
public final class MainLoop {

  /** How long inputs are served without a frame. */
  private static final long FRAME_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private static final int COLUMNS_MAX = 2_000;
  private static final int ROWS_MAX = 1_000;

  private static final int LEFT = 0;
  private static final int HUNG_UP = 129;
  private static final int INTERRUPTED = 130;

  private final TuiTerminal terminal;
  private final Interactive session;
  private final AmbiguousWidth ambiguous;
  private final LongSupplier nanos;
  private final ScreenUpdate update;
  private Screen screen;
  private @Nullable Input last;
  private @Nullable Integer code;

  /**
   * A loop for a terminal that has been entered.
   *
   * @param nanos a clock such as {@link System#nanoTime()}
   */
  public MainLoop(
      TuiTerminal terminal, Interactive session, AmbiguousWidth ambiguous, LongSupplier nanos)
      throws IOException {
    this.terminal = terminal;
    this.session = session;
    this.ambiguous = ambiguous;
    this.nanos = nanos;
    update = new ScreenUpdate(terminal.out());
    screen = screenOfTheWindow();
  }

  /**
   * Runs until the end.
   *
   * @return the exit code, which is that of a signal for Ctrl-C and for a terminal that is gone
   */
  public int run() throws IOException {
    session.onReady(terminal::wakeUp);
    try {
      boolean changed = true;
      while (code == null) {
        if (changed) {
          draw();
        }
        changed = serve(terminal.read(Math.max(0, session.nextTickMillis())));
        changed |= session.tick();
        perform();
      }
      return code;
    } catch (EOFException e) {
      return HUNG_UP;
    }
  }

  private void draw() throws IOException {
    session.draw(screen);
    update.show(screen, session.cursorRow(), session.cursorColumn());
  }

  /** Serves an input and those that wait behind it; returns whether there were any. */
  private boolean serve(@Nullable Input first) throws IOException {
    long begin = nanos.getAsLong();
    Input input = first;
    while (input != null) {
      if (input instanceof Input.Resized) {
        screen = screenOfTheWindow();
        update.forget();
      }
      session.handle(input);
      last = input;
      perform();
      boolean goesOn = code == null && nanos.getAsLong() - begin < FRAME_NANOS;
      input = goesOn ? terminal.read(0) : null;
    }
    return first != null;
  }

  /** Does what the session wants done. */
  private void perform() throws IOException {
    for (Effect effect : session.takeEffects()) {
      if (effect instanceof Effect.Copy copy) {
        copy(copy.text());
      } else if (effect == Effect.Simple.SUSPEND) {
        terminal.suspend();
      } else if (effect == Effect.Simple.REPAINT) {
        update.forget();
      } else if (effect == Effect.Simple.QUIT) {
        code = last == Input.Key.CTRL_C ? INTERRUPTED : LEFT;
      }
    }
  }

  private void copy(String text) throws IOException {
    if (Clipboard.takes(text)) {
      terminal.out().write(Clipboard.sequence(text));
    }
  }

  /** A blank screen of the window's size, within reason. */
  private Screen screenOfTheWindow() throws IOException {
    int columns = Math.max(1, Math.min(terminal.columns(), COLUMNS_MAX));
    int rows = Math.max(1, Math.min(terminal.rows(), ROWS_MAX));
    return new Screen(columns, rows, ambiguous);
  }
}
