package dev.arborist.cli.tui.terminal;

import dev.arborist.cli.tui.input.InputQueue;
import dev.arborist.cli.tui.input.KeyDecoder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is typed, on a thread of its own, so that others can wait for a clock as well.
 *
 * <p>Between {@link #pause()} and {@link #resume()} it does not even wait for a byte: the system
 * stops a process that reads in the background, what is typed belongs to another program, and the
 * JVM's exit waits 0.3 s for a thread that reads. A channel can be closed while another thread
 * reads from it; standard input cannot, so the terminal is opened a second time.
 */
final class TtyReader {

  private static final int CHUNK_BYTES = 8192;
  private static final Path CONTROLLING_TERMINAL = Path.of("/dev/tty");
  private static final Path STANDARD_INPUT = Path.of("/dev/stdin");

  private final InputQueue inputs;
  private @Nullable FileChannel channel;
  private boolean stopped;

  /** A reader that is paused. */
  TtyReader(InputQueue inputs) {
    this.inputs = inputs;
    Thread thread = new Thread(this::run, "arborist-terminal-input");
    thread.setDaemon(true);
    thread.start();
  }

  /** Goes on; does no harm twice. */
  synchronized void resume() throws IOException {
    if (channel == null && !stopped) {
      channel = open();
      notifyAll();
    }
  }

  private static FileChannel open() throws IOException {
    try {
      return FileChannel.open(CONTROLLING_TERMINAL, StandardOpenOption.READ);
    } catch (IOException e) {
      return FileChannel.open(STANDARD_INPUT, StandardOpenOption.READ); // there is only that
    }
  }

  /** Reads nothing from now on. */
  synchronized void pause() {
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException e) {
        return; // it is closed nevertheless
      } finally {
        channel = null;
      }
    }
  }

  /** Reads nothing any more. */
  synchronized void stop() {
    pause();
    stopped = true;
    notifyAll();
  }

  private void run() {
    KeyDecoder decoder = new KeyDecoder(inputs::put);
    ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK_BYTES);
    try {
      boolean goesOn = true;
      while (goesOn) {
        FileChannel from = await();
        goesOn = from != null && read(from, chunk, decoder);
      }
    } catch (IOException e) {
      return; // as a terminal fails that was closed
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      inputs.end();
    }
  }

  /** Waits while it is paused; returns null when it is stopped. */
  private synchronized @Nullable FileChannel await() throws InterruptedException {
    while (channel == null && !stopped) {
      wait();
    }
    return channel;
  }

  /** Reads what comes next; returns false when nothing will. */
  private static boolean read(FileChannel from, ByteBuffer chunk, KeyDecoder decoder)
      throws IOException {
    int patienceMillis = decoder.patienceMillis();
    if (patienceMillis > 0 && !Tty.awaitInput(patienceMillis)) {
      decoder.expire();
      return true;
    }
    try {
      if (from.read(chunk.clear()) < 0) {
        return false;
      }
    } catch (ClosedChannelException e) {
      return true; // it was paused meanwhile
    }
    chunk.flip();
    while (chunk.hasRemaining()) {
      decoder.accept(chunk.get());
    }
    return true;
  }
}
