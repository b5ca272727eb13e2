package dev.arborist.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

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
        System.in,
        new FileOutputStream(FileDescriptor.out),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
        environment,
        Path.of("").toAbsolutePath(),
        outIsTerminal,
        isTerminal(STDERR),
        outIsTerminal ? columns(environment) : 0);
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

  private static int columns(Map<String, String> environment) {
    String given = environment.get("COLUMNS");
    if (given != null && given.matches("[1-9][0-9]{0,4}")) {
      return Integer.parseInt(given);
    }
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(Redirect.from(Path.of("/dev/tty").toFile()))
              .redirectError(Redirect.DISCARD)
              .start();
      String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      boolean ended = stty.waitFor(1, TimeUnit.SECONDS);
      if (ended && size.strip().matches("[0-9]+ [1-9][0-9]{0,4}")) {
        return Integer.parseInt(size.strip().split(" ", -1)[1]);
      }
    } catch (IOException e) {
      return 0; // without stty nobody knows the width, and lines are not cut
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }
}
