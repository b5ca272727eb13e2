package dev.arborist.cli;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A stream to standard output whose failures are known as such, and are remembered for those who
 * print through something that hides them, as a {@link java.io.PrintWriter} does.
 */
final class StandardOutput extends OutputStream {

  private final OutputStream out;
  private @Nullable OutputException failure;

  StandardOutput(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    try {
      out.write(bytes, from, length);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  @Override
  public void flush() throws IOException {
    try {
      out.flush();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private OutputException failed(IOException e) {
    OutputException failed = e instanceof OutputException known ? known : new OutputException(e);
    failure = failure == null ? failed : failure;
    return failed;
  }

  /**
   * Nothing, when everything could be written.
   *
   * @throws OutputException what went wrong first
   */
  void requireWritten() throws OutputException {
    OutputException failed = failure;
    if (failed != null) {
      throw failed;
    }
  }
}
