package dev.arborist.cli;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The terminal that controls this process, by the program that every Unix has for it. */
final class Stty {

  private static final int PATIENCE_SECONDS = 1;

  private static final Path SELF = Path.of("/proc/self/stat");

  /** Where Linux tells the own process group, counted from the state, and that of the terminal. */
  private static final int GROUP = 2;

  private static final int FOREGROUND_GROUP = 5;

  private Stty() {}

  /** What {@code stty ARGUMENT} says; nothing where there is no terminal or no such program. */
  static Optional<String> ask(String argument) {
    try {
      Process stty =
          new ProcessBuilder("stty", argument)
              .redirectInput(Redirect.from(Path.of("/dev/tty").toFile()))
              .redirectError(Redirect.DISCARD)
              .start();
      try {
        return answer(stty);
      } finally {
        stty.destroyForcibly();
      }
    } catch (IOException e) {
      return Optional.empty(); // what the terminal is like only makes the output nicer
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /**
   * Sets the terminal, if it is ours: in the background a shell has it for another, and whoever
   * sets it from there is stopped, with all of its group.
   *
   * @param settings what {@code stty -g} said
   */
  static void restore(String settings) {
    if (isInForeground()) {
      ask(settings);
    }
  }

  /** An answer is a line, which the pipe holds until the program has ended. */
  private static Optional<String> answer(Process stty) throws IOException, InterruptedException {
    if (!stty.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || stty.exitValue() != 0) {
      return Optional.empty();
    }
    byte[] line = stty.getInputStream().readAllBytes();
    return Optional.of(new String(line, StandardCharsets.US_ASCII).strip());
  }

  private static boolean isInForeground() {
    try {
      String stat = Files.readString(SELF, StandardCharsets.ISO_8859_1);
      String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
      return fields[GROUP].equals(fields[FOREGROUND_GROUP]);
    } catch (IOException e) {
      return true; // a system that does not tell
    }
  }
}
