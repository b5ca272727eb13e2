package dev.arborist.cli.tui.terminal;

import dev.arborist.cli.tui.input.Input;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** The terminal that the UI works on, in its own screen and without echo. */
public interface TuiTerminal extends AutoCloseable {

  /** How many columns the window has now. */
  int columns() throws IOException;

  /** How many rows the window has now. */
  int rows() throws IOException;

  /** Takes the terminal: until then, nothing of it is changed. */
  void enter() throws IOException;

  /**
   * Where frames go; each frame is one write and one flush. What is written while the terminal is
   * given back is dropped.
   */
  OutputStream out();

  /**
   * Waits for what a person does next.
   *
   * @param timeoutMillis how long at most; 0 not to wait, {@link Long#MAX_VALUE} without an end
   * @return null when nothing came in that time, or when {@link #wakeUp()} was called
   * @throws java.io.EOFException when the terminal is gone
   */
  @Nullable Input read(long timeoutMillis) throws IOException;

  /** Ends a wait of {@link #read}, or the next one, from any thread. */
  void wakeUp();

  /**
   * Gives the terminal back, stops this process as Ctrl-Z does, and takes it again afterwards; the
   * next input is then {@link Input.Resized}.
   */
  void suspend() throws IOException;

  /** Puts the terminal back as it was found; does no harm twice. */
  @Override
  void close();
}
