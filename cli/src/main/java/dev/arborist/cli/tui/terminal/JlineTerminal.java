package dev.arborist.cli.tui.terminal;

import dev.arborist.cli.tui.input.Input;
import dev.arborist.cli.tui.input.InputQueue;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import org.jline.terminal.Size;
import org.jspecify.annotations.Nullable;

/**
 * The terminal that this process was started in.
 *
 * <p>Whatever ends the process gives the terminal back: {@link #close()}, and a shutdown hook for
 * SIGINT, SIGTERM, SIGHUP and exits from elsewhere. One lock guards who has the terminal, and each
 * write of a frame, so that no frame follows the sequence that gives it back. When the terminal
 * takes no more bytes the hook does not wait for the lock for long.
 */
public final class JlineTerminal implements TuiTerminal {

  private static final int COLUMNS_UNKNOWN = 80;
  private static final int ROWS_UNKNOWN = 24;
  private static final int HOOK_MILLIS = 1_000;
  private static final int INTERRUPTED = 130;

  private final Tty tty;
  private final boolean mouse;
  private final OutputStream device = new FileOutputStream(FileDescriptor.out);
  private final OutputStream frames = new Frames();
  private final InputQueue inputs = new InputQueue(System::nanoTime, JlineTerminal::interrupt);
  private final TtyReader reader = new TtyReader(inputs);
  private final Object owner = new Object();
  private final Thread hook = new Thread(this::closeAtExit, "arborist-terminal-exit");
  private volatile boolean entered;
  private volatile boolean stopWanted;
  private volatile boolean resumed;
  private boolean closed;
  private volatile @Nullable JobControl jobs;

  private JlineTerminal(Tty tty, boolean mouse) {
    this.tty = tty;
    this.mouse = mouse;
  }

  /**
   * Looks at the terminal, and changes nothing of it.
   *
   * @param mouse whether to ask for what the mouse does
   */
  public static JlineTerminal open(boolean mouse) throws IOException {
    return new JlineTerminal(Tty.open(), mouse);
  }

  @Override
  public int columns() throws IOException {
    Size size = tty.size();
    return size.getColumns() > 0 ? size.getColumns() : COLUMNS_UNKNOWN;
  }

  @Override
  public int rows() throws IOException {
    Size size = tty.size();
    return size.getRows() > 0 ? size.getRows() : ROWS_UNKNOWN;
  }

  @Override
  public OutputStream out() {
    return frames;
  }

  @Override
  public void enter() throws IOException {
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException e) {
      return; // the process is about to end, and there is nothing to give back
    }
    JobControl control = new JobControl(this::onResize, this::onResume, this::onStop);
    jobs = control;
    try {
      control.awaitForeground();
    } catch (InterruptedException e) {
      throw interrupted();
    }
    take();
  }

  private void onResize() {
    inputs.put(new Input.Resized());
  }

  private void onResume() {
    resumed = true;
    inputs.wakeUp();
  }

  private void onStop() {
    stopWanted = true;
    inputs.wakeUp();
  }

  @Override
  public @Nullable Input read(long timeoutMillis) throws IOException {
    JobControl control = jobs;
    try {
      if (stopWanted) {
        suspend();
      } else if (resumed && control != null) {
        resumed = false;
        control.awaitForeground();
        take();
        onResize();
      }
      return inputs.take(timeoutMillis);
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  @Override
  public void wakeUp() {
    inputs.wakeUp();
  }

  @Override
  public void suspend() throws IOException {
    stopWanted = false;
    JobControl control = jobs;
    if (control == null || control.isStopIgnored()) {
      return;
    }
    giveBack();
    try {
      control.stop();
    } catch (InterruptedException e) {
      throw interrupted();
    } finally {
      take();
      onResize();
    }
  }

  private static IOException interrupted() {
    Thread.currentThread().interrupt();
    return new InterruptedIOException("interrupted while waiting for the terminal");
  }

  /** Also when the terminal is ours: another program may have changed it while we were stopped. */
  private void take() throws IOException {
    synchronized (owner) {
      if (closed) {
        return;
      }
      if (!entered) {
        tty.remember();
      }
      entered = true;
      tty.raw();
      reader.resume();
      byte[] sequence = TerminalModes.enter(mouse);
      writeOrEnd(sequence, 0, sequence.length);
    }
  }

  private void giveBack() {
    synchronized (owner) {
      if (!entered) {
        return;
      }
      entered = false;
      reader.pause();
      restoreSettings();
      try {
        device.write(TerminalModes.leave());
      } catch (IOException e) {
        return; // the terminal is gone, and nobody sees its screen
      }
    }
  }

  /** To touch the terminal from the background would stop this process, and nobody continue it. */
  private void restoreSettings() {
    if (!JobControl.isInBackground()) {
      tty.restore();
    }
  }

  @Override
  public void close() {
    synchronized (owner) {
      giveBack();
      closed = true;
      reader.stop();
      if (jobs != null) {
        jobs.close();
        jobs = null;
      }
    }
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return; // it runs, and finds nothing to do
    }
  }

  private void closeAtExit() {
    JobControl control = jobs;
    if (control != null) {
      control.end();
    }
    if (entered) {
      restoreSettings(); // first, for it needs no lock
    }
    Thread closer = new Thread(this::close, "arborist-terminal-close");
    closer.setDaemon(true);
    closer.start();
    try {
      closer.join(HOOK_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends a process that does not serve its inputs, as Ctrl-C does where nobody catches it. */
  private static void interrupt() {
    System.exit(INTERRUPTED);
  }

  private void writeOrEnd(byte[] bytes, int offset, int length) throws IOException {
    try {
      device.write(bytes, offset, length);
    } catch (IOException e) {
      throw new EOFException("the terminal is gone: " + e.getMessage());
    }
  }

  /** Writes whole frames, and only while the terminal is ours. */
  private final class Frames extends OutputStream {

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b});
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      synchronized (owner) {
        if (entered) {
          writeOrEnd(bytes, offset, length);
        }
      }
    }
  }
}
