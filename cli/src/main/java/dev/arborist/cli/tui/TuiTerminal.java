package dev.arborist.cli.tui;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** The terminal that the UI works on, in its own screen and without echo. */
interface TuiTerminal extends AutoCloseable {

  /** How many columns the window has now. */
  int columns();

  /** How many rows the window has now. */
  int rows();

  /** Where frames go; each frame is one write and one flush. */
  OutputStream out();

  /**
   * Waits for what a person does next.
   *
   * @return null when nothing came in that time, or when {@link #wakeUp()} was called
   * @throws java.io.EOFException when the terminal is gone
   */
  @Nullable Input read(long timeoutMillis) throws IOException;

  /** Ends a wait of {@link #read}, from any thread. */
  void wakeUp();

  /** Gives the terminal back, stops this process as Ctrl-Z does, and takes it again afterwards. */
  void suspend() throws IOException;

  /** Puts the terminal back as it was found; does no harm twice. */
  @Override
  void close();
}
