package dev.arborist.adapters.jmh;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a program in a JVM of its own, of the same Java as this one. */
final class FreshJvm {

  private static final long TIMEOUT_SECONDS = 300;

  /** A program that did not end well. */
  static final class Failed extends RuntimeException {

    private Failed(String reason) {
      super(reason);
    }
  }

  private final Path directory;

  /**
   * A runner.
   *
   * @param directory where what programs print is kept
   */
  FreshJvm(Path directory) {
    this.directory = directory;
  }

  /** Where everything stands that programs printed on standard error. */
  Path log() {
    return directory.resolve("probes.log");
  }

  /**
   * Runs a program to its end.
   *
   * @param arguments those of the JVM, the main class and its own
   * @return the lines that it printed on standard output
   * @throws Failed when it ends with another exit code than 0 or takes too long
   */
  List<String> run(List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(arguments);
    Files.createDirectories(directory);
    Path output = Files.createTempFile(directory, "probe", ".out");
    try {
      await(
          new ProcessBuilder(command)
              .redirectError(Redirect.appendTo(log().toFile()))
              .redirectOutput(output.toFile())
              .start());
      return Files.readAllLines(output, StandardCharsets.UTF_8);
    } finally {
      Files.deleteIfExists(output);
    }
  }

  private static void await(Process process) throws IOException {
    try {
      if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        throw new Failed("it did not end within " + TIMEOUT_SECONDS + " seconds");
      }
      if (process.exitValue() != 0) {
        throw new Failed("it ended with " + process.exitValue());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while measuring");
    } finally {
      process.destroyForcibly();
    }
  }
}
