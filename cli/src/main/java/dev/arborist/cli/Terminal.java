package dev.arborist.cli;

import dev.arborist.application.port.out.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds a command: its streams, its environment and whether a person watches.
 *
 * @param in standard input
 * @param out standard output, unbuffered
 * @param err standard error
 * @param environment the environment variables
 * @param directory the working directory
 * @param outIsTerminal whether standard output is a terminal
 * @param errIsTerminal whether standard error is a terminal
 * @param window how large the window is, when standard output is a terminal
 */
record Terminal(
    InputStream in,
    OutputStream out,
    PrintStream err,
    Map<String, String> environment,
    Path directory,
    boolean outIsTerminal,
    boolean errIsTerminal,
    TerminalWindow window) {

  /** How wide the terminal is; 0 when that is not known. */
  int columns() {
    return window.size().columns();
  }

  /** Whether standard output is a terminal on which more can be done than writing lines. */
  boolean isScreen() {
    String type = given("TERM");
    return outIsTerminal && type != null && !type.equals("dumb");
  }

  @Nullable String variable(String name) {
    return environment.get(name);
  }

  /** The value of a variable; null also when it is set to nothing. */
  @Nullable String given(String name) {
    String value = environment.get(name);
    return value == null || value.isEmpty() ? null : value;
  }

  /**
   * Says that a change was made.
   *
   * @throws StorageException when nobody can be told; the change stands
   */
  void confirm(Output output) {
    try {
      output.write();
    } catch (IOException e) {
      throw new StorageException(
          "the change was made, but the output could not be written: " + Failures.reason(e), e);
    }
  }

  /**
   * Writes as much as the reader wants: one that has seen enough, as head does, is no failure, and
   * what the command found still decides its exit code.
   */
  void untilClosed(Output output) throws IOException {
    try {
      output.write();
    } catch (IOException e) {
      if (!BrokenPipe.isIn(e)) {
        throw e;
      }
    }
  }

  /** Writes something to standard output. */
  interface Output {
    /** Writes it. */
    void write() throws IOException;
  }

  /** Writes a text to standard output. */
  void print(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
