package dev.arborist.cli;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The terminal that controls this process, by the program that every Unix has for it. */
final class Stty {

  private static final int PATIENCE_SECONDS = 1;

  private Stty() {}

  /** What {@code stty ARGUMENT} says; nothing where there is no terminal or no such program. */
  static Optional<String> run(String argument) {
    try {
      Process stty =
          new ProcessBuilder("stty", argument)
              .redirectInput(Redirect.from(Path.of("/dev/tty").toFile()))
              .redirectError(Redirect.DISCARD)
              .start();
      String answer = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      boolean ended = stty.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return ended && stty.exitValue() == 0 ? Optional.of(answer.strip()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // what the terminal is like only makes the output nicer
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
