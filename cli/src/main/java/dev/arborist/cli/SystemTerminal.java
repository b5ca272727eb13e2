package dev.arborist.cli;

import dev.arborist.cli.TerminalWindow.Size;
import dev.arborist.domain.task.InvalidInputException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds out what this process is connected to, without loading a terminal library. */
final class SystemTerminal {

  private static final int STDIN = 0;
  private static final int STDOUT = 1;
  private static final int STDERR = 2;

  private SystemTerminal() {}

  static Terminal detect() {
    Map<String, String> environment = System.getenv();
    boolean outIsTerminal = isTerminal(STDOUT);
    return new Terminal(
        "closed".equals(System.getProperty("arborist.stdin")) ? new ClosedInput() : System.in,
        new StandardOutput(new FileOutputStream(FileDescriptor.out)),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
        environment,
        Path.of("").toAbsolutePath(),
        outIsTerminal,
        isTerminal(STDERR),
        new TerminalWindow(() -> outIsTerminal ? size(environment) : Size.UNKNOWN));
  }

  /** What stands for a standard input that was closed when the start script ran. */
  private static final class ClosedInput extends InputStream {
    @Override
    public int read() {
      throw refusal();
    }

    @Override
    public int read(byte[] bytes, int from, int length) {
      throw refusal();
    }

    private static InvalidInputException refusal() {
      return new InvalidInputException(
          "standard input is closed: redirect a file into it, or name one");
    }
  }

  /** Whether what is read is typed by a person. */
  static boolean inIsTerminal() {
    return isTerminal(STDIN);
  }

  /** On Linux the descriptor's link names the device; elsewhere the shell's test is asked. */
  private static boolean isTerminal(int descriptor) {
    Path link = Path.of("/proc/self/fd/" + descriptor);
    try {
      if (Files.isSymbolicLink(link)) {
        String device = Files.readSymbolicLink(link).toString();
        return device.startsWith("/dev/pts/")
            || device.startsWith("/dev/tty")
            || device.equals("/dev/console");
      }
    } catch (IOException e) {
      return false; // a descriptor that cannot be looked at is treated as a file
    }
    return isTerminalByTest(descriptor);
  }

  private static boolean isTerminalByTest(int descriptor) {
    try {
      Process test =
          new ProcessBuilder("test", "-t", String.valueOf(descriptor)).inheritIO().start();
      return test.waitFor() == 0;
    } catch (IOException e) {
      return false; // where there is no such program, nothing is taken for a terminal
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** What the environment says of the window beats what the terminal says. */
  private static Size size(Map<String, String> environment) {
    int rows = number(environment.get("LINES"));
    int columns = number(environment.get("COLUMNS"));
    if (rows > 0 && columns > 0) {
      return new Size(rows, columns);
    }
    String answer = Stty.ask("size").orElse("");
    if (!answer.matches("[0-9]+ [0-9]+")) {
      return new Size(rows, columns);
    }
    String[] asked = answer.split(" ", -1);
    return new Size(rows > 0 ? rows : number(asked[0]), columns > 0 ? columns : number(asked[1]));
  }

  private static int number(@Nullable String text) {
    return text != null && text.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(text) : 0;
  }
}
